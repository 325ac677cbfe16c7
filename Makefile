# What a person runs and what CI runs, by the same names.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/.installed-runtime
READY := .venv/.installed-dev
export PYTHONUTF8 = 1

.PHONY: run serve test test-postgres check types lint bench messages lock clean

run: $(INSTALLED)  ## install, prepare, load the worked example, publish, serve
	@$(BIN)/kraftsamla run $(ARGS)

test: $(READY)  ## every test; says loudly what it had to leave out and why
	@$(BIN)/python -m tests.run $(ARGS)

check: $(READY) lint types  ## lint, types, layers, templates, translations

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/python tools/check_templates.py
	$(BIN)/python tools/messages.py --check

types: $(READY)
	$(BIN)/mypy

bench: $(READY)  ## every benchmark; each prints ratios measured in one run
	@for file in benchmarks/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

messages: $(READY)  ## add new sentences to the translations
	$(BIN)/python tools/messages.py

lock: $(READY)  ## newer versions of what we install
	requirements/lock --upgrade

$(INSTALLED): requirements/runtime.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installerar det som programmet behöver …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(READY): requirements/dev.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installerar det som proven behöver …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@ $(INSTALLED)

clean:
	rm -rf .venv var .mypy_cache .ruff_cache .pytest_cache
