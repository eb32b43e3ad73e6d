# make            build every spec in specs/ into output/
# make check      format, lint, types, import contracts, fast tests
# make test       all tests
# make conformance  everything built, and its screen editions judged by veraPDF
# make golden     rewrite the golden references (look at the difference before committing)
# make bench      the benchmarks
# make pictures   the pictures in the README
# make clean      remove what was made; "make distclean" removes .venv, too

PYTHON ?= python3
BIN := .venv/bin
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
endif
STAMP := .venv/.installed

.PHONY: all check test conformance golden bench pictures clean distclean format

all: $(STAMP)
	$(BIN)/factsheet build

$(STAMP): pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "factsheet needs Python 3.11 or later; see \"Before you start\" in README.md."; exit 1; }
	@test -d .venv || $(PYTHON) -m venv .venv || \
	  { rm -rf .venv; echo "Python cannot make a virtual environment; see \"Before you start\" in README.md."; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -n auto -m "not golden and not conformance and not slow"

test: $(STAMP)
	$(BIN)/python -m pytest -n auto --dist worksteal

conformance: all
	FACTSHEET_OUTPUT=output $(BIN)/python -m pytest -n auto tests/conformance/test_verapdf.py $(ONLY)

golden: $(STAMP)
	FACTSHEET_GOLDEN=write $(BIN)/python -m pytest -m golden

bench: $(STAMP)
	$(BIN)/python bench/bench.py

pictures: all
	$(BIN)/python docs/pictures.py

format: $(STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf output/*.pdf output/*.html output/*.png output/*.md output/*.zip output/*.preflight.* output/*.log build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	rm -rf .tools/browser
	find factsheet tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	rm -rf .venv
