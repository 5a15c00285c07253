# make demo   lint what lies in corpus/ and print a report
# make test   everything that has to hold: style, types, rules' own tests, tests
# make clean  forget the virtual environment and what was made

VENV ?= .venv
BIN := $(VENV)/bin
# The packages' own list of what they need: a change there installs again.
NEEDS := setup.cfg pyproject.toml tools/venv.sh
.DEFAULT_GOAL := demo
.PHONY: demo test clean

$(VENV)/.installed: $(NEEDS)
	@sh tools/venv.sh $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 -e ".[test]"
	@touch $@

demo: $(VENV)/.installed
	@$(BIN)/huashu lint corpus --fail-on never --width 100 -o report.txt
	@$(BIN)/huashu lint corpus --fail-on never --format snippets -o snippets.md
	@head -n 96 report.txt
	@echo "……"
	@tail -n 20 report.txt
	@echo
	@echo "全文 report.txt，培训用的好例和坏例 snippets.md。 Whole report: report.txt; good and bad snippets: snippets.md."

test: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/huashu rules check
	$(BIN)/huashu test
	$(BIN)/python -m pytest

clean:
	rm -rf $(VENV) build dist *.egg-info report.txt snippets.md .pytest_cache .mypy_cache .ruff_cache
