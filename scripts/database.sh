# shellcheck shell=bash
# Where the embedded PostgreSQL lies, and its prompt.

# For root the server runs as user postgres, who may be shut out of the folders above the checkout.
pg_directory() {
  if [ -s "$run/pg-directory" ]; then
    cat "$run/pg-directory"
  elif [ "$(id -u)" -eq 0 ] && has runuser && ! runuser -u postgres -- test -x "$(dirname -- "$state")" 2>/dev/null; then
    printf '/var/lib/tidemark/%s' "$(printf "%s" "$state" | cksum | cut -d ' ' -f 1)"
  else
    printf '%s/pg' "$state"
  fi
}

open_psql() {
  local place
  place=$(pg_directory)
  [ -s "$place/port" ] || die 'there is no database yet: ./dev up makes it'
  running collector || [ -e "$place/data/postmaster.pid" ] || die 'the database is down: ./dev up starts it (the data is kept)'
  need_postgres
  psql_of_up "$@"
}

psql_of_up() {
  local place
  place=$(pg_directory)
  PGPASSWORD=$(cat "$place/password") "$(pg_bin)/psql" -X -h 127.0.0.1 -p "$(cat "$place/port")" -U tidemark -d tidemark "$@"
}
