#!/usr/bin/env bash
# A throw-away PostgreSQL for the tests, from the machine's own binaries.
#   start   makes a new cluster (a stale one is removed) and prints its URL as the last line
#   stop    stops it and deletes it; says nothing when there is none
#   url     prints the URL of the one that runs
# Fast and careless on purpose: nothing in it survives a crash of the machine. One cluster for each checkout.
set -euo pipefail
cd "$(dirname "$0")/.."

# PostgreSQL refuses to run as root, and the user it then runs as may not enter the checkout: so it lies in
# the temporary folder, under a name made from the checkout's path.
mark=$(printf '%s' "$PWD" | sha256sum | cut -c1-8)
home=${TMPDIR:-/tmp}/passerelle-test-postgres-$(id -u)-$mark
data=$home/data

fail() { printf 'test-postgres: %s\n' "$*" >&2; exit 1; }

binaries() {
  local found
  for found in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -rV) "$(dirname "$(command -v pg_ctl || echo /none/x)")"; do
    if [ -x "$found/initdb" ] && [ -x "$found/pg_ctl" ]; then echo "$found"; return; fi
  done
  fail "no PostgreSQL here: install it (Debian: apt-get install postgresql)"
}

# Runs a command as the user who owns the cluster.
as_owner() {
  if [ "$(id -u)" != 0 ]; then "$@"; return; fi
  if command -v runuser >/dev/null; then runuser -u postgres -- "$@"; else su postgres -s /bin/sh -c '"$0" "$@"' -- "$@"; fi
}

# A port that nobody listens on.
free_port() {
  local port
  for port in $(seq 54329 54428); do
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then echo "$port"; return; fi
  done
  fail "no free port between 54329 and 54428"
}

url() { echo "postgres://postgres@127.0.0.1:$(cat "$home/port")/postgres"; }

running() { [ -f "$home/port" ] && [ -d "$data" ] && as_owner "$(binaries)/pg_ctl" -D "$data" status >/dev/null 2>&1; }

stop() {
  if [ -d "$data" ]; then
    as_owner "$(binaries)/pg_ctl" -D "$data" -m immediate -w -t 30 stop >/dev/null 2>&1 || true
  fi
  rm -rf "$home"
}

start() {
  local bin port
  bin=$(binaries)
  if running; then url; return; fi
  stop
  mkdir -p "$home"
  if [ "$(id -u)" = 0 ]; then
    id postgres >/dev/null 2>&1 || fail "run as root, it needs the user postgres"
    touch "$home/log"
    chown postgres "$home" "$home/log"
  fi
  chmod 700 "$home"
  # Ordered by French rules where the binaries can: what must not depend on the server's language is then seen to.
  local french=(--locale-provider=icu --icu-locale=fr-FR)
  if ! as_owner "$bin/initdb" --help | grep -q -- --icu-locale; then french=(); fi
  (cd / && as_owner "$bin/initdb" -D "$data" -U postgres --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
    "${french[@]}" --no-sync >"$home/log" 2>&1) || { tail -n 20 "$home/log" >&2; rm -rf "$home"; fail "initdb failed"; }
  # A port taken between the look and the start: look again.
  for _ in 1 2 3; do
    port=$(free_port)
    if (cd / && as_owner "$bin/pg_ctl" -D "$data" -l "$home/log" -w -t 30 start 9>&- >/dev/null 2>&1 -o "-p $port \
      -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c synchronous_commit=off \
      -c full_page_writes=off -c max_connections=200 -c shared_buffers=128MB -c max_wal_size=2GB"); then
      echo "$port" > "$home/port"
      url
      return
    fi
  done
  tail -n 20 "$home/log" >&2 || true
  rm -rf "$home"
  fail "it does not start"
}

# One at a time; the server that is started must not keep the lock.
lock() { if command -v flock >/dev/null; then exec 9>"$home.lock"; flock 9; fi; }

case ${1:-} in
  start) lock; start ;;
  stop) lock; stop; rm -f "$home.lock" ;;
  url) running && url || fail "it does not run: scripts/test-postgres.sh start" ;;
  *) fail "usage: scripts/test-postgres.sh start | stop | url" ;;
esac
