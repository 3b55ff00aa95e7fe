#!/bin/bash
# code.sh: a demonstration account's one-time code of this moment.  usage: code.sh ACCOUNTS-FILE E-MAIL
set -eu
accounts=$1 who=$2
[ -r "$accounts" ] || { echo "There is no $accounts here: start with 'make run'." >&2; exit 1; }
secret=$(awk -F '\t' -v who="$who" '$2 == who { print $4; exit }' "$accounts")
if [ -z "$secret" ]; then
	echo "usage: make code WHO=e-mail, one of:" >&2
	awk -F '\t' 'NR > 1 || $1 != "role" { print "  " $2 }' "$accounts" >&2
	exit 1
fi
# The secret goes through stdin: arguments can be read by every user of a machine.
oathtool --totp --base32 - <<<"$secret"
