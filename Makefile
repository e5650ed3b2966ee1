# What each command does for itself: its set-up, once.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
PYTHON ?= python3
RUN := .venv/bin/python -m
export PYTHONPATH := hooks
export NO_MKDOCS_2_WARNING := 1

# A .venv that does not run, because its Python is gone, is made anew. Programs are run as modules,
# for the scripts in .venv/bin hold the path of the folder in which they were made.
ifneq ($(wildcard .venv),)
ifneq ($(shell .venv/bin/python -c 'print("runs")' 2>/dev/null),runs)
$(shell rm -rf .venv)
endif
endif

.PHONY: help serve site seal check test fuzz format golden schemas words bench lock clean

SIZES ?= 20 80 320 1280
RUNS ?= 3
REGISTERS ?= 10000
SEED := $(or $(SEED),$(shell date +%s))

help: ## List the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

serve: .venv/site ## Build the site, serve it, and build it again at each change
	@echo "Open http://127.0.0.1:8000/ once the first build is done; Ctrl+C stops the server."
	@$(RUN) mkdocs --quiet serve --dev-addr 127.0.0.1:8000

site: .venv/site ## Build the site into site/
	@$(RUN) mkdocs --quiet build --strict

seal: .venv/site ## Seal the records that a decision has approved, in data/seals.yml
	@$(RUN) releve seal

check: .venv/site ## Check the register in data/ and print every problem
	@$(RUN) releve check

test: .venv/dev .venv/forks .venv/browser ## Run every check and test
	@$(RUN) ruff check .
	@$(RUN) ruff format --check .
	@$(RUN) mypy hooks
	@$(RUN) pytest -n auto --dist worksteal

fuzz: .venv/dev ## Damage 10,000 registers and judge what becomes of them; or REGISTERS=100 SEED=7
	@PYTHONPATH=hooks:tests $(RUN) support.fuzz --seed $(SEED) --registers $(REGISTERS) \
	  $(if $(ONLY),--only $(ONLY))
	@$(if $(TIMES),RELEVE_FUZZ=$(TIMES) $(RUN) pytest -n auto --dist worksteal -m hypothesis \
	  --hypothesis-seed $(SEED))

format: .venv/dev ## Set the code in its usual form
	@$(RUN) ruff check --fix .
	@$(RUN) ruff format .

golden: .venv/dev ## Write tests/golden/ anew after a change of what pages say
	@PYTHONPATH=hooks:tests $(RUN) support.golden

schemas: .venv/site ## Write docs/schema/ anew after a change of the format
	@$(RUN) releve schemas

words: .venv/site ## Bring the catalogues of the interface up to date with its words
	@$(RUN) releve words

bench: .venv/bench .venv/browser ## Measure the build beside Hugo's, for docs/speed.*.md; or SIZES="20 80" RUNS=1
	@PYTHONPATH=hooks:tests $(RUN) bench --sizes $(SIZES) --runs $(RUNS) --publish

lock: .venv/dev ## Pin the dependencies of pyproject.toml anew
	@$(RUN) uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links pyproject.toml -o requirements.txt
	@$(RUN) uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links pyproject.toml --group dev -o requirements-dev.txt
	@$(RUN) uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
	  --no-emit-index-url --no-emit-find-links --group bench -o requirements-bench.txt
	@$(RUN) uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --no-deps \
	  --no-emit-index-url --no-emit-find-links --group forks -o requirements-forks.txt

clean: ## Remove what was built and installed
	rm -rf site .cache .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .fuzz

# Each stamp says which file it was made from, and is made again when that file changes.

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Relevé needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/site: requirements.txt | .venv/python
	@echo "Setting up (once)…"
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt | .venv/python
	@echo "Setting up the tests (once)…"
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@ .venv/site

# Beside what is installed, for one of them takes the name of mkdocs.
.venv/forks: requirements-forks.txt | .venv/python
	@rm -rf $@
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes --no-deps --target $@ -r $<
	@touch $@

.venv/bench: requirements-bench.txt .venv/dev
	@echo "Setting up the benchmark (once)…"
	@$(RUN) pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

.venv/browser: tests/browser/install | .venv/python
	@tests/browser/install
	@touch $@
