#!/usr/bin/env bash
# Many readers of the static edition and some sessions of the app behind one nginx, with deploy/static.conf and
# deploy/nginx.conf, on the loopback and with temporary files only. First the sessions step through the days alone, then
# while READERS (200) turn a page of the static edition every 0.1 to 0.3 s. It fails where 5 of 100 pages take 0.3 s or
# more, where nobody steps, or where anything goes wrong for anybody.
# Needs nginx (Debian: apt-get install nginx-light), curl, and `make dev`. Run it as
# deploy/try-static-and-app.sh [PORT [FOLDER]]; without a folder it writes the edition itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/trial.sh

site=${1:-8745}
app=$((site + 1)) only=$((site + 2))
edition=${2:-}
readers=${READERS:-200} sessions=${SESSIONS:-5} seconds=${SECONDS_EACH:-40}

sessions_step() { # the name of its report, and for how many seconds
    "$python" -m tests.load --readers "$sessions" --minutes "$("$python" -c "print($2 / 60)")" \
        --at "http://127.0.0.1:$app" >"$folder/$1.txt"
}

if [ -z "$edition" ]; then
    echo "writing the edition"
    edition=$folder/written
    "$python" -m components.edition "$edition"
fi
deploy/press.sh "$edition" "$folder/site"

start_apps "$only"
sed -e "s/127\.0\.0\.1:8500/127.0.0.1:$app/; s/127\.0\.0\.1:8501/127.0.0.1:$only/; /127\.0\.0\.1:8502/d" \
    deploy/nginx.conf >"$folder/qantar.conf"
sed -e "s/127\.0\.0\.1:8480/127.0.0.1:$site/; s#/srv/qantar;#$folder/site;#" deploy/static.conf >"$folder/static.conf"
start_nginx "http://127.0.0.1:$app/healthz" static.conf qantar.conf
await "http://127.0.0.1:$site/index.html"

sessions_step warm 8
echo "$sessions sessions of the app alone, $seconds s"
sessions_step alone "$seconds"
echo "and beside $readers readers of the static edition"
sessions_step beside "$seconds" &
stepping=$!
"$python" -m tests.load.edition --at "http://127.0.0.1:$site" --site "$edition" \
    --readers "$readers" --seconds "$seconds" >"$folder/static.txt"
wait "$stepping"

sed '$d' "$folder/static.txt"
"$python" - "$folder" <<'PY' || fail "too slow, or errors: $(tail -n 1 "$folder/alone.txt" "$folder/beside.txt")"
import json, sys
from pathlib import Path
static, alone, beside = (
    json.loads((Path(sys.argv[1]) / f"{name}.txt").read_text("utf-8").splitlines()[-1])
    for name in ("static", "alone", "beside")
)
for name, found in ("alone", alone), ("beside", beside):
    for kind in "step_s", "first_page_s":
        values = found[kind]
        print(f"app {name:7} {kind:13} {values['n']:4} times   p50 {values['p50']}  p95 {values['p95']}  max {values['max']} s")
    print(f"app {name:7} errors {sum(found['errors'].values())}")
wrong = [*static["errors"], *alone["errors"], *beside["errors"]]
sys.exit(bool(wrong) or not beside["step_s"]["n"] or static["pages_s"]["p95"] >= 0.3)
PY
echo "all well"
