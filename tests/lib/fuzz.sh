#!/bin/bash
# fuzz.sh: replays each target's corpus, or looks for new inputs.  usage: fuzz.sh replay|SECONDS PROGRAM...
# A target NAME_fuzz has its corpus in tests/fuzz/corpus/NAME. New inputs go to build/fuzz/corpus; what breaks a
# target is left in build/fuzz/found, to become part of the corpus with its fix.
set -eu
mode=$1
shift
[ $# != 0 ] || { echo "SKIP fuzzing: there are no targets in tests/fuzz"; exit 0; }
export UBSAN_OPTIONS=print_stacktrace=1
mkdir -p build/fuzz/found

one() {
	local program=$1 name corpus work log=$1.log
	name=$(basename "$program" _fuzz)
	corpus=tests/fuzz/corpus/$name work=build/fuzz/corpus/$name
	local options=(-timeout=10 -rss_limit_mb=2048 -max_len=16384 -artifact_prefix=build/fuzz/found/"$name"-)
	[ ! -e "tests/fuzz/$name.dict" ] || options+=(-dict="tests/fuzz/$name.dict")
	if [ "$mode" = replay ]; then
		# The corpus that is in the repository, then FUZZ_SECONDS further (3 make a million runs of all targets).
		work=build/fuzz/replay/$name
		rm -rf "$work"
		options+=(-runs=200000 -max_total_time="${FUZZ_SECONDS:-1}" -seed=1)
	else
		options+=(-max_total_time="$mode")
	fi
	mkdir -p "$work"
	if "$program" "${options[@]}" "$work" "$corpus" >"$log" 2>&1; then
		echo "ok   fuzz $name: $(grep -oE 'Done [0-9]+ runs' "$log" | tail -1 || true), corpus of $(find "$corpus" -type f | wc -l)"
	else
		echo "FAIL fuzz $name (all of it in $log; its input in build/fuzz/found)"
		grep -vE '^soundings: |^#[0-9]' "$log" | tail -n 40
		return 1
	fi
}

# As many at once as there are processors. Each one's lines come together, for they are printed at its end.
export -f one
export mode
printf '%s\n' "$@" | xargs -P "$(nproc)" -I '{}' bash -euc 'out=$(one "$1") && echo "$out" || { echo "$out"; exit 1; }' - '{}'
