# What the trials share: the app and nginx on the loopback with temporary files only, all gone at the end. Source it from
# the root of the repository; after that $folder is for files, and $python is there.
set -euo pipefail

python=.venv/bin/python
folder=$(mktemp -d)
chmod 755 "$folder"
declare -A instance=()
nginx=

stop() {
    [ -z "$nginx" ] || kill "$nginx" 2>/dev/null || true
    for pid in "${instance[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

await() { # an address
    for _ in $(seq 300); do
        if curl -sf -o /dev/null "$1"; then return; fi
        sleep 0.2
    done
    fail "$1 does not answer; logs: $(cat "$folder"/*.log)"
}

start_apps() { # their ports
    for port in "$@"; do
        "$python" -m streamlit run app.py --server.port "$port" --logger.hideWelcomeMessage true \
            >"$folder/$port.log" 2>&1 &
        instance[$port]=$!
    done
    for port in "$@"; do await "http://127.0.0.1:$port/healthz"; done
}

start_nginx() { # an address that answers then, and the files of $folder that are in its http block
    cat >"$folder/nginx.conf" <<NGINX
daemon off;
pid $folder/nginx.pid;
error_log stderr;
worker_processes auto;
events { worker_connections 2048; }
http {
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    # So that it can be seen who answered.
    add_header X-Instance \$upstream_addr always;
$(printf "    include $folder/%s;\n" "${@:2}")
}
NGINX
    /usr/sbin/nginx -p "$folder" -c "$folder/nginx.conf" >"$folder/nginx.log" 2>&1 &
    nginx=$!
    await "$1"
}
