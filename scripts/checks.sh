# shellcheck shell=bash
# bench and lint.

bench() {
  need_dotnet
  need_postgres
  dotnet build "$root/tests/Benchmarks" -c Release -v quiet -clp:ErrorsOnly || die 'the benchmarks do not build'
  TIDEMARK_BENCH_DIRECTORY=$(dirname -- "$(pg_directory)") exec dotnet "$root/tests/Benchmarks/bin/Release/net10.0/Tidemark.Benchmarks.dll" "$@"
}

lint() {
  need_dotnet
  local bad=0
  lint_scripts || bad=1
  lint_data || bad=1
  dotnet run --project "$root/tools/Grafana.Lint" -- check "$root/grafana" || {
    say 'dotnet run --project tools/Grafana.Lint -- format repairs the order and layout of dashboard files'
    bad=1
  }
  # The build takes the rest of .editorconfig and the analyzers for errors.
  dotnet format whitespace "$root/Tidemark.slnx" --verify-no-changes --verbosity minimal || {
    say 'dotnet format whitespace Tidemark.slnx repairs that'
    bad=1
  }
  [ "$bad" -eq 0 ] || die 'lint has found something'
  say 'lint: nothing to complain about'
}

lint_scripts() {
  if has shellcheck; then
    (cd -- "$root" && shellcheck -x dev .ci/run)
    return
  fi

  say 'shellcheck is not installed: scripts are only parsed'
  local file bad=0
  for file in "$root/dev" "$root/.ci/run" "$root"/scripts/*.sh; do bash -n "$file" || bad=1; done
  [ "$bad" -eq 0 ]
}

lint_data() {
  if ! has python3; then
    say 'python3 is not installed: data files are left to the tests'
    return
  fi

  local bad=0
  data_files json | parse_each 'import json, sys; json.load(sys.stdin)' || bad=1
  if python3 -c 'import yaml' 2>/dev/null; then
    data_files 'y*ml' | parse_each 'import sys, yaml; list(yaml.safe_load_all(sys.stdin))' || bad=1
  else
    say 'PyYAML is not installed: YAML files are left to the tests'
  fi
  [ "$bad" -eq 0 ]
}

data_files() {
  find "$root" -mindepth 1 \( -name bin -o -name obj -o -name '.?*' \) -prune -o -type f -name "*.$1" -print
}

parse_each() {
  local file bad=0
  while IFS= read -r file; do
    python3 -c "$1" <"$file" || {
      say "cannot be parsed: $file"
      bad=1
    }
  done
  [ "$bad" -eq 0 ]
}
