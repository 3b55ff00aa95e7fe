#!/bin/bash
# unit.sh: runs the C unit tests; shows the output of those that fail.  usage: unit.sh PROGRAM...
set -eu
failed=0
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1
[ $# != 0 ] || { echo "SKIP unit tests: there are none in tests/unit"; exit 0; }
for program; do
	if output=$("$program" 2>&1); then
		echo "ok   ${program##*/}: $(grep -c '^\[       OK' <<<"$output" || true) tests"
	else
		echo "FAIL ${program##*/}"
		echo "$output"
		failed=1
	fi
done
exit $failed
