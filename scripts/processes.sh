# shellcheck shell=bash
# Starting, finding and ending processes, each known by its pid file.

# launch NAME COMMAND...: in a session of its own, so that Ctrl-C reaches only this script, which stops things in order.
launch() {
  local name=$1
  shift
  local session=nohup
  if has setsid; then session=setsid; fi
  "$session" "$@" >"$log/$name.log" 2>&1 </dev/null &
  printf '%s\n' "$!" >"$run/$name.pid"
}

pid_of() { if [ -s "$run/$1.pid" ]; then cat "$run/$1.pid"; fi; }

# Zombies are dead: in a container they may never be collected.
alive() {
  local stat
  [ -n "${1:-}" ] && stat=$(ps -o stat= -p "$1" 2>/dev/null) && [ -n "$stat" ] && case $stat in Z*) false ;; esac
}

running() { alive "$(pid_of "$1")"; }

# end PID SIGNAL SECONDS
end() {
  local pid=$1 signal=$2 tries=$(($3 * 10))
  kill "-$signal" "$pid" 2>/dev/null || true
  while alive "$pid" && [ "$tries" -gt 0 ]; do
    sleep 0.1
    tries=$((tries - 1))
  done
  if alive "$pid"; then
    say "process $pid did not stop in $3 s; killing it"
    kill -KILL "$pid" 2>/dev/null || true
  fi
}

stop() {
  if running "$1"; then end "$(pid_of "$1")" TERM 45; fi
  rm -f -- "$run/$1.pid"
}
