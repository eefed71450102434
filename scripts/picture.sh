# shellcheck shell=bash
# picture: the start page of a running `./dev up`, as the README shows it.

picture_file=docs/start-page.png

picture() {
  local browser profile
  want_chromium
  browser=$(command -v chromium || command -v chromium-browser) || die 'picture needs Chromium'
  curl --fail --silent --output /dev/null "http://127.0.0.1:$api_port/readyz" || die 'picture shows what ./dev up receives: start it first'
  profile=$(mktemp -d)
  # The page fills itself once it is open, so the picture is taken some seconds later.
  HOME=$profile timeout 60 "$browser" --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --user-data-dir="$profile" \
    --window-size=1040,905 --force-device-scale-factor=1 --timeout=8000 --screenshot="$root/$picture_file" "http://127.0.0.1:$api_port/" \
    >/dev/null 2>&1 || { rm -rf -- "$profile"; die 'the browser made no picture'; }
  rm -rf -- "$profile"
  say "picture: $picture_file"
}
