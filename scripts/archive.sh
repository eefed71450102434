# shellcheck shell=bash
# Grafana's official archive: downloaded once, checked against its published SHA-256, unpacked below .tidemark/.

# The name that Grafana gives to this machine's archive; nothing where there is none.
grafana_platform() {
  local system machine
  case $(uname -s) in Linux) system=linux ;; Darwin) system=darwin ;; *) return ;; esac
  case $(uname -m) in x86_64 | amd64) machine=amd64 ;; aarch64 | arm64) machine=arm64 ;; *) return ;; esac
  printf '%s-%s' "$system" "$machine"
}

# download URL FILE [progress]
download() {
  if has curl; then
    local shown=(--silent --show-error)
    if [ "${3:-}" = progress ] && [ -t 2 ]; then shown=(--progress-bar); fi
    curl --fail --location --connect-timeout 10 --speed-limit 1024 --speed-time 60 "${shown[@]}" --output "$2" "$1"
  elif has wget; then
    wget --quiet --connect-timeout=10 --read-timeout=60 --tries=2 --output-document="$2" "$1"
  else
    say 'neither curl nor wget is installed' >&2
    return 1
  fi
}

sha256_of() { if has sha256sum; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d ' ' -f 1; }

# fetch_grafana: prints the folder of the pinned Grafana, downloading it if it is not there yet. Fails with the reason on stderr.
fetch_grafana() {
  local home=$state/grafana/grafana-$grafana_version platform archive url expected actual
  if [ -x "$home/bin/grafana" ]; then
    printf '%s\n' "$home"
    return
  fi
  platform=$(grafana_platform)
  [ -n "$platform" ] || { say "Grafana publishes no archive for $(uname -s) on $(uname -m)" >&2; return 1; }
  url=$grafana_downloads/grafana-$grafana_version.$platform.tar.gz
  archive=$state/grafana/grafana-$grafana_version.tar.gz
  mkdir -p -- "$state/grafana"
  say "Downloading Grafana $grafana_version (once, about 200 MB) from $url" >&2
  download "$url.sha256" "$archive.sha256" && download "$url" "$archive.part" progress || {
    rm -f -- "$archive.part" "$archive.sha256"
    say "Grafana could not be downloaded from $url" >&2
    return 1
  }
  expected=$(cut -d ' ' -f 1 <"$archive.sha256" | tr -d '\r\n')
  actual=$(sha256_of "$archive.part")
  if [ "$expected" != "$actual" ]; then
    rm -f -- "$archive.part" "$archive.sha256"
    say "Grafana's archive has SHA-256 $actual, but $expected is published: it was deleted and not unpacked" >&2
    return 1
  fi
  rm -rf -- "$home.new"
  mkdir -p -- "$home.new"
  tar -xzf "$archive.part" -C "$home.new" --strip-components 1 && [ -x "$home.new/bin/grafana" ] || {
    rm -rf -- "$home.new" "$archive.part" "$archive.sha256"
    say "Grafana's archive from $url could not be unpacked, or holds no bin/grafana" >&2
    return 1
  }
  mv -- "$home.new" "$home"
  rm -f -- "$archive.part" "$archive.sha256"
  printf '%s\n' "$home"
}
