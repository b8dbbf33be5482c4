# make run: everything in seeds/ becomes reports/<issue>/briefing.pdf; make test: the tests. Both do their own set-up.
PYTHON ?= python3
SEEDS ?= seeds
REPORTS ?= reports
WAREHOUSE ?= warehouse
BIN := .venv/bin

.PHONY: help setup run test fuzz check lint format types lock picture clean
.DEFAULT_GOAL := help

help:  ## list these targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: .venv/ready  ## make .venv from the lock file and check the system libraries

.venv/ready: requirements.lock pyproject.toml .ci/setup
	@PYTHON="$(PYTHON)" sh .ci/setup
	@touch $@

run: setup  ## print the issue for what lies in SEEDS into REPORTS
	@$(BIN)/broadsheet run --seeds "$(SEEDS)" --reports "$(REPORTS)" --warehouse "$(WAREHOUSE)" $(ARGS)

test: setup  ## run the tests
	@$(BIN)/python -m pytest -n auto --dist loadfile

fuzz: setup  ## mutate the sample seeds for SECONDS (600) and see what read and normalise make of them
	@$(BIN)/python -m tests.fuzz $(or $(SECONDS),600)

lint: setup
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: setup
	@$(BIN)/mypy

check: lint types test  ## what CI runs: lint, format, types, tests

format: setup  ## put the code into its format
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .

lock: setup  ## resolve the dependencies anew
	@$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-annotate --extra dask --extra dev --quiet -o requirements.lock

picture: setup  ## print the sample seeds and put the first page into docs/page.png (needs pdftoppm)
	@rm -rf build/picture && mkdir -p build/picture
	@$(BIN)/broadsheet run --seeds seeds --warehouse build/picture/warehouse --reports build/picture/reports
	@pdftoppm -r 90 -png -f 1 -l 1 -singlefile build/picture/reports/*/briefing.pdf docs/page

clean:  ## remove the environment and what builds and checks leave behind; warehouse and reports stay
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache
