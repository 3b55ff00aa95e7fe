#!/bin/bash
# deps.sh: installs the Debian packages that are missing.  usage: deps.sh run|test
set -eu

case ${1-} in
run) # to build, and to run a private copy
	want="gcc g++ make libc6-dev libfcgi-dev libctemplate-dev libmariadb-dev libtalloc-dev
		libsodium-dev libjansson-dev liboath-dev libqrencode-dev libcmark-dev libcurl4-openssl-dev
		libxlsxwriter-dev libcrack2-dev cracklib-runtime libmagic-dev libminizip-dev libexpat1-dev openssl mariadb-server-core mariadb-client-core
		nginx ca-certificates spawn-fcgi multiwatch oathtool util-linux
		curl libnginx-mod-http-brotli-static"
	command -v node >/dev/null || want+=" nodejs"
	command -v npm >/dev/null || want+=" npm"
	;;
test) # to test and to measure
	want="libcmocka-dev clang clang-format clang-tidy libclang-rt-dev cppcheck gdb wrk chromium"
	;;
*)
	echo "usage: $0 run|test" >&2
	exit 2
	;;
esac

missing=
for name in $want; do
	[ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=" $name"
done
[ "$missing" ] || exit 0

echo "Installing Debian packages:$missing"
as_root=
if [ "$(id -u)" != 0 ]; then
	command -v sudo >/dev/null || {
		echo "There is no sudo here. As root, please run: apt-get install$missing" >&2
		exit 1
	}
	echo "(this asks for your password once, for apt-get)"
	as_root=sudo
fi
# RUNLEVEL=1: a private copy is all we run, so the packages need not start servers of their own.
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -q --no-install-recommends $missing
