# shellcheck shell=bash
# Grafana on the bundle, from a folder or in Docker.

# Made once and kept: Grafana stores the first, and encrypts with the second.
secret() {
  local file=$state/grafana/$1
  mkdir -p -- "$state/grafana"
  if [ ! -s "$file" ]; then (umask 077 && random_text >"$file"); fi
  cat "$file"
}

start_grafana() {
  mkdir -p -- "$state/grafana/data"
  local host=127.0.0.1 port
  port=$(cat "$(pg_directory)/port")
  if [ "$1" = docker ] && [ "$(uname)" != Linux ]; then host=host.docker.internal; fi
  export GF_SECURITY_ADMIN_PASSWORD GF_SECURITY_SECRET_KEY
  GF_SECURITY_ADMIN_PASSWORD=$(secret admin-password)
  GF_SECURITY_SECRET_KEY=$(secret secret-key)
  export GF_SERVER_HTTP_PORT=$grafana_port
  export GF_AUTH_ANONYMOUS_ENABLED=true GF_AUTH_ANONYMOUS_ORG_ROLE=Viewer GF_USERS_ALLOW_SIGN_UP=false GF_USERS_HOME_PAGE=/d/tidemark-overview
  export GF_DASHBOARDS_MIN_REFRESH_INTERVAL=1s GF_PLUGINS_PREINSTALL_DISABLED=true GF_PLUGINS_PUBLIC_KEY_RETRIEVAL_DISABLED=true
  export GF_ANALYTICS_REPORTING_ENABLED=false GF_ANALYTICS_CHECK_FOR_UPDATES=false GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES=false
  export GF_TIDEMARK_READER_PASSWORD
  GF_TIDEMARK_READER_PASSWORD=$(cat "$(pg_directory)/reader-password")
  export TIDEMARK_PG_URL=$host:$port TIDEMARK_PG_DATABASE=tidemark TIDEMARK_PG_SSLMODE=disable
  if [ "$1" = docker ]; then grafana_in_docker; else grafana_from "$1"; fi
  local tries=0
  until http_ok "$grafana_port" /api/health; do
    [ "$1" = docker ] || running grafana || die "Grafana has ended; the end of $log/grafana.log:
$(tail -n 20 "$log/grafana.log")"
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || die "Grafana does not answer after a minute; see $log/grafana.log or docker logs"
    sleep 0.2
  done
}

grafana_from() {
  export GF_SERVER_HTTP_ADDR=127.0.0.1
  export GF_PATHS_DATA=$state/grafana/data GF_PATHS_LOGS=$state/grafana/logs GF_PATHS_PLUGINS=$state/grafana/plugins GF_PATHS_PROVISIONING=$root/grafana/provisioning
  export TIDEMARK_DASHBOARDS=$root/grafana/dashboards
  launch grafana "$1/bin/grafana" server --homepath "$1"
}

grafana_in_docker() {
  local name=tidemark-grafana-$grafana_port name_of network=(-p "127.0.0.1:$grafana_port:$grafana_port") variables=()
  if [ "$(uname)" = Linux ]; then
    network=(--network host)
    export GF_SERVER_HTTP_ADDR=127.0.0.1
  fi
  export TIDEMARK_DASHBOARDS=/var/lib/tidemark/dashboards
  for name_of in "${!GF_@}" "${!TIDEMARK_@}"; do variables+=(-e "$name_of"); done
  docker run -d --rm --name "$name" "${network[@]}" "${variables[@]}" \
    -v "$root/grafana/provisioning:/etc/grafana/provisioning:ro" -v "$root/grafana/dashboards:/var/lib/tidemark/dashboards:ro" \
    "$grafana_image" >"$log/grafana.log" || die "Grafana's container does not start; see $log/grafana.log"
  printf '%s\n' "$name" >"$run/grafana.container"
}
