#!/usr/bin/env bash
# Keeps a Grafana service account with which the collector may push to Grafana Live, and its token in a file. Grafana has no
# file for that, so it is asked over its API. Viewer is the least role there is, and enough.
#
#   GRAFANA_URL           Grafana's root address
#   ADMIN_PASSWORD_FILE   file with the password of ADMIN_USER (admin)
#   TOKEN_FILE            where the token goes
#
# `service-account.sh once` looks once; without it, again every minute, for tokens can be revoked and databases replaced.
set -euo pipefail

name=tidemark-collector
user=${ADMIN_USER:-admin}

say() { printf 'service-account: %s\n' "$*"; }

# ask METHOD PATH [JSON]: as the administrator, whose password is on no command line.
ask() {
  local data=()
  if [ $# -gt 2 ]; then data=(--header 'Content-Type: application/json' --data "$3"); fi
  printf 'user = "%s:%s"\n' "$user" "$(<"$ADMIN_PASSWORD_FILE")" |
    curl --config - --silent --show-error --fail --max-time 10 --request "$1" "${data[@]}" "$GRAFANA_URL$2"
}

# Signed in is all that pushing asks for, and all that this address asks for.
token_works() {
  [ -s "$TOKEN_FILE" ] || return 1
  printf 'header = "Authorization: Bearer %s"\n' "$(<"$TOKEN_FILE")" |
    curl --config - --silent --fail --max-time 10 --output /dev/null "$GRAFANA_URL/api/live/list"
}

# The number that follows "id": in the object which holds the text given.
id_of() { tr '{' '\n' | sed -n "/$1/s/.*\"id\":\([0-9][0-9]*\).*/\1/p" | head -n 1; }

make_token() {
  local id token
  id=$(ask GET "/api/serviceaccounts/search?query=$name" | id_of "\"name\":\"$name\"")
  if [ -z "$id" ]; then
    id=$(ask POST /api/serviceaccounts "{\"name\":\"$name\",\"role\":\"Viewer\"}" | id_of '"id":')
    say "made the account $name"
  fi
  # Names of tokens are unique too, and the one of a token that is lost stays taken.
  token=$(ask POST "/api/serviceaccounts/$id/tokens" "{\"name\":\"collector-$(date +%s)-$$\",\"secondsToLive\":0}" | sed -n 's/.*"key":"\([^"]*\)".*/\1/p')
  [ -n "$token" ] || return 1
  # Whole or not at all; the collector is another user.
  printf '%s' "$token" >"$TOKEN_FILE.new"
  chmod 644 "$TOKEN_FILE.new"
  mv "$TOKEN_FILE.new" "$TOKEN_FILE"
  say "wrote a token to $TOKEN_FILE"
}

keep() { token_works || make_token; }

if [ "${1:-}" = once ]; then
  keep
  exit
fi

trap 'exit 0' TERM INT
while true; do
  keep || say 'Grafana refuses; trying again'
  sleep 60 &
  wait $!
done
