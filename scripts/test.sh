# shellcheck shell=bash
# test: every suite, and one line that sums them up.

# counter FILE NAME: a number of the summary that a suite has written.
counter() { sed -n -E "s/.*<Counters [^>]*\\b$2=\"([0-9]+)\".*/\\1/p" "$1" | head -n 1; }

# failed_tests FILE: names of the tests that failed in a suite, one a line.
failed_tests() {
  sed -n -E '/<UnitTestResult .*outcome="Failed"/ s/.* testName="([^"]*)".*/\1/p' "$1" \
    | sed -e 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#x[0-9A-Fa-f]*;/ /g; s/&amp;/\&/g'
}

# set_clock: with TIDEMARK_TEST_CLOCK=HH:MM[:SS] the tests and all that they start take it to be that time of today, UTC.
set_clock() {
  [ -n "${TIDEMARK_TEST_CLOCK:-}" ] || return 0
  local library wanted now
  library=$(find /usr/lib /usr/lib64 -name libfaketime.so.1 -print -quit 2>/dev/null || true)
  [ -n "$library" ] || die "TIDEMARK_TEST_CLOCK needs libfaketime: apt install faketime"
  wanted=$(date -u -d "$(date -u +%F) $TIDEMARK_TEST_CLOCK" +%s) || die "TIDEMARK_TEST_CLOCK is '$TIDEMARK_TEST_CLOCK'; it must be a time of day such as 23:58"
  now=$(date -u +%s)
  # Only the time of day: what measures a duration is unaffected. With the "fix" every wait of .NET's would be over at once.
  LD_PRELOAD=$library FAKETIME=$(printf '%+d' $((wanted - now))) FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0
  export LD_PRELOAD FAKETIME FAKETIME_DONT_FAKE_MONOTONIC FAKETIME_FORCE_MONOTONIC_FIX
}

test_all() {
  need_dotnet
  need_postgres
  want_chromium
  want_pgbouncer
  local results=$state/test-results passed=0 failed=0 skipped=0 project suite file code total ok failures=''
  rm -rf -- "$results"
  mkdir -p -- "$results"
  dotnet build "$root/Tidemark.slnx" -c Release -v quiet -clp:ErrorsOnly || {
    say '0 passed, 1 failed'
    die 'the solution does not build'
  }
  set_clock
  for project in "$root"/tests/*.Tests/*.csproj "$root"/tests/*.IntegrationTests/*.csproj; do
    suite=$(basename -- "$project" .csproj)
    file=$results/$suite.trx
    code=0
    dotnet test "$project" -c Release --no-build --nologo --blame-hang-timeout 5min --blame-hang-dump-type none \
      --logger "trx;LogFileName=$suite.trx" --results-directory "$results" "$@" || code=$?
    total=0 ok=0
    if [ -s "$file" ]; then
      total=$(counter "$file" executed) ok=$(counter "$file" passed)
      skipped=$((skipped + $(counter "$file" total) - total))
      failures+=$(failed_tests "$file" | sed "s/^/  $suite: /")$'\n'
    fi
    passed=$((passed + ok))
    failed=$((failed + total - ok))
    # A crashed test host reports no failed test, or nothing at all.
    if [ "$code" -ne 0 ] && [ "$total" -eq "$ok" ]; then
      say "$suite did not run to its end"
      failures+="  $suite did not run to its end"$'\n'
      failed=$((failed + 1))
    fi
  done
  # A build server may keep only the last lines of the log.
  if [ "$failed" -gt 0 ]; then printf 'Failed:\n%s' "$failures" | sed '/^$/d'; fi
  if [ "$skipped" -gt 0 ]; then say "$passed passed, $failed failed, $skipped skipped"; else say "$passed passed, $failed failed"; fi
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
