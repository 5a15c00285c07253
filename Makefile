# make demo   lint some of what lies in corpus/ into a report for reviewers and an example set for trainers
# make test   everything that has to hold: style, types, rules' own tests, tests
# make docs   the documentation as a site: build/site
# make eval   how good the rules are on the labelled calls and sentences of corpus/
# make learn  train the scorer on corpus/ and measure it on voices left out (5 minutes)
# make bench  what linting costs, against what else one would use: docs/speed.md (20 minutes)
# make bench-quick  a tenth of it, into build/bench
# make soak   the engine against the plain interpreter on a million random pairs, every reader
#             fuzzed for ten minutes, the memory that very large files take (hours)
# make clean  forget the virtual environment and what was made

VENV ?= .venv
BIN := $(VENV)/bin
# The packages' own list of what they need: a change there installs again.
NEEDS := setup.cfg pyproject.toml tools/venv.sh
.DEFAULT_GOAL := demo
.PHONY: demo test docs eval learn soak bench bench-quick clean

$(VENV)/.installed: $(NEEDS)
	@sh tools/venv.sh $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 -e ".[fast,report]"
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 -e ".[fast,test]"
	@touch $@

demo: $(VENV)/.installed
	@$(BIN)/huashu lint corpus/examples --fail-on never --width 100
	@$(BIN)/huashu report corpus/calls/plain-*.jsonl corpus/calls/bank-*.jsonl corpus/calls/shop-*.jsonl corpus/examples \
		--scheme telecom-recordings -o report.html
	@$(BIN)/huashu examples corpus/calls/plain-*.jsonl corpus/calls/bank-*.jsonl corpus/calls/shop-*.jsonl --format html -o examples.html
	@echo
	@echo "用浏览器打开 report.html（质检报告）和 examples.html（培训样例）。"
	@echo "Open report.html (the reviewers' report) and examples.html (examples for training) in a browser."

$(VENV)/.installed-bench: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 -e ".[bench,fast]"
	@touch $@

bench: $(VENV)/.installed-bench
	$(BIN)/python -m tools.bench run

bench-quick: $(VENV)/.installed-bench
	$(BIN)/python -m tools.bench run --quick

test: $(VENV)/.installed-test
	@sh tools/valgrind.sh
	@sh tools/chromium.sh
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy tools/bench tools/fuzz tools/learn tools/action.py tools/big.py tools/casting.py
	$(BIN)/huashu rules check
	$(BIN)/huashu test
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not alone"
	$(BIN)/python -m pytest -m alone

$(VENV)/.installed-docs: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 -e ".[docs,fast]"
	@touch $@

# Material for MkDocs says at every build that it will be followed by Zensical. Not --quiet: what
# is not logged is not counted as a warning.
docs: $(VENV)/.installed-docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict
	@echo "build/site/index.html；要能搜索 to search: $(BIN)/python -m http.server -d build/site"

eval: $(VENV)/.installed
	@$(BIN)/huashu eval corpus/calls corpus/sentences --format markdown

$(VENV)/.installed-learn: $(VENV)/.installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 -e ".[fast,learn]"
	@touch $@

learn: $(VENV)/.installed-learn
	$(BIN)/python -m tools.learn
	$(BIN)/python -m tools.learn --measure
	$(BIN)/python -m tools.learn --casting
	$(BIN)/python -m tools.casting --left-out

$(VENV)/.installed-fuzz: $(VENV)/.installed-test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 -e ".[fast,fuzz]"
	@touch $@

soak: $(VENV)/.installed-test $(VENV)/.installed-fuzz
	HUASHU_PAIRS=1000000 $(BIN)/python -m pytest -s tests/engine/test_random.py
	$(BIN)/python -m tools.fuzz
	$(BIN)/python -m tools.big

clean:
	rm -rf $(VENV) build dist *.egg-info report.html examples.html .pytest_cache .mypy_cache .ruff_cache
