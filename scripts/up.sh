# shellcheck shell=bash
# up and down.

# http_ok PORT PATH: whether it answers 200. Needs no curl.
http_ok() {
  local status
  status=$( (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3 && head -n 1 <&3) 2>/dev/null) || return 1
  case $status in *' 200'*) true ;; *) false ;; esac
}

port_free() {
  if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then die "port $1 is in use: stop what uses it, or set $2 to another port"; fi
}

# publish PROJECT NAME: builds into .tidemark/app, and shows that it is at work.
publish() {
  local began=$SECONDS ticker=
  if [ -t 1 ]; then
    (while printf '\rBuilding %s ... %s s' "$2" "$((SECONDS - began))"; do sleep 1; done) &
    ticker=$!
  fi
  local code=0
  dotnet publish "$root/$1" -c Release -o "$state/app/$2" -v quiet -clp:ErrorsOnly || code=$?
  if [ -n "$ticker" ]; then
    kill "$ticker" 2>/dev/null || true
    wait "$ticker" 2>/dev/null || true
    printf '\r'
  fi
  [ "$code" -eq 0 ] || die "$2 does not build"
  say "Built $2 in $((SECONDS - began)) s      "
}

wait_ready() {
  local tries=0
  until http_ok "$api_port" /readyz; do
    running collector || die "the collector has ended; the end of $log/collector.log:
$(tail -n 20 "$log/collector.log")"
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || die "the collector is not ready after 2 minutes; see $log/collector.log"
    sleep 0.2
  done
}

start_collector() {
  (
    cd -- "$state"
    export TIDEMARK__RECEIVE__GRPC=127.0.0.1:$grpc_port TIDEMARK__RECEIVE__HTTP=127.0.0.1:$http_port TIDEMARK__QUERY__LISTEN=127.0.0.1:$api_port
    TIDEMARK__STORE__EMBEDDED__DIRECTORY=$(cat "$run/pg-directory")
    export TIDEMARK__STORE__EMBEDDED__DIRECTORY TIDEMARK__STORE__EMBEDDED__PORT=$pg_port
    if [ "$1" = 1 ]; then
      export TIDEMARK__GRAFANA__URL=http://127.0.0.1:$grafana_port TIDEMARK__GRAFANA__PASSWORDFILE=$state/grafana/admin-password
      secret admin-password >/dev/null
    fi
    launch collector dotnet "$state/app/collector/collector.dll"
  )
}

# The demo: services of three teams in three environments, one of them developers with a coding agent. A line each: name, environment, team, operations per second, agents.
demo_fleets() {
  cat <<'LIST'
storefront production shop 3 shopper,support,translator
research-desk production research 2 researcher,coder,watcher
storefront-staging staging shop 1 shopper,support
claude-code development platform 0.5 coding-team
LIST
}

start_demo() {
  local service environment team rate agents
  date +%s >"$run/demo.since"
  while read -r service environment team rate agents; do
    (
      cd -- "$state"
      export OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:$grpc_port OTEL_EXPORTER_OTLP_PROTOCOL=grpc
      export OTEL_RESOURCE_ATTRIBUTES=deployment.environment.name=$environment,team=$team
      launch "demo-$service" dotnet "$state/app/fleet/agentfleet.dll" --service "$service" --rate "$rate" --agents "$agents"
    )
  done < <(demo_fleets)
}

stop_demo() {
  local service rest
  while read -r service rest; do
    if running "demo-$service"; then kill -TERM "$(pid_of "demo-$service")" 2>/dev/null || true; fi
  done < <(demo_fleets)
  while read -r service rest; do stop "demo-$service"; done < <(demo_fleets)
}

where_to_look() {
  say ''
  say 'Tidemark is up.'
  say ''
  if running grafana || [ -e "$run/grafana.container" ]; then
    say "  Open           http://127.0.0.1:$grafana_port    Grafana, dashboards in folder Tidemark (admin's password: .tidemark/grafana/admin-password)"
  fi
  say "  Is it arriving http://127.0.0.1:$api_port/   where to send, what came in, what was refused"
  say "  Send OTLP to   http://127.0.0.1:$http_port (HTTP) or 127.0.0.1:$grpc_port (gRPC)"
  say "  Ask in SQL     ./dev psql -c 'select * from tidemark.sessions'"
  say "  Logs           .tidemark/log/"
  if [ -n "${grafana_missing:-}" ]; then
    say "  Grafana        not started: $grafana_missing"
    say '                 ./dev up --grafana DIR takes an unpacked Grafana 12; docker compose up brings its own'
  fi
}

# The demo's proof: what its last run sent, and what of it is stored. Asks while the collector still runs.
prove() {
  local sent=0 stored since service rest count names=''
  since=$(cat "$run/demo.since" 2>/dev/null) || return 0
  rm -f -- "$run/demo.since"
  running collector || return 0
  while read -r service rest; do
    count=$(sed -n -E 's/^sent .*operations=([0-9]+) .*/\1/p' "$log/demo-$service.log" 2>/dev/null | tail -n 1)
    sent=$((sent + ${count:-0}))
    names="$names,$service"
  done < <(demo_fleets)
  stored=$(psql_of_up -Atc "SELECT count(*) FROM tidemark.operations WHERE service = ANY ('{${names#,}}') AND started_at >= to_timestamp($since)") || return 0
  say "The demo sent $sent operations; $stored are stored."
}

stop_all() {
  stop_demo
  prove
  if [ -e "$run/grafana.container" ]; then
    docker rm -f "$(cat "$run/grafana.container")" >/dev/null || true
    rm -f -- "$run/grafana.container"
  fi
  stop grafana
  stop collector
  # A killed collector leaves its server.
  local file pid
  file=$(pg_directory)/data/postmaster.pid
  if [ -r "$file" ]; then
    read -r pid <"$file"
    if alive "$pid"; then end "$pid" INT 30; fi
  fi
}

up() {
  local detach=0 demo=1 grafana=${GRAFANA_HOME:-} wanted=1
  while [ $# -gt 0 ]; do
    case $1 in
      --detach) detach=1 ;;
      --no-demo) demo=0 ;;
      --grafana)
        [ $# -gt 1 ] || die '--grafana needs the folder of an unpacked Grafana 12'
        grafana=$2
        shift
        ;;
      --no-grafana) wanted=0 grafana='' ;;
      *) die "up does not know '$1'; see ./dev help" ;;
    esac
    shift
  done
  if [ -n "$grafana" ]; then
    [ -x "$grafana/bin/grafana" ] || die "there is no Grafana in $grafana (no bin/grafana)"
  elif [ "$wanted" = 0 ]; then
    grafana_missing='--no-grafana was given'
  elif has docker && docker info >/dev/null 2>&1; then
    grafana=docker
  fi
  if running collector; then die "it is up already (process $(pid_of collector)); ./dev down stops it"; fi

  need_dotnet
  need_postgres
  mkdir -p -- "$run" "$log"
  pg_directory >"$run/pg-directory.new"
  mv -- "$run/pg-directory.new" "$run/pg-directory"
  port_free "$grpc_port" TIDEMARK_GRPC_PORT
  port_free "$http_port" TIDEMARK_HTTP_PORT
  port_free "$api_port" TIDEMARK_API_PORT
  if [ -n "$grafana" ]; then port_free "$grafana_port" TIDEMARK_GRAFANA_PORT; fi
  publish src/Collector collector
  if [ "$demo" = 1 ]; then publish samples/AgentFleet fleet; fi
  if [ -z "$grafana" ] && [ "$wanted" = 1 ]; then
    grafana=$(fetch_grafana) || {
      grafana=''
      grafana_missing='it could not be downloaded (see above)'
    }
    if [ -n "$grafana" ]; then port_free "$grafana_port" TIDEMARK_GRAFANA_PORT; fi
  fi

  trap 'stop_all' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  start_collector "$([ -n "$grafana" ] && echo 1 || echo 0)"
  wait_ready
  if [ "$demo" = 1 ]; then start_demo; fi
  if [ -n "$grafana" ]; then start_grafana "$grafana"; fi
  where_to_look
  if [ "$detach" = 1 ]; then
    trap - EXIT INT TERM HUP
    say '  stop           ./dev down'
    return
  fi

  say '  stop           Ctrl-C'
  while running collector; do sleep 1; done
  die "the collector has ended; the end of $log/collector.log:
$(tail -n 20 "$log/collector.log")"
}

down() {
  local purge=0
  case ${1:-} in '') ;; --purge) purge=1 ;; *) die "down does not know '$1'; see ./dev help" ;; esac
  stop_all
  if [ "$purge" = 1 ]; then
    rm -rf -- "$(pg_directory)" "$state"
    say 'Stopped; .tidemark/ is deleted.'
  else
    say 'Stopped; the data is kept (./dev down --purge deletes it).'
  fi
}
