# What each target needs is made first; nothing but Python 3.11 and make is expected of the machine.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
RECORD := src/onrecord/data/manifest.json

.PHONY: setup serve test lint wheel bench evaluate catalogues lock clean

setup: $(RECORD)

serve: $(RECORD)
	$(BIN)/onrecord serve --port $(PORT)

test: $(RECORD) $(VENV)/.dev
	$(BIN)/pytest -n auto --dist worksteal

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/ty check
	$(BIN)/lint-imports

wheel: $(VENV)/.dev
	$(BIN)/pip wheel --quiet --no-build-isolation --no-deps --wheel-dir dist .

# The parser that the checker is measured beside has an environment of its own; without it that part is skipped.
bench: $(RECORD) $(VENV)/.dev
	$(BIN)/python benchmarks/doors.py
	$(BIN)/python benchmarks/reading.py
	-$(MAKE) --no-print-directory $(PARSER)/.done
	$(BIN)/python benchmarks/claims.py --parser $(PARSER)/bin/python
	$(BIN)/python benchmarks/load.py --datasette $(PARSER)/bin/datasette

PARSER := .venv-bench

$(PARSER)/.done: requirements/bench.txt
	$(PYTHON) -m venv $(PARSER)
	$(PARSER)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt \
		|| (rm -rf $(PARSER); false)
	touch $@

# Sentences with known answers, and N drawn from the record, held to their floors (docs/evaluation.md). MISSED=1 lists
# what is missed; RAISE=1 raises the floors; LOWER="why" lowers those that are not met and writes the reason down.
N ?= 2000
export LOWER
evaluate: $(RECORD) $(VENV)/.dev
	$(BIN)/python -m evaluation.score --sentences $(N) $(if $(MISSED),--missed) $(if $(RAISE),--raise) \
		$(if $(LOWER),--lower "$$LOWER")

# Every message of the templates, the code and the vocabulary, into the catalogues of the languages (docs/languages.md).
catalogues: $(RECORD) $(VENV)/.run
	$(BIN)/python -m onrecord.publish.languages.messages

# Lock again after changing the dependencies in pyproject.toml. No index address is written into the files.
lock: $(VENV)/.dev
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
		pyproject.toml --group build --output-file requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
		pyproject.toml --group dev --output-file requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
		--group bench --output-file requirements/bench.txt

clean:
	rm -rf $(VENV) $(PARSER) src/onrecord/data dist

$(VENV)/.run: requirements/run.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

FACTS := $(shell find facts -name '*.csv')
CODE := $(shell find src/onrecord/vocabulary src/onrecord/sources src/onrecord/record -name '*.py')

$(RECORD): $(VENV)/.run $(FACTS) $(CODE)
	$(BIN)/onrecord build

# The guide's pictures of the site, taken anew with the browser on this machine.
.PHONY: screenshots
screenshots: $(RECORD) $(VENV)/.dev
	$(BIN)/python -m screenshots.take

.PHONY: dictionary
dictionary: $(VENV)/.run
	$(BIN)/python -c "from onrecord.record.dictionary import dictionary; print(dictionary(), end='')" > docs/data-dictionary.md
	$(BIN)/python -c "from onrecord.publish.commands.reference import reference; print(reference(), end='')" > docs/commands.md
