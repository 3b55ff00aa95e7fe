#!/bin/bash
# fuzz.sh: replays each target's corpus, or looks for new inputs.  usage: fuzz.sh replay|SECONDS PROGRAM...
# A target NAME_fuzz has its corpus in tests/fuzz/corpus/NAME. New inputs go to build/fuzz/corpus; what breaks a
# target is left in build/fuzz/found, to become part of the corpus with its fix.
set -eu
mode=$1
shift
failed=0
export UBSAN_OPTIONS=print_stacktrace=1
[ $# != 0 ] || { echo "SKIP fuzzing: there are no targets in tests/fuzz"; exit 0; }
mkdir -p build/fuzz/found
for program; do
	name=$(basename "$program" _fuzz)
	corpus=tests/fuzz/corpus/$name work=build/fuzz/corpus/$name
	mkdir -p "$work"
	options=(-timeout=10 -rss_limit_mb=2048 -max_len=16384 -artifact_prefix=build/fuzz/found/"$name"-)
	[ ! -e "tests/fuzz/$name.dict" ] || options+=(-dict="tests/fuzz/$name.dict")
	if [ "$mode" = replay ]; then
		# The corpus, then as many runs as a commit must have had together: see T of `make fuzz` for more.
		options+=(-runs="${FUZZ_RUNS:-20000}" -max_total_time=5 -seed=1)
	else
		options+=(-max_total_time="$mode")
	fi
	if output=$("$program" "${options[@]}" "$work" "$corpus" 2>&1); then
		echo "ok   fuzz $name: $(grep -oE 'Done [0-9]+ runs' <<<"$output" | tail -1 || true), corpus of $(find "$corpus" -type f | wc -l)"
	else
		echo "FAIL fuzz $name (see build/fuzz/found)"
		tail -n 60 <<<"$output"
		failed=1
	fi
done
exit $failed
