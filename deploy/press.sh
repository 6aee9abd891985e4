#!/usr/bin/env bash
# Copy a written edition to where nginx serves it, with each text pressed beside it, so that nobody waits for that:
# deploy/press.sh site /srv/qantar-2. The second folder must not be there yet: what was pressed of an older edition would
# be sent in place of the newer text. The copies have the date of now, from which nginx makes the tags by which browsers
# know whether a page has changed; files out of an archive may all have the same.
set -euo pipefail
from=${1:?the edition} to=${2:?where to copy it}
[ -f "$from/index.html" ] || { echo "$from is no edition: it has no index.html" >&2; exit 1; }
[ ! -e "$to" ] || { echo "$to is there already" >&2; exit 1; }

cp -r -L "$from" "$to"
chmod -R a+rX "$to"
find "$to" -type f \( -name '*.html' -o -name '*.css' -o -name '*.js' -o -name '*.json' -o -name '*.geojson' \
    -o -name '*.svg' -o -name '*.csv' -o -name '*.md' -o -name '*.bib' -o -name '*.ris' -o -name SHA256SUMS \) -size +1k -print0 |
    xargs -0 -n 50 -P "$(getconf _NPROCESSORS_ONLN)" gzip -9knf
