#!/bin/bash
# lint.sh: formatting, static analysis, and the house rules that a grep can hold. Prints every fault; exit 1 on any.
set -u
cd "$(dirname "$0")/../.."
failed=0
fault() { echo "lint: $*"; failed=1; }
# rule WHAT PATTERN FILE...: the pattern must occur in none of the files.
rule() {
	local what=$1 pattern=$2 found
	shift 2
	found=$(grep -nE -- "$pattern" "$@" /dev/null 2>/dev/null) && fault "$what" && echo "$found"
	return 0
}
shopt -s nullglob globstar
c=(cgi/*.[ch] cgi/*.cc) pages=()
ours=(cgi/**/*.{c,h,cc,mjs} static/*.{mjs,scss} nginx/* tests/**/*.{c,h,mjs,sh} sql/**/*.sql templates/*.tpl Makefile)

clang-format --dry-run --Werror "${c[@]}" tests/unit/*.c tests/fuzz/*.c || fault "clang-format (mend with: clang-format -i FILE)"

cppcheck --quiet --std=c11 --enable=warning,portability --inline-suppr --error-exitcode=1 --suppress=missingIncludeSystem \
	--suppress=unknownMacro -Icgi -Ibuild/gen cgi/*.c || fault cppcheck
checks='-*,clang-analyzer-*,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling,bugprone-*,-bugprone-easily-swappable-parameters,-bugprone-reserved-identifier,-bugprone-branch-clone,-bugprone-narrowing-conversions'
printf '%s\0' cgi/*.c | xargs -0 -n 4 -P 2 clang-tidy --quiet --warnings-as-errors='*' --checks="$checks" -- \
	-std=gnu17 -D_GNU_SOURCE -Icgi -Ibuild/gen -isystem /usr/include/mariadb 2>/dev/null || fault clang-tidy

# A page knows no SQL, no HTML, no heap.
rule "unsafe string function" '\b(strcpy|strcat|sprintf|vsprintf|gets|strtok|atoi|atol)\(' "${c[@]}"
rule "malloc or free: request memory hangs on talloc" '[^_a-z](malloc|calloc|realloc|free)\(' cgi/*.c
rule "SQL belongs in sql/query" '"(SELECT|INSERT INTO|UPDATE|DELETE FROM) ' $(ls cgi/*.c | grep -vE '/(db|migrate|checks)[a-z_]*\.c$')
rule "stdio wrappers of libfcgi replace environ" 'fcgi_stdio' "${c[@]}"
rule "HTML belongs in templates" '"<(p|div|h[1-6]|a|span|form|input|table|label)[ >]' cgi/*.c
# Nothing inline, nothing from another host.
rule "inline style or script in a template" ' (style|on[a-z]+)=|<style|<script[^>]*>[^<]' templates/*.tpl nginx/errors.html
rule "another host in a template" '(src|action|href)="?(https?:)?//' templates/*.tpl nginx/errors.html
rule "add_header outside headers.conf loses all headers there" '^\s*add_header' nginx/nginx.conf.in nginx/site.conf nginx/fastcgi.conf nginx/soundings.conf
rule "trailing space" '[[:blank:]]+$' "${ours[@]}"

for file in "${ours[@]}"; do
	[ -f "$file" ] || continue
	lines=$(wc -l <"$file")
	[ "$lines" -le 500 ] || fault "$file has $lines lines: past 500 it has two jobs"
done
for file in "${c[@]}"; do
	head -1 "$file" | grep -qF "${file##*/}: " || fault "$file does not open with its name and job"
	# Columns, with tabs of eight.
	expand -t 8 "$file" | awk -v f="$file" 'length > 120 { print f ":" NR ": " length " columns"; bad = 1 } END { exit bad }' || failed=1
	awk -v f="$file" '/^\{/ { start = NR } /^\}/ && start { if (NR - start > 61) { print f ":" start ": a function of " NR - start - 1 " lines"; bad = 1 } start = 0 } END { exit bad }' "$file" ||
		fault "functions fit a screen"
done

node cgi/gen/templates.mjs || fault "template linter"
[ $failed = 0 ] && echo "lint: nothing found"
exit $failed
