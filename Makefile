# Qantar. Works with the make of Debian and of macOS. `make` alone lists the targets.

PYTHON ?= python3
PORT ?= 8501

VENV = .venv
BIN = $(VENV)/bin
APP = $(VENV)/.app-is-set-up
DEV = $(VENV)/.dev-is-set-up
BROWSER = static/*.css static/*.js static/stage/*.js static/edition/*.js
NEW_ENOUGH = import sys; sys.exit(sys.version_info < (3, 11))
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help run setup dev check test lint quick snapshots format lock upgrade bench load fuzz package site talk handout rehearse messages translations basemap vendor typefaces clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

run: $(APP) ## set up what is missing and open the app; PORT=8501, QANTAR_PUBLISH=1 to serve beyond this machine
	@address=127.0.0.1; headless=true; \
	if [ "$${QANTAR_PUBLISH:-}" = 1 ]; then address=0.0.0.0; echo "Open to other machines"; \
	elif [ "$$(uname)" = Darwin ] || [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then headless=false; fi; \
	$(BIN)/python -m tools.port $$address "$(PORT)" || exit 1; \
	echo "Qantar is at http://127.0.0.1:$(PORT) (Ctrl+C stops it)"; \
	: "Without the welcome message Streamlit has no reason to ask the web for this machine's address."; \
	exec $(BIN)/python -m streamlit run app.py --server.address $$address --server.port $(PORT) \
		--server.headless $$headless --server.showEmailPrompt false --logger.hideWelcomeMessage true

setup: $(APP) ## install what the app needs into .venv

dev: $(DEV) ## the same for the tests

check: $(APP) ## check the record: faults by file, row and column
	$(BIN)/python -m data.check

test: $(DEV) lint check ## all checks: lint, format, types, record, tests (finds or installs a Chromium)
	@QANTAR_CHROMIUM="$$($(BIN)/python -m tools.browser_setup)" || exit 1; export QANTAR_CHROMIUM; \
	echo "Chromium: $$QANTAR_CHROMIUM"; $(BIN)/python -m pytest -n 2 --dist worksteal

quick: $(DEV) ## the quick tests: no browser, no page, no long search for an example
	$(BIN)/python -m pytest tests/unit -m "not slow" -n 2 --dist worksteal

lint: $(DEV) ## lint, format and types only
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/djlint --quiet components
	$(BIN)/oxlint static
	$(BIN)/oxfmt --list-different $(BROWSER)

format: $(DEV) ## put the format of code, scripts and styles right
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/oxfmt $(BROWSER)

lock: $(DEV) ## lock all packages after a change of the requirements
	$(BIN)/python -m tools.lock

upgrade: $(DEV) ## raise all packages to their newest releases, and lock them
	$(BIN)/python -m tools.lock --upgrade

snapshots: $(DEV) ## write the pictures of all figures in tests/snapshots anew, after a change of drawing
	$(BIN)/python -m tests.snapshots

bench: $(DEV) ## measure app, edition and peers in Chromium (tests/bench/README.md); ONLY="app edition", ON=slow, RUNS=9
	@QANTAR_CHROMIUM="$$($(BIN)/python -m tools.browser_setup)" || exit 1; export QANTAR_CHROMIUM; \
	$(BIN)/python -m tests.bench $(if $(RUNS),--runs "$(RUNS)") $(if $(ONLY),--only $(ONLY)) $(if $(ON),--lines $(ON))

load: $(DEV) ## measure many readers at once: make load READERS=100; MINUTES=30 to see whether memory stays level
	@$(BIN)/python -m tests.load --readers "$(or $(READERS),20)" --minutes "$(or $(MINUTES),1)"

fuzz: $(DEV) ## try at random what may be sent: addresses, tables, talks; MINUTES=2; SEED=7 tries the same again
	@$(BIN)/python -m tests.fuzz --minutes "$(or $(MINUTES),2)" $(if $(SEED),--seed "$(SEED)") $(if $(CASE),--case "$(CASE)")

package: $(APP) ## write the whole record as a Data Package: make package OUT=qantar.zip
	@$(BIN)/python -m data.exports.package "$(or $(OUT),qantar.zip)"

site: $(APP) ## write the whole record as files that need no server: make site OUT=site; ONLY=kk writes one language
	@$(BIN)/python -m components.edition "$(or $(OUT),site)" $(ONLY)

talk: $(APP) ## write a talk as one HTML file: make talk TALK=ten-days OUT=ten-days.html
	@$(BIN)/python -m components.talks.write html "$(TALK)" "$(or $(OUT),$(TALK).html)"

handout: $(APP) ## write the handout of a talk as PDF: make handout TALK=ten-days OUT=ten-days.pdf
	@$(BIN)/python -m components.talks.write pdf "$(TALK)" "$(or $(OUT),$(TALK).pdf)"

rehearse: $(DEV) ## walk a talk in Chromium with the network barred and check every slide: make rehearse TALK=ten-days
	@QANTAR_CHROMIUM="$$($(BIN)/python -m tools.browser_setup)" || exit 1; export QANTAR_CHROMIUM; \
	$(BIN)/python -m tools.rehearse "$(TALK)"

messages: $(APP) ## collect the words for translation into locale/qantar.pot, and bring the catalogues up to date
	$(BIN)/pybabel --quiet extract --mapping=babel.cfg --keyword=text --keyword=plural:1,2 --add-location=file \
		--add-comments=Translators: --strip-comments --project=Qantar --copyright-holder="Qantar contributors" \
		--output=locale/qantar.pot .
	$(BIN)/pybabel --quiet update --no-fuzzy-matching --ignore-pot-creation-date --width=120 \
		-D qantar -i locale/qantar.pot -d locale

translations: $(APP) ## write the texts of the record for translators: make translations LANG=kk OUT=kk.xlsx (or .csv, .po); IN=kk.xlsx takes them back
	@PYTHONUTF8=1 $(BIN)/python -m data.translating $(if $(IN),take "$(LANG)" "$(IN)" $(if $(OUT),"$(OUT)"),write "$(LANG)" "$(or $(OUT),$(LANG).xlsx)")

basemap: $(DEV) ## rebuild the base map from its packages (needs npm and the network)
	$(BIN)/python -m data.basemap.build

typefaces: $(DEV) ## cut the typefaces that come with Streamlit to our alphabets and weights
	$(BIN)/python -m tools.typefaces

vendor: $(DEV) ## take the script libraries that we serve from npm anew (needs npm and the network)
	$(BIN)/python -m tools.vendor

clean: ## remove .venv, caches and artefacts
	rm -rf .venv .venv-newest .pytest_cache .hypothesis .mypy_cache .ruff_cache artefacts
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(APP): requirements.lock
	@$(BIN)/python -c '$(NEW_ENOUGH)' 2>/dev/null || { \
		$(PYTHON) -c '' || { echo "Qantar needs Python 3.11 or newer, and $(PYTHON) does not run. Install it, or name one: make run PYTHON=python3.12" >&2; exit 1; }; \
		$(PYTHON) -c '$(NEW_ENOUGH)' || { echo "Qantar needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1). Name a newer one: make run PYTHON=python3.12" >&2; exit 1; }; \
		$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) can't make virtual environments. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }; \
		echo "Setting up Python in $(VENV) (once)"; $(PYTHON) -m venv --clear $(VENV); }
	@echo "Installing what the app needs (a minute or two)"
	@$(INSTALL) -r requirements.lock
	@touch $@

$(DEV): requirements-dev.lock $(APP)
	@echo "Installing what the tests need"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@
