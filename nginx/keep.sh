#!/bin/bash
# keep.sh: runs a command, and runs it again whenever it ends, until told to stop (TERM).
# usage: keep.sh VAR NAME COMMAND...   Its pid is in VAR/NAME.pid; while VAR/NAME.hold exists it is not started.
set -eu
var=$1 name=$2 child=
shift 2

# What the command started shares its process group, so that nothing outlives it.
end() {
	[ "$child" ] || return 0
	kill -TERM "$child" 2>/dev/null || true
	for _ in {1..300}; do
		kill -0 "$child" 2>/dev/null || break
		sleep 0.1
	done
	kill -KILL -- "-$child" 2>/dev/null || true
	rm -f "$var/$name.pid"
}
trap 'trap "" TERM; end; exit 0' TERM INT HUP

while :; do
	while [ -e "$var/$name.hold" ]; do sleep 0.05; done
	# --pdeathsig: should this script be killed, its command ends too.
	setsid setpriv --pdeathsig TERM -- "$@" &
	child=$!
	echo "$child" >"$var/$name.pid"
	status=0
	wait "$child" || status=$?
	echo "$(date -u +%FT%TZ) keep.sh: $name ended with $status" >>"$var/keep.log"
	if kill -TERM -- "-$child" 2>/dev/null; then
		sleep 0.3
		kill -KILL -- "-$child" 2>/dev/null || true
	fi
	child=
	sleep 0.2
done
