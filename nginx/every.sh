#!/bin/bash
# every.sh: runs a command every so many seconds, one at a time.  usage: every.sh SECONDS COMMAND...
set -u
seconds=$1
shift
trap 'exit 0' TERM
while :; do
	"$@" &
	wait $!
	sleep "$seconds" &
	wait $!
done
