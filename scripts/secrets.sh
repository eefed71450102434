# shellcheck shell=bash
# secrets: what docker-compose.yml reads its passwords from.

# The folder is closed to others; the files are not, for a container's user is another one than yours.
make_secrets() {
  local folder=$root/secrets name file
  mkdir -p -- "$folder"
  chmod 700 -- "$folder"
  for name in postgres-password reader-password grafana-admin-password grafana-secret-key; do
    file=$folder/$name
    if [ ! -s "$file" ]; then
      random_text >"$file"
      chmod 644 -- "$file"
      say "made secrets/$name"
    fi
  done
}

random_text() { od -An -N 24 -t x1 /dev/urandom | tr -d ' \n'; }
