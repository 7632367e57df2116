# Thidua. `make run` and `make test` are all that a newcomer needs; `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PY := .venv/bin/python
THIDUA := .venv/bin/thidua
PORT ?= 8000

.PHONY: help setup run test check fmt bench migrate vendor docs faults
help: ## list of targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## make .venv with everything in it
	@scripts/setup.sh

run: setup migrate ## set up, load the demo once, serve at localhost:$(PORT)
	@$(THIDUA) demo
	@$(THIDUA) serve --port $(PORT)

migrate: setup ## bring the database and static files up to date
	@$(THIDUA) migrate --verbosity 0
	@$(THIDUA) collectstatic --no-input --verbosity 0
	@$(THIDUA) sync

test: setup ## all tests: SQLite, PostgreSQL where one answers, Chromium where there is one
	@scripts/test.sh

check: setup ## style, types, import order, templates, migrations, architecture
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-logo
	@git ls-files '*.html' | xargs -r .venv/bin/djade --target-version 5.2 --check
	@$(THIDUA) makemigrations --check --dry-run
	@$(PY) -m pytest -q tests/architecture

fmt: setup ## format code and templates
	@.venv/bin/ruff check --fix --quiet . || true
	@.venv/bin/ruff format --quiet .
	@git ls-files '*.html' | xargs -r .venv/bin/djade --target-version 5.2

bench: setup ## measured figures against their goals
	@$(PY) -m bench

faults: setup ## slow suites: crash, race, fuzz
	@$(PY) -m pytest -q tests/faults
	@$(PY) -m pytest -q --no-migrations -m slow tests/hostile

docs: setup ## generated pages and the handbook's pictures
	@$(THIDUA) generate_docs
	@THIDUA_PICTURES=docs/vi/hinh $(PY) -m pytest -q -m browser tests/journeys

vendor: setup ## fetch front-end assets again (maintainers; needs npm)
	@$(PY) -m thidua.kit.ui.vendor
