# Makefile: builds Soundings, runs a private copy of it, tests it. `make help` lists what there is.
# Generated: build/.  Run-time: VAR (default var/).  Nothing is written anywhere else but node_modules/.

PUBLIC_PORT ?= 8080
STAFF_PORT  ?= 8081
VAR         ?= var
DEMO        ?= 1
T           ?= 60
P           :=
AS          := # make itself has an AS: the assembler
WHO         :=

MAKEFLAGS += --no-builtin-rules
SHELL     := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all san release run test check unit lint fuzz fuzz-build torture bench page gdb code deps \
	deps-test clean help static units-build

# ---- What is compiled ---------------------------------------------------------------------------

sources   := $(wildcard cgi/*.c)
generated := build/gen/query.c build/gen/tpl_names.c
names     := $(notdir $(sources:.c=)) $(notdir $(generated:.c=)) tpl
unit_c    := $(wildcard tests/unit/*_test.c)
fuzz_c    := $(wildcard tests/fuzz/*_fuzz.c)

warnings := -Wall -Wextra -Wformat=2 -Wconversion -Wimplicit-fallthrough -Werror=format-security \
	-Wstrict-prototypes -Wmissing-prototypes -Wvla -Wshadow
# In every build. -fexceptions: ctemplate throws, and an exception that met C without it would be lost.
always   := -g -fexceptions -fno-strict-overflow -fno-delete-null-pointer-checks -D_GNU_SOURCE \
	-Icgi -Ibuild/gen -isystem /usr/include/mariadb -MMD -MP
hardened := -O2 -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection \
	-fcf-protection=full -ftrivial-auto-var-init=zero -fPIE
sanitize := -O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
# libFuzzer wants clang; -fuzzer-no-link, because only the fuzz targets themselves have its main().
fuzzing  := -O1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=undefined -DSOUNDINGS_FUZZ

c_only   := -std=gnu17
# C++ has no prototypes to miss, and ctemplate's headers are not ours to tidy.
cxx_only := -std=gnu++17
cxx_warn := $(filter-out -Wstrict-prototypes -Wmissing-prototypes,$(warnings))
libs     := -lfcgi -lctemplate_nothreads -lmariadb -ltalloc -lsodium -ljansson -loath -lqrencode -lcmark -lcrack -lm

objects = $(names:%=build/$(1)/%.o)
library = $(filter-out build/$(1)/main.o,$(call objects,$(1)))

all: san
san: build/san/soundings build/templates.stamp
release: build/soundings build/templates.stamp

build/soundings: $(call objects,release)
	@echo "  link     $@"
	@g++ -pie -Wl,-z,relro,-z,now,-z,noexecstack -o $@ $^ $(libs)

build/san/soundings: $(call objects,san)
	@echo "  link     $@"
	@g++ -fsanitize=address,undefined -o $@ $^ $(libs)

# $(call compile,folder,flags,C compiler,C++ compiler): the rules of one build.
define compile
build/$(1)/%.o: cgi/%.c | ready
	@mkdir -p $$(@D); echo "  $(3)      $$@"
	@$(3) $(c_only) $(warnings) $(always) $(2) -c -o $$@ $$<
build/$(1)/%.o: build/gen/%.c | ready
	@mkdir -p $$(@D); echo "  $(3)      $$@"
	@$(3) $(c_only) $(warnings) $(always) $(2) -c -o $$@ $$<
build/$(1)/%.o: cgi/%.cc | ready
	@mkdir -p $$(@D); echo "  $(4)      $$@"
	@$(4) $(cxx_only) $(cxx_warn) $(always) $(2) -c -o $$@ $$<
-include $(wildcard build/$(1)/*.d build/$(1)/*/*.d)
endef
$(eval $(call compile,release,$(hardened),gcc,g++))
$(eval $(call compile,san,$(sanitize),gcc,g++))
$(eval $(call compile,fuzz,$(fuzzing),clang,clang++))

# ---- What is generated before compiling ---------------------------------------------------------

# The generators leave a file alone that would not change, so the stamps, not the files, are targets.
.PHONY: ready
ready: build/query.stamp build/templates.stamp

# Their headers too, or make would look at these before they are made again, and leave old objects.
build/gen/query.c build/gen/query.h: build/query.stamp ;
build/gen/tpl_names.c build/gen/tpl_names.h: build/templates.stamp ;

build/query.stamp: cgi/gen/queries.mjs sql/query $(wildcard sql/query/*.sql) | build/deps-run
	@mkdir -p build/gen; echo "  queries  build/gen/query.[ch]"
	@node cgi/gen/queries.mjs
	@touch $@

build/templates.stamp: cgi/gen/templates.mjs templates $(wildcard templates/*.tpl) \
		build/static/manifest.json | build/deps-run
	@mkdir -p build/gen build/templates; echo "  templates build/templates, build/gen/tpl_names.[ch]"
	@node cgi/gen/templates.mjs
	@touch $@

static: build/static/manifest.json
build/static/manifest.json: $(wildcard static/*) nginx/errors.html nginx/errors.json \
		node_modules/.stamp
	@echo "  static   build/static"
	@node static/build.mjs

node_modules/.stamp: package.json | build/deps-run
	@echo "  npm      node_modules (the NHS design system, sass, esbuild, test tools)"
	@npm install --no-package-lock --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

# ---- Debian's packages --------------------------------------------------------------------------

deps: build/deps-run build/deps-test
build/deps-%: nginx/deps.sh
	@mkdir -p build
	@nginx/deps.sh $*
	@touch $@

# ---- Running ------------------------------------------------------------------------------------

run: release
	@PUBLIC_PORT=$(PUBLIC_PORT) STAFF_PORT=$(STAFF_PORT) VAR='$(VAR)' DEMO=$(DEMO) \
		exec setpriv --pdeathsig TERM -- nginx/run.sh

page: release
	@SOUNDINGS_CONF='$(VAR)/soundings.conf' build/soundings GET '$(P)' $(if $(AS),--as '$(AS)')

gdb: san | build/deps-test
	SOUNDINGS_CONF='$(VAR)/soundings.conf' ASAN_OPTIONS=detect_leaks=0 \
		gdb -q --args build/san/soundings GET '$(P)' $(if $(AS),--as '$(AS)')

code:
	@nginx/code.sh '$(VAR)/demo-accounts.tsv' '$(WHO)'

# ---- Tests --------------------------------------------------------------------------------------

unit_bin := $(unit_c:tests/unit/%.c=build/san/unit/%)
fuzz_bin := $(fuzz_c:tests/fuzz/%.c=build/fuzz/bin/%)

build/san/unit/%.o: tests/unit/%.c | ready build/deps-test
	@mkdir -p $(@D); echo "  gcc      $@"
	@gcc $(c_only) $(warnings) $(always) $(sanitize) -c -o $@ $<
build/san/unit/%: build/san/unit/%.o $(call library,san)
	@echo "  link     $@"
	@g++ -fsanitize=address,undefined -o $@ $^ -lcmocka $(libs)

build/fuzz/bin/%.o: tests/fuzz/%.c | ready build/deps-test
	@mkdir -p $(@D); echo "  clang    $@"
	@clang $(c_only) $(warnings) $(always) $(fuzzing) -c -o $@ $<
build/fuzz/bin/%: build/fuzz/bin/%.o $(call library,fuzz)
	@echo "  link     $@"
	@clang++ -fsanitize=fuzzer,address,undefined -o $@ $^ $(libs)

units-build: $(unit_bin)
fuzz-build: $(fuzz_bin)

unit: units-build
	@tests/lib/unit.sh $(unit_bin)

# Fast: units, the template linter, the fuzzers' corpora, and everything that needs only HTTP.
# These wait for something (a lock, a slow reader, a clock) or start MariaDB anew; `make check` is to stay under a minute.
slow := $(patsubst %,tests/http/%.test.mjs,account attack audit command conflict import first_page mail kept organisation_edit people results settings sign_in tally visit)

check: san unit fuzz-build | build/deps-test
	@tests/lib/fuzz.sh replay $(fuzz_bin)
	@node tests/lib/run.mjs tests/unit $(filter-out $(slow),$(wildcard tests/http/*.test.mjs))

test: check release
	@FUZZ_SECONDS=3 tests/lib/fuzz.sh replay $(fuzz_bin)
	@node tests/lib/run.mjs $(slow)
	@node tests/lib/run.mjs tests/browser
	@node tests/lib/run.mjs tests/torture

fuzz: fuzz-build
	@tests/lib/fuzz.sh $(T) $(fuzz_bin)

torture: release san | build/deps-test
	@node tests/torture/full.mjs

bench: release | build/deps-test
	@node tests/bench/bench.mjs

lint: ready | build/deps-test
	@tests/lib/lint.sh

# ---- The rest -----------------------------------------------------------------------------------

clean:
	rm -rf build

help:
	@echo "make                  build with sanitizers: build/san/soundings"
	@echo "make release          the hardened build: build/soundings"
	@echo "make run              start a private copy with demonstration data; Ctrl-C stops it"
	@echo "                      PUBLIC_PORT=8080 STAFF_PORT=8081 VAR=var DEMO=1 MAIL=1"
	@echo "                      MAIL_WEB_PORT=8082 (the page that shows mail) MAIL_PORT=8083"
	@echo "make page P=/s/fft    print one page, as the browser would get it  [AS=e-mail]"
	@echo "make gdb P=/s/fft     the same under the debugger"
	@echo "make code WHO=e-mail  a demonstration account's one-time code of this moment"
	@echo "make check            fast tests, within a minute"
	@echo "make test             all tests"
	@echo "make lint             formatting, static analysis, our own rules"
	@echo "make fuzz T=60        fuzz every parser for T seconds each"
	@echo "make torture          the promises at full scale: kills under load"
	@echo "                      ACK=100000 WORKER_KILLS=1000 DB_KILLS=200 NGINX_KILLS=50"
	@echo "make bench            speed and size, as ratios"
	@echo "make deps             install what is missing of Debian's packages (asks for sudo once)"
	@echo "make clean            remove build/"
