# make review   sets everything up and builds the review into output/
# make test     sets up what the tests need and runs every check
# make help     lists the rest

PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := review
MAKEFLAGS += --no-print-directory

.PHONY: review
review: setup  ## set everything up and build the review into output/
	@./build.py

.PHONY: test
test: setup-tests  ## run ruff, mypy and pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --dist loadfile $(PYTEST)

.PHONY: check
check: setup  ## read, render and check the review; write no output
	@./build.py check

.PHONY: bench
bench: setup  ## measure the build against the same files made by hand
	@$(BIN)/python bench/run.py $(BENCH)

.PHONY: schemas
schemas: setup  ## write templates/schemas anew from the records
	@$(BIN)/python -c "from pathlib import Path; from uchtil.load.schema import write_schemas; \
	write_schemas(Path('templates/schemas'))"

.PHONY: fonts
fonts: setup  ## write the web fonts and the list of their characters anew
	@$(BIN)/python -m uchtil.formats.fonts templates/fonts

.PHONY: hyphenation
hyphenation: setup  ## write the Uzbek hyphenation patterns anew
	@$(BIN)/python -m uchtil.language.patterns templates/hyphenation

.PHONY: pictures
pictures: setup-tests  ## take the pictures of the docs anew
	@$(BIN)/python scripts/pictures

.PHONY: lock
lock:  ## pin all packages anew from pyproject.toml
	@scripts/lock

.PHONY: setup
setup:
	@$(PYTHON) scripts/setup

.PHONY: setup-tests
setup-tests:
	@$(PYTHON) scripts/setup --tests

.PHONY: clean
clean:  ## remove what was made: output, environment, caches
	rm -rf output .output.lock .output.staging .output.old .venv node_modules build dist
	rm -rf .mypy_cache .ruff_cache .pytest_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help:  ## list what there is to make
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20
