#!/bin/bash
# lint.sh: formatting, static analysis, and the house rules that a grep can hold. Prints every fault; exit 1 on any.
set -eu
cd "$(dirname "$0")/../.."
failed=0
fault() {
	echo "lint: $*"
	failed=1
}
# rule WHAT PATTERN FILE...: the pattern must occur in none of the files.
rule() {
	local what=$1 pattern=$2 found
	shift 2
	found=$(grep -nE -- "$pattern" "$@" /dev/null 2>/dev/null) && fault "$what" && echo "$found"
	return 0
}
shopt -s nullglob globstar
includes=$(printf -- "-I%s " cgi cgi/*/)
export includes

clang-format --dry-run --Werror cgi/**/*.[ch] cgi/**/*.cc tests/**/*.[ch] || fault "clang-format (mend with: clang-format -i FILE)"

cppcheck --quiet --std=c11 --enable=warning,portability --inline-suppr --error-exitcode=1 --suppress=missingIncludeSystem \
	--suppress=unknownMacro --suppress=uninitvar --suppress=varFuncNullUB $includes -Ibuild/gen cgi/**/*.c || fault cppcheck
tidy() {
	local checks='-*,clang-analyzer-*,bugprone-*'
	# Left out: memcpy and its like, bounded by what is beside them; what the analyser only suspects because it
	# sees one file at a time (the sanitizers and fuzzers see the whole); matters of taste.
	for check in clang-analyzer-{security.insecureAPI.DeprecatedOrUnsafeBufferHandling,valist.Uninitialized} \
		clang-analyzer-core.{CallAndMessage,NullDereference,uninitialized.Branch,UndefinedBinaryOperatorResult} \
		bugprone-{easily-swappable-parameters,reserved-identifier,branch-clone,narrowing-conversions} \
		bugprone-implicit-widening-of-multiplication-result; do
		checks+=",-$check"
	done
	clang-tidy --quiet --warnings-as-errors='*' --checks="$checks" "$@" -- \
		-std=gnu17 -D_GNU_SOURCE $includes -Ibuild/gen -isystem /usr/include/mariadb 2>/dev/null
}
export -f tidy
printf '%s\0' cgi/**/*.c | xargs -0 -n 4 -P "$(nproc)" bash -c 'tidy "$@"' - || fault clang-tidy

# What no tool knows: our own rules about source, migrations, queries and templates.
node cgi/gen/lint_source.mjs || failed=1
node cgi/gen/lint_schema.mjs || failed=1
rule "inline style or script" ' (style|on[a-z]+)=|<style|<script[^>]*>[^<]' nginx/errors.html
rule "add_header outside headers.conf loses all headers there" '^\s*add_header' \
	nginx/nginx.conf.in nginx/site.conf nginx/fastcgi.conf nginx/soundings.conf
node cgi/gen/templates.mjs || fault "template linter"
[ $failed = 0 ] && echo "lint: nothing found"
exit $failed
