#!/bin/bash
# every.sh: runs a command every so many seconds, one at a time.  usage: every.sh SECONDS COMMAND...
set -eu
seconds=$1
shift
trap 'exit 0' TERM
while :; do
	"$@" &
	wait $! || true # what failed has said so, and is tried again
	sleep "$seconds" &
	wait $!
done
