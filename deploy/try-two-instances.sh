#!/usr/bin/env bash
# Two instances behind nginx with deploy/nginx.conf, on the loopback and with temporary files only: pages and steps of
# days go through, a reader stays with one instance, and when that one is killed the other answers.
# Needs nginx (Debian: apt-get install nginx-light), curl, and `make dev`. Run it as deploy/try-two-instances.sh [PORT].
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
. deploy/trial.sh

proxy=${1:-8735}
first=$((proxy + 1)) second=$((proxy + 2))

answers_from() { # the last part of a loopback address: the port of the instance that answers this reader
    curl -sf -o /dev/null -D - --interface "127.0.0.$1" "http://127.0.0.1:$proxy/healthz" |
        tr -d '\r' | sed -n 's/^X-Instance: .*:\([0-9]*\)$/\1/p'
}

walk() {
    for page in / /day /cases /claims /sources /corrections /talks /talk/ten-days /data/events.csv; do
        curl -sf -o /dev/null "http://127.0.0.1:$proxy$page?day=2022-01-05" || fail "$page"
    done
    echo "pages answer"
}

step() {
    "$python" -m tests.load --readers 3 --minutes 0.2 --at "http://127.0.0.1:$proxy" >"$folder/load.txt"
    "$python" - "$folder/load.txt" <<'PY' || fail "steps: $(cat "$folder/load.txt")"
import json, sys
found = json.loads(open(sys.argv[1]).read().splitlines()[-1])
print(f"steps of days over the websocket: {found['step_s']['n']}, p95 {found['step_s']['p95']} s, errors {found['errors']}")
sys.exit(bool(found["errors"]) or not found["step_s"]["n"])
PY
}

start_apps "$first" "$second"
sed -e "s/127\.0\.0\.1:8500/127.0.0.1:$proxy/; s/127\.0\.0\.1:8501/127.0.0.1:$first/; s/127\.0\.0\.1:8502/127.0.0.1:$second/" \
    deploy/nginx.conf >"$folder/qantar.conf"
start_nginx "http://127.0.0.1:$proxy/healthz" qantar.conf

walk
for reader in $(seq 20); do
    port=$(answers_from "$reader")
    [ -n "$port" ] || fail "nobody answers reader $reader"
    [ "$port" = "$(answers_from "$reader")" ] || fail "reader $reader changes between instances"
    echo "$port"
done | sort | uniq -c | sed 's/^ *\([0-9]*\) \(.*\)$/\1 of 20 readers stay with the instance at \2/'
step

mine=$(answers_from 1)
kill -9 "${instance[$mine]}"
echo "killed the instance at $mine, which answered"
walk
other=$(answers_from 1)
[ -n "$other" ] && [ "$other" != "$mine" ] || fail "still at $mine"
echo "the instance at $other answers"
step
echo "all well"
