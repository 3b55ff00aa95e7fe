#!/bin/bash
# run.sh: a private copy of Soundings, from nothing to a page: MariaDB, settings, demonstration data, workers, nginx.
# Used by `make run` and by the tests. Settings come from the environment; all that is written is under $VAR.
set -eu
umask 077
cd "$(dirname "$0")/.."

: "${PUBLIC_PORT:=8080}" "${STAFF_PORT:=8081}" "${VAR:=var}" "${DEMO:=1}"
: "${WORKERS:=8}" "${STAFF_WORKERS:=4}"          # processes of each pool
: "${PROGRAM:=build/soundings}"                  # or build/san/soundings
: "${LIMITS:=1}"                                 # 0: nginx's rate limits off, for benches
: "${LISTEN:=127.0.0.1}" "${NAMES:=localhost 127.0.0.1 [::1]}"
: "${CLAMD:=}"                                    # clamd.socket: a virus scanner's socket; none at first
: "${WORKER_REQUESTS:=}"                          # worker.requests: until a worker retires; its own number at first
: "${DB_BUFFER:=128M}" "${JOBS_EVERY:=20}"       # MariaDB's memory; seconds between two runs of the jobs, 0: none
: "${FROM:=}"                                     # a VAR that was stopped: a new one begins as a copy of it, passwords and all (tests)
# Mail goes nowhere but to a page that shows it; MAIL=0: there is no such page, and mail waits.
: "${MAIL:=1}" "${MAIL_WEB_PORT:=$((PUBLIC_PORT + 2))}" "${MAIL_PORT:=$((PUBLIC_PORT + 3))}"

say() { printf '%s\n' "$*"; }
die() { printf 'run.sh: %s\n' "$*" >&2; exit 1; }

# ---- Where things are ---------------------------------------------------------------------------

mkdir -p "$VAR"
chmod 700 "$VAR"
root=$PWD
var=$(realpath "$VAR")
program=$(realpath "$PROGRAM" 2>/dev/null) && [ -x "$program" ] || die "no $PROGRAM: run make release"
# The kernel takes 107 bytes of path for a socket; a path from here may be shorter.
sockets=$var
[ ${#var} -le 88 ] || sockets=$(realpath --relative-to=. "$var")
[ ${#sockets} -le 88 ] || die "the path of VAR is too long for sockets: $var"
mkdir -p "$var/tmp" "$var/done"

exec 9>"$var/lock"
flock -n 9 || die "a copy is running in $VAR already; choose another: make run VAR=var2 PUBLIC_PORT=… STAFF_PORT=…"

# A settings file that names a mail server of its own keeps it.
sink=smtps://127.0.0.1:
if [ "$MAIL" = 0 ] || { grep -qs '^smtp\.url' "$var/soundings.conf" && ! grep -q "^smtp\.url = $sink" "$var/soundings.conf"; }; then
	mail_ports=
else
	mail_ports="$MAIL_PORT $MAIL_WEB_PORT"
fi

is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
for port in "$PUBLIC_PORT" "$STAFF_PORT" $mail_ports; do
	! is_open "$port" || die "port $port is taken; choose others: make run PUBLIC_PORT=… STAFF_PORT=… MAIL_PORT=… MAIL_WEB_PORT=… [VAR=…]"
done

# What an earlier run left behind, were it killed: it is ours only if it names our folder.
for file in "$var"/*.pid; do
	[ -e "$file" ] || continue
	pid=$(cat "$file" 2>/dev/null) || pid=
	if [ "$pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$var/"; then
		kill -TERM "$pid" 2>/dev/null || true
		for _ in {1..300}; do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
	fi
	rm -f "$file"
done
rm -f "$var"/*.hold "$var"/*.sock

# ---- Starting and stopping ----------------------------------------------------------------------

keepers=()
# keep NAME COMMAND...: starts it and keeps it running. A session of its own, so that Ctrl-C reaches this script only.
keep() {
	local name=$1
	setsid setpriv --pdeathsig TERM -- nginx/keep.sh "$var" "$@" >>"$var/$name.log" 2>&1 9>&- </dev/null &
	keepers=("$!" "${keepers[@]}")
}

stop() {
	trap '' INT TERM HUP EXIT
	[ ${#keepers[@]} = 0 ] || say "Stopping."
	# Last started, first stopped: nginx, workers, MariaDB; each has ended before the next is told.
	for pid in "${keepers[@]}"; do
		kill -TERM "$pid" 2>/dev/null || true
		wait "$pid" 2>/dev/null || true
	done
	exit "${1:-0}"
}
trap 'stop 0' INT TERM HUP
trap 'stop $?' EXIT

# ---- MariaDB ------------------------------------------------------------------------------------

random() { head -c "$1" /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }
as_root=
[ "$(id -u)" != 0 ] || as_root="user = root"

# Made in another place and then moved: a run that was cut short leaves nothing half made.
mkdir -p "$var/tmp/mariadb" # its own: a server that starts clears the temporary tables of others away
if [ "$FROM" ] && [ ! -d "$var/mariadb" ]; then
	rm -rf "$var/mariadb.new"
	cp -R --preserve=mode,timestamps --reflink=auto "$FROM/done" "$FROM/root.cnf" "$FROM/soundings.conf" "$var/"
	[ ! -e "$FROM/demo-accounts.tsv" ] || cp "$FROM/demo-accounts.tsv" "$var/"
	sed -i "s|^socket = .*|socket = \"$sockets/mariadb.sock\"|" "$var/root.cnf"
	sed -i -e "s|^db\.socket = .*|db.socket = $sockets/mariadb.sock|" -e "s|^tmp = .*|tmp = $var/tmp|" "$var/soundings.conf"
	cp -R --preserve=mode,timestamps --reflink=auto "$FROM/mariadb" "$var/mariadb.new"
	mv "$var/mariadb.new" "$var/mariadb"
fi
if [ ! -d "$var/mariadb" ]; then
	say "Setting up MariaDB in $VAR (the first time only)"
	rm -rf "$var/mariadb.new"
	TMPDIR=$var/tmp/mariadb mariadb-install-db --no-defaults ${as_root:+--user=root} --datadir="$var/mariadb.new" --skip-test-db \
		--auth-root-authentication-method=normal >"$var/install.log" 2>&1 9>&- ||
		{ cat "$var/install.log" >&2; die "MariaDB could not be set up"; }
	rm -f "$var/root.cnf"
	mv "$var/mariadb.new" "$var/mariadb"
fi
cat >"$var/my.cnf" <<END
# my.cnf: made by nginx/run.sh at each start.
[mysqld]
$as_root
datadir = $var/mariadb
socket = $([ "$sockets" = "$var" ] && echo "$var" || realpath --relative-to="$var/mariadb" "$var")/mariadb.sock
pid-file = $var/mariadb-server.pid
tmpdir = $var/tmp/mariadb
skip-networking
skip-log-bin
skip-name-resolve
local-infile = OFF
symbolic-links = OFF
secure-file-priv = $var/tmp/mariadb
character-set-server = utf8mb4
collation-server = utf8mb4_unicode_ci
sql-mode = STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION
default-time-zone = +00:00
innodb-flush-log-at-trx-commit = 1
innodb-snapshot-isolation = ON
innodb-rollback-on-timeout = ON
innodb-lock-wait-timeout = 5
innodb-print-all-deadlocks = ON
innodb-buffer-pool-size = $DB_BUFFER
max-connections = 200
performance-schema = OFF
END

# The administrator's password is noted first and set then, so that a kill in between is mended by the next start.
[ -e "$var/root.cnf" ] || printf '[client]\nuser = root\npassword = "%s"\nsocket = %s\n' \
	"$(random 24)" "$sockets/mariadb.sock" >"$var/root.cnf"
sql() { mariadb --defaults-file="$var/root.cnf" --batch --skip-column-names "$@" 9>&-; }
first_password() {
	mariadb --no-defaults -u root -S "$sockets/mariadb.sock" 9>&- <<-END
		DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host <> 'localhost');
		FLUSH PRIVILEGES;
		ALTER USER root@localhost IDENTIFIED BY '$(sed -n 's/^password = "\(.*\)"/\1/p' "$var/root.cnf")';
	END
}

keep mariadb mariadbd --defaults-file="$var/my.cnf"
for _ in {1..600}; do
	! sql -e 'SELECT 1' >/dev/null 2>&1 || break
	first_password 2>/dev/null || sleep 0.1
done
sql -e 'SELECT 1' >/dev/null || { tail -20 "$var/mariadb.log" >&2; die "MariaDB does not answer"; }

# ---- Settings -----------------------------------------------------------------------------------

# All secrets are made here, once, and are nowhere else.
if [ ! -e "$var/soundings.conf" ]; then
	cat >"$var/soundings.conf.new" <<END
# soundings.conf: settings of the command line, with every password. Made by nginx/run.sh at the first start; the two
# addresses follow its ports. The workers' public.conf and staff.conf are made from it at each start, with less in them.
public_url = http://localhost:$PUBLIC_PORT
staff_url = http://localhost:$STAFF_PORT
organisation = Demonstration Integrated Care Board
contact = feedback@soundings.example
db.socket = $sockets/mariadb.sock
db.name = soundings
db.owner.user = soundings_owner
db.owner.password = $(random 24)
db.public.user = soundings_public_worker
db.public.password = $(random 24)
db.staff.user = soundings_staff_worker
db.staff.password = $(random 24)
templates = $root/build/templates
schema = $root/sql/schema
tmp = $var/tmp
seal.key = $(random 32)
secret.key = $(random 32)
END
	mv "$var/soundings.conf.new" "$var/soundings.conf"
fi
sed -i -e "s|^public_url = http://localhost:.*|public_url = http://localhost:$PUBLIC_PORT|" \
	-e "s|^staff_url = http://localhost:.*|staff_url = http://localhost:$STAFF_PORT|" "$var/soundings.conf"
if [ "$mail_ports" ] || grep -q "^smtp\.url = $sink" "$var/soundings.conf"; then
	sed -i '/^smtp\./d' "$var/soundings.conf"
fi
if [ "$mail_ports" ]; then
	cat >>"$var/soundings.conf" <<END
smtp.url = $sink$MAIL_PORT
smtp.user = soundings
smtp.password = $(random 12)
smtp.ca = $var/mail/server.crt
END
fi
if [ "$CLAMD" ]; then
	sed -i '/^clamd\./d' "$var/soundings.conf"
	printf 'clamd.socket = %s\n' "$CLAMD" >>"$var/soundings.conf"
fi
if [ "$WORKER_REQUESTS" ]; then
	sed -i '/^worker\./d' "$var/soundings.conf"
	printf 'worker.requests = %s\n' "$WORKER_REQUESTS" >>"$var/soundings.conf"
fi
grep -v -e '^db\.owner\.' -e '^db\.staff\.' -e '^secret\.key' -e '^smtp\.' -e '^clamd\.' -e '^#' \
	"$var/soundings.conf" >"$var/public.conf"
grep -v -e '^db\.owner\.' -e '^db\.public\.' -e '^smtp\.' -e '^#' "$var/soundings.conf" >"$var/staff.conf"
setting() { sed -n "s/^$1 = //p" "$var/soundings.conf" | head -1; }

export SOUNDINGS_CONF="$var/soundings.conf"
soundings() { "$program" "$@" 9>&-; }

# once NAME COMMAND...: what has been done stays done, and is done again where it was cut short.
once() {
	local mark="$var/done/$1"
	shift
	[ ! -e "$mark" ] || return 0
	"$@" && touch "$mark"
}

# ---- Where mail goes in development: a server that keeps it and shows it (maildev, from npm) -----

# Its certificate is its own, and smtp.ca names it: encryption, verification and password are those of production.
if [ "$mail_ports" ]; then
	mkdir -p "$var/mail/messages"
	if [ ! -e "$var/mail/server.crt" ]; then
		openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 3650 -subj /CN=localhost \
			-addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout "$var/mail/server.key" \
			-out "$var/mail/server.crt.new" >"$var/mail/openssl.out" 2>&1 9>&- ||
			{ cat "$var/mail/openssl.out" >&2; die "no certificate could be made for the mail page"; }
		mv "$var/mail/server.crt.new" "$var/mail/server.crt"
	fi
	MAILDEV_INCOMING_USER=$(setting smtp.user) MAILDEV_INCOMING_PASS=$(setting smtp.password) \
		keep mail node node_modules/maildev/bin/maildev --ip 127.0.0.1 --smtp "$MAIL_PORT" --web "$MAIL_WEB_PORT" \
		--mail-directory "$var/mail/messages" --incoming-secure \
		--incoming-cert "$var/mail/server.crt" --incoming-key "$var/mail/server.key"
fi

set_up_database() {
	{
		printf "SET @database = '%s', @owner_password = '%s', @public_password = '%s', @staff_password = '%s';\n" \
			"$(setting db.name)" "$(setting db.owner.password)" \
			"$(setting db.public.password)" "$(setting db.staff.password)"
		cat sql/setup.sql
	} | sql
}
set_up_database
soundings migrate

# ---- Demonstration data -------------------------------------------------------------------------

# What each is, and for whom (a code of sql/demo/organisations.csv; none: the commissioner).
# The panel are contract reviewers too. The third reviewer and the panel's member have a conflict of interest in one review each.
demo_people="author auditor administrator second_administrator incident_manager second_incident_manager contract_reviewer
	second_contract_reviewer third_contract_reviewer panel_chair panel_member second_panel_member
	practice_member:ZZ-P01 provider_member:ZZ-V01 hospital_provider_member:ZZ-T01 carers_member:ZZ-V03
	shared_office_member:ZZ-V06 two_hats"
demo_accounts() {
	local person what role line at made="$var/demo-accounts.new"
	printf 'role\te-mail\tpassword\tTOTP secret\n' >"$made"
	for person in $demo_people; do
		what=${person%:*}
		case $what in
			two_hats) role=author ;;
			*panel_*) role=contract_reviewer ;;
			carers_* | shared_office_*) role=provider_member ;;
			*) role=${what#second_} role=${role#third_} role=${role#hospital_} ;;
		esac
		at=${person#"$what"}
		line=$(soundings user add "${what//_/-}@demo.example" --name "Demo ${what//_/ }" --role "$role" \
			${at:+--organisation "${at#:}"}) || return 1
		printf '%s\t%s\n' "$what" "$line" >>"$made"
	done
	soundings user role two-hats@demo.example --organisation ZZ-P02 --role practice_member || return 1
	soundings user role shared-office-member@demo.example --organisation ZZ-V04 --role provider_member || return 1
	mv "$made" "$var/demo-accounts.tsv"
}
demo() {
	local list
	for list in organisations list-sizes; do
		once "demo-$list" soundings import organisations "sql/demo/$list.csv" --yes >"$var/$list.log" ||
			say "(the demonstration $list could not be loaded: $var/$list.log)"
	done
	once demo-accounts demo_accounts || say "(some demonstration accounts could not be made)"
	local slug
	for slug in fft joint-commissioning; do
		once "demo-$slug" soundings import survey "sql/demo/$slug.json" || say "(the demonstration survey $slug is not there)"
		once "demo-$slug-responses" soundings import responses "$slug" "sql/demo/$slug.responses.json" ||
			say "(the demonstration responses of $slug are not there)"
	done
	# A year of incident reports that ends today.
	if [ ! -e "$var/done/demo-incidents" ]; then
		node sql/demo/incidents.mjs >"$var/tmp/incidents.json"
		once demo-incidents soundings import incidents "$var/tmp/incidents.json" >"$var/incidents.log" 2>&1 ||
			say "(the demonstration incidents could not be loaded: $var/incidents.log)"
		rm -f "$var/tmp/incidents.json"
	fi
	# Contracts with voluntary organisations, three years of their returns, reviews, plans and bids.
	if [ ! -e "$var/done/demo-contracts" ]; then
		node sql/demo/contracts.mjs >"$var/tmp/contracts.jsonl"
		once demo-contracts soundings import reviews "$var/tmp/contracts.jsonl" >"$var/contracts.log" 2>&1 ||
			say "(the demonstration contracts could not be loaded: $var/contracts.log)"
		rm -f "$var/tmp/contracts.jsonl"
	fi
	# Proposals, what people and groups answered, and what was decided.
	if [ ! -e "$var/done/demo-proposals" ]; then
		node sql/demo/proposals.mjs >"$var/tmp/proposals.jsonl"
		once demo-proposals soundings import proposals "$var/tmp/proposals.jsonl" >"$var/proposals.log" 2>&1 ||
			say "(the demonstration proposals could not be loaded: $var/proposals.log)"
		rm -f "$var/tmp/proposals.jsonl"
	fi
}
# What people told us about the closed proposal, as its author publishes it: once, and of what is counted.
demo_results() {
	local ref
	ref=$(soundings GET "/proposals?stand=closed" --as author@demo.example | grep -om1 'href="/proposals/[0-9A-Z]\{4\}-[0-9A-Z]\{4\}"' | cut -d/ -f3 | tr -d '"')
	[ "$ref" ] || return 1
	soundings POST "/proposals/$ref/results/publish" --as author@demo.example --body do=publish | grep -q '^Status: 303'
}
if [ "$DEMO" != 0 ] && [ ! -e "$var/done/demo" ]; then
	say "Loading demonstration data (the first time only)"
	demo
	soundings tally
	touch "$var/done/demo"
fi
if [ "$DEMO" != 0 ] && [ -e "$var/done/demo-proposals" ]; then
	once demo-results demo_results || say "(the demonstration proposal's results could not be published)"
fi
soundings check || die "soundings check found the faults above"

# ---- Workers ------------------------------------------------------------------------------------

pool() { # NAME WORKERS
	SOUNDINGS_CONF="$var/$1.conf" keep "$1" \
		spawn-fcgi -n -s "$sockets/$1.sock" -M 0660 -b 1024 -- \
		/usr/bin/multiwatch -s TERM -f "$2" -r 1000000 -t 1000 -- \
		/usr/bin/setpriv --pdeathsig TERM -- "$program" serve --pool "$1"
}
pool public "$WORKERS"
pool staff "$STAFF_WORKERS"

# ---- nginx --------------------------------------------------------------------------------------

modules=/usr/lib/nginx/modules
brotli='#' limits= owner='#' ipv6='#'
[ ! -e $modules/ngx_http_brotli_static_module.so ] || brotli=
[ "$LIMITS" != 0 ] || limits='#'
[ "$(id -u)" != 0 ] || owner=
[ "$LISTEN" != 127.0.0.1 ] || ! grep -q '^0*1 ' /proc/net/if_inet6 2>/dev/null || ipv6=
files=$(ulimit -Hn)
[ "$files" != unlimited ] && [ "$files" -le 65536 ] || files=65536
ulimit -n "$files" 2>/dev/null || files=$(ulimit -n)
fill() {
	sed -e "s|@VAR@|$var|g" -e "s|@SOCKETS@|$sockets|g" -e "s|@BUILD@|$root/build|g" -e "s|@NGINX@|$root/nginx|g" \
		-e "s|@PUBLIC_PORT@|$PUBLIC_PORT|g" -e "s|@STAFF_PORT@|$STAFF_PORT|g" -e "s|@LISTEN@|$LISTEN|g" \
		-e "s|@NAMES@|$NAMES|g" -e "s|@WORKERS@|$WORKERS|g" -e "s|@STAFF_WORKERS@|$STAFF_WORKERS|g" \
		-e "s|@SIGN_INS@|$((LIMITS ? (STAFF_WORKERS + 1) / 2 : 0))|g" -e "s|@CONNECTIONS@|$((files / 2))|g" \
		-e "s|@MODULES@|$modules|g" -e "s|@BROTLI@|$brotli|g" -e "s|@LIMITS@|$limits|g" -e "s|@ROOT@|$owner|g" \
		-e "s|@IPV6@|$ipv6|g" "$1"
}
fill nginx/nginx.conf.in >"$var/nginx.conf"
fill nginx/site.conf >"$var/site.conf"
keep nginx nginx -e "$var/nginx.log" -p "$var/" -c "$var/nginx.conf"

# ---- Jobs: fold, expire; a timer does this in production ----------------------------------------

[ "$JOBS_EVERY" = 0 ] || keep jobs nginx/every.sh "$JOBS_EVERY" "$program" jobs

# ---- Until a page answers -----------------------------------------------------------------------

answers() { curl -sf -o /dev/null --max-time 2 "http://127.0.0.1:$1/health"; }
for port in "$PUBLIC_PORT" "$STAFF_PORT"; do
	for _ in {1..200}; do
		! answers "$port" || break
		sleep 0.1
	done
	if ! answers "$port"; then
		tail -n 15 "$var"/nginx.log "$var"/public.log "$var"/staff.log >&2 || true
		die "no page on port $port; the logs are in $VAR"
	fi
done

if [ "$mail_ports" ]; then # asked by its page: an SMTP connection that says nothing ends maildev
	for _ in {1..100}; do
		! is_open "$MAIL_WEB_PORT" || break
		sleep 0.1
	done
	is_open "$MAIL_WEB_PORT" || say "(the mail page does not answer; see $VAR/mail.log)"
fi

say ""
say "Soundings is running.  Ctrl-C stops it.  Logs and data: $VAR/"
say "  patients and public  http://localhost:$PUBLIC_PORT/"
say "  staff                http://localhost:$STAFF_PORT/"
[ ! "$mail_ports" ] || say "  mail                 http://localhost:$MAIL_WEB_PORT/"
if [ -e "$var/demo-accounts.tsv" ]; then
	say ""
	say "Sign-ins (a one-time code of this moment: make code WHO=e-mail$([ "$VAR" = var ] || echo " VAR=$VAR")):"
	awk -F '\t' 'BEGIN { note["third_contract_reviewer"] = "  conflict of interest: The Carers'"'"' Centre"
			note["panel_member"] = "  conflict of interest: Stroke Friends" }
		NR > 1 { printf "  %-24s %-40s %s%s\n", $1, $2, $3, note[$1] }' "$var/demo-accounts.tsv"
fi
say ""
echo ready >"$var/ready"

# Until a signal: keep.sh ends only when told to.
wait
die "everything has ended"
