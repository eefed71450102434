# shellcheck shell=bash
# What must be on the machine, and how it gets there.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; elif has sudo; then sudo "$@"; else return 1; fi
}

# The folder of the newest PostgreSQL server's programs; nothing where there is none.
pg_bin() {
  local dir
  dir=$(for dir in /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin /usr/pgsql-*/bin; do
    if [ -x "$dir/initdb" ]; then printf '%s\n' "$dir"; fi
  done | sort -t/ -k5 -V | tail -n 1)
  if [ -z "$dir" ] && has initdb; then dir=$(dirname -- "$(command -v initdb)"); fi
  printf '%s' "$dir"
}

need_postgres() {
  [ -z "$(pg_bin)" ] || return 0
  local advice='install PostgreSQL 15 or newer (server programs initdb and postgres) and run this again'
  if has apt-get; then
    say 'PostgreSQL is missing; installing it with apt-get'
    export DEBIAN_FRONTEND=noninteractive
    # The collector makes a cluster of its own: without this the package would make and start another one.
    { as_root apt-get update -qq && as_root apt-get install -y -qq postgresql-common \
      && as_root sed -i -E 's/^#? *create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf \
      && as_root apt-get install -y -qq postgresql postgresql-client; } >&2 || die "apt-get could not install PostgreSQL: $advice"
  elif has brew; then
    say 'PostgreSQL is missing; installing it with brew'
    brew install postgresql@17 >&2 || die "brew could not install PostgreSQL: $advice"
  fi
  [ -n "$(pg_bin)" ] || die "$advice"
}

# Without a browser its tests leave themselves out and say so; on a build server they fail, so it is put there for them.
want_chromium() {
  [ -n "${CI:-}" ] || return 0
  if has chromium || has chromium-browser || ! has apt-get; then return 0; fi
  say 'Chromium is missing; installing it with apt-get for the tests in a browser'
  { as_root apt-get update -qq \
    && as_root env DEBIAN_FRONTEND=noninteractive timeout 600 apt-get install -y -qq --no-install-recommends chromium; } >&2 \
    || say 'apt-get could not install Chromium: the tests in a browser will fail. Install it by hand'
}

# As for Chromium. The package would start a pooler of its own.
want_pgbouncer() {
  [ -n "${CI:-}" ] || return 0
  if has pgbouncer || [ -x /usr/sbin/pgbouncer ] || ! has apt-get; then return 0; fi
  say 'PgBouncer is missing; installing it with apt-get for the tests behind a pooler'
  { as_root apt-get update -qq \
    && as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 timeout 600 apt-get install -y -qq --no-install-recommends pgbouncer; } >&2 \
    || say 'apt-get could not install PgBouncer: the tests behind a pooler will fail. Install it by hand'
}

need_dotnet() {
  if has dotnet && dotnet --list-sdks | grep -q '^10\.'; then return 0; fi
  local advice='install the .NET 10 SDK (https://dotnet.microsoft.com/download) and run this again'
  if has apt-get && apt-cache show dotnet-sdk-10.0 >/dev/null 2>&1; then
    say 'The .NET 10 SDK is missing; installing it with apt-get'
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq dotnet-sdk-10.0 >&2 || die "apt-get could not install it: $advice"
  fi
  if has dotnet && dotnet --list-sdks | grep -q '^10\.'; then return 0; fi
  die "$advice"
}
