# Everything one does with the project. Each command sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The hooks as modules, for what is neither a build nor a test.
HOOKS := PYTHONPATH=overrides/hooks PYTHONDONTWRITEBYTECODE=1
READY := $(VENV)/.ready

# Material announces the unrelated MkDocs 2 at each start; the README says what we make of it.
export NO_MKDOCS_2_WARNING := 1

.PHONY: help serve build test lint format lock clean browser

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/make \1\t\2/' | expand -t 22

PORT ?= 8000
serve: $(READY) ## Read the site at http://127.0.0.1:8000, or PORT=…, while you edit it
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(READY) ## Write the site to site/; a build that fails leaves the last good one
	$(BIN)/mkdocs build

.PHONY: package
package: build ## Write dist/norwegian-sim-data.zip, a copy of the site that opens from disk
	@$(HOOKS) $(BIN)/python -m commands.package site dist

.PHONY: search-report
search-report: $(READY) browser ## Measure the search beside others (got by npm), its cost, and what each rule earns
	$(BIN)/python tests/reports/search_report.py

.PHONY: perf-report
perf-report: $(READY) browser nginx ## Compare weight, speed and steps with stock Material and Starlight (got by npm); STEPS=1: steps only
	$(BIN)/python tests/reports/perf_report.py $(if $(STEPS),--steps)

.PHONY: load-report
load-report: build nginx ## Ask nginx for 20,000 files, 50 at a time
	$(BIN)/python tests/reports/load_report.py site

.PHONY: break-report
break-report: $(READY) browser nginx ## Put small faults into a copy and tell which tests notice; ONLY=words
	$(BIN)/python tests/reports/break_report.py $(if $(ONLY),--only "$(ONLY)")

.PHONY: check-report
check-report: build browser ## Time the check of contacts files of many sizes beside a parser (got by npm); FILES=folder: read those instead
	$(BIN)/python tests/reports/check_report.py site $(FILES)

.PHONY: mistakes-report
mistakes-report: $(READY) ## Make some 260 small mistakes in small copies, and tell what the build says of each
	$(BIN)/python tests/reports/mistakes_report.py

.PHONY: published
published: build ## Add the new addresses of the site to the list of those that must last
	$(HOOKS) $(BIN)/python -m commands.published site

.PHONY: external-links
external-links: build ## List the links to other hosts; CHECK=1 asks each of them, on the network
	$(BIN)/python tests/reports/external_links.py site $(if $(CHECK),--check)

.PHONY: translated
translated: $(READY) ## Note that the languages say the same again: PAGE=limits, PAGE='limits#top', PAGE=all
	$(HOOKS) $(BIN)/python -m commands.translated "$(PAGE)"

test: $(READY) browser nginx lint ## Check the sources and the built site, in a real browser
	@echo "Tests, some minutes: each line ends with how far they are."
	$(BIN)/pytest

# MISSING=tell lets it pass where an engine cannot be had, and says which.
.PHONY: test-browsers
test-browsers: $(READY) browser ## Walk the reader's paths in five engines, old and new; gets those it needs
	@PYTHONPATH=tests:overrides/hooks $(BIN)/python -m browsers
	@echo "The reader's paths in each engine, some minutes:"
	$(BIN)/pytest tests/browsers --dist=loadgroup --numprocesses=2 -rsfE || { \
		echo "Once more, alone, for now and then a driver of WebKit does not answer:"; \
		$(BIN)/pytest tests/browsers --last-failed --last-failed-no-failures=none --numprocesses=0 -rsfE; }

.PHONY: pictures
pictures: $(READY) browser ## Write pictures of the main pages and states to pictures/, to look at
	PICTURES=pictures $(BIN)/pytest tests/face/test_pictures.py

lint: $(READY)
	@echo "Form and types of the Python:"
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(READY) ## Format the Python
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: $(READY) ## Renew requirements.txt after a change to requirements.in
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --output-file requirements.txt requirements.in
	$(BIN)/python tests/wheels.py

clean: ## Remove what the commands have made, but for the published site/
	rm -rf $(VENV) .cache .pytest_cache .ruff_cache docs/*/site dist

$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
		{ echo "This Python has no venv module; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# The tests need a Chromium: one on the machine, else Playwright's, else the system's package.
BROWSER := $(BIN)/python tests/chromium.py
browser: $(READY)
	@$(BROWSER) || { $(BIN)/playwright install --only-shell chromium && $(BROWSER); } || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
			{ apt-get install -y -qq chromium-headless-shell || apt-get install -y -qq chromium; } && \
			apt-get install -y -qq fonts-noto-cjk && $(BROWSER); } || \
		{ echo "No Chromium or Chrome was found and none could be installed. Install one, or set CHROMIUM to its path." >&2; exit 1; }

# They serve the site by a real server, too.
.PHONY: nginx
nginx: $(READY)
	@$(BIN)/python tests/nginx.py || \
		{ [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq nginx-light; } || \
		{ echo "No nginx was found and none could be installed. Install one, or set NGINX to its path." >&2; exit 1; }
