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
# As many at once as there are processors, unless -j says otherwise.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += --jobs=$(shell n=$$(nproc); echo $$((n > 2 ? n : 2)))
endif
SHELL     := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all san release run test test-http test-browser test-pages test-matrix check unit lint fuzz fuzz-build torture bench page gdb code deps \
	deps-test clean help static units-build

# ---- What is compiled ---------------------------------------------------------------------------

# Every folder of cgi/ that has C in it; file names are unique, so objects need no folders.
folders   := $(patsubst %/,%,$(sort $(dir $(wildcard cgi/*.[ch] cgi/*/*.[ch]))))
sources   := $(wildcard $(folders:%=%/*.c) $(folders:%=%/*.cc))
generated := build/gen/query.c build/gen/tpl_names.c build/gen/lfpse.c
names     := $(basename $(notdir $(sources) $(generated)))
unit_c    := $(wildcard tests/unit/*_test.c)
fuzz_c    := $(wildcard tests/fuzz/*_fuzz.c)

warnings := -Wall -Wextra -Wformat=2 -Wconversion -Wimplicit-fallthrough -Werror=format-security \
	-Wstrict-prototypes -Wmissing-prototypes -Wvla -Wshadow
# In every build. -fexceptions: ctemplate throws, and an exception that met C without it would be lost.
always   := -g -fexceptions -fno-strict-overflow -fno-delete-null-pointer-checks -D_GNU_SOURCE \
	$(folders:%=-I%) -Ibuild/gen -isystem /usr/include/mariadb -MMD -MP
hardened := -O2 -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection \
	-fcf-protection=full -ftrivial-auto-var-init=zero -fPIE
O        := -O1# -O0 builds twice as fast while you change things
sanitize := $(O) -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
# libFuzzer wants clang; -fuzzer-no-link, because only the fuzz targets themselves have its main().
fuzzing  := -O1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize-recover=undefined -DSOUNDINGS_FUZZ

c_only   := -std=gnu17
# C++ has no prototypes to miss, and ctemplate's headers are not ours to tidy.
cxx_only := -std=gnu++17
cxx_warn := $(filter-out -Wstrict-prototypes -Wmissing-prototypes,$(warnings))
libs     := -lfcgi -lctemplate_nothreads -lmariadb -ltalloc -lsodium -ljansson -loath -lqrencode -lcmark -lcrack -lmagic -lminizip -lexpat -lm

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

# $(call compile,source,folder,flags,C compiler,C++ compiler): the rule of one object.
define compile
build/$(2)/$(basename $(notdir $(1))).o: $(1) | ready
	@mkdir -p $$(@D); echo "  $(if $(filter %.cc,$(1)),$(5),$(4))      $$@"
	@$(if $(filter %.cc,$(1)),$(5) $(cxx_only) $(cxx_warn),$(4) $(c_only) $(warnings)) $(always) $(3) -c -o $$@ $$<
endef
# $(call builds,folder,flags,C compiler,C++ compiler): the rules of one build.
define builds
$(foreach source,$(sources) $(generated),$(eval $(call compile,$(source),$(1),$(2),$(3),$(4))))
-include $(wildcard build/$(1)/*.d build/$(1)/*/*.d)
endef
$(eval $(call builds,release,$(hardened),gcc,g++))
$(eval $(call builds,san,$(sanitize),gcc,g++))
$(eval $(call builds,fuzz,$(fuzzing),clang,clang++))

# A source that has moved is still named by the dependencies of its object, which is made again.
cgi/%.c: ;
cgi/%.cc: ;

# ---- What is generated before compiling ---------------------------------------------------------

# The generators leave a file alone that would not change, so the stamps, not the files, are targets.
.PHONY: ready
ready: build/query.stamp build/templates.stamp build/lfpse.stamp

# Their headers too, or make would look at these before they are made again, and leave old objects.
build/gen/query.c build/gen/query.h: build/query.stamp ;
build/gen/tpl_names.c build/gen/tpl_names.h: build/templates.stamp ;

build/gen/lfpse.c build/gen/lfpse.h: build/lfpse.stamp ;

build/lfpse.stamp: cgi/gen/lfpse.mjs cgi/incident/lfpse_codes.tsv | build/deps-run
	@mkdir -p build/gen; echo "  codes    build/gen/lfpse.[ch]"
	@node cgi/gen/lfpse.mjs cgi/incident/lfpse_codes.tsv build/gen
	@touch $@

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
build/deps-test: | build/deps-run # apt does one thing at a time
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
# These wait for nothing (no lock, no slow reader, no clock, no new MariaDB): `make check` is to stay under a minute. A new file is slow
# until it is here.
fast := $(patsubst %,tests/http/%.test.mjs,anonymous headers hostile incident organisations secrets told worker)
slow := $(filter-out $(fast),$(wildcard tests/http/*.test.mjs))
# These count what is there, or look at the first page of a list: each has an instance to itself.
alone := $(patsubst %,tests/http/%.test.mjs,conflicted contract contract_feed contract_work contracts criteria decision demo_contracts incidents interests \
	register register_import returns review submissions)

check: san unit fuzz-build | build/deps-test
	@tests/lib/fuzz.sh replay $(fuzz_bin)
	@node tests/lib/run.mjs tests/unit $(fast)

test: check release
	@FUZZ_SECONDS=3 tests/lib/fuzz.sh replay $(fuzz_bin)
	@$(MAKE) --no-print-directory --output-sync=target test-http test-browser test-pages test-matrix
	@node tests/lib/run.mjs tests/torture

# Each has an instance of its own, and waits as much as it works: as many at once as make runs.
test-http:
	@node tests/lib/run.mjs $(filter-out %/matrix.test.mjs $(alone),$(slow))
	@for file in $(alone); do node tests/lib/run.mjs $$file || exit 1; done
test-matrix:
	@node tests/lib/run.mjs tests/http/matrix.test.mjs
test-pages:
	@node tests/lib/run.mjs tests/browser/pages.test.mjs
test-browser:
	@node tests/lib/run.mjs $(filter-out %/pages.test.mjs,$(wildcard tests/browser/*.test.mjs))

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
	@echo "make test             all tests; SCREENSHOTS=folder for a picture of each page"
	@echo "make lint             formatting, static analysis, our own rules"
	@echo "make fuzz T=60        fuzz every parser for T seconds each"
	@echo "make torture          the promises at full scale: kills under load"
	@echo "                      ACK=100000 WORKER_KILLS=1000 DB_KILLS=200 NGINX_KILLS=50"
	@echo "make bench            speed and size, as ratios"
	@echo "make deps             install what is missing of Debian's packages (asks for sudo once)"
	@echo "make clean            remove build/"
