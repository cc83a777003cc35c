# Needs Python 3.11 or newer with venv and pip; everything else is installed into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Tests of the screen wait as long as they work: two for each core. What a file needs is made once,
# by the one that runs it, and whoever has nothing left to do takes over from another.
WORKERS ?= $(shell $(PYTHON) -c "import os; print(2 * (os.cpu_count() or 1))")

.PHONY: play test proof bench clean

play: $(VENV)/.plays
	@$(BIN)/amur $(ARGS)

test: $(VENV)/.tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -q -m 'not proof' --doctest-glob=README.md

proof: $(VENV)/.tests
	$(BIN)/python -m tests.proof $(ARGS)

bench: $(VENV)/.tests
	$(BIN)/python -m tests.bench $(ARGS)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "The Amur Question needs Python 3.11 or newer; say 'make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)'."; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.plays: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.tests: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.plays

clean:
	rm -rf $(VENV)
