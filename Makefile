# Commands for people and CI alike; `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help setup demo test faults lint ci format templates generated locale golden

help: ## Visa den här listan
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/\1\t\2/' | expand -t 12

setup: ## Installera allt som behövs
	@.ci/setup test

demo: ## Gör alla exempeldokument i mappen ut/
	@.ci/demo

test: ## Kör testerna
	@.ci/test

faults: ## Kör hela felmatrisen i full storlek (timmar) och visa den som tabell; FAULTS=1 gör en tiondel
	@FAULTS=$${FAULTS:-10} PYTHONPATH=tests/faults .venv/bin/pytest -q -n 2 -p matrix tests/faults

lint: ## Granska stil, typer och importer
	@.ci/lint

ci: ## Kör det som CI kör
	@.ci/run

format: ## Formatera koden
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

templates: ## Bygg om de medföljande Word-mallarna
	.venv/bin/python .ci/templates

generated: ## Skriv om schemas/, samples/export.jsonl, docs/rules.md och docs/errors.md ur koden
	.venv/bin/python .ci/generate.py

golden: ## Skriv om tests/golden ur exempelposterna; läs skillnaden innan den sparas
	.venv/bin/pytest -q tests/test_golden.py --write-golden

locale: ## Kompilera översättningen av clicks egna ord
	.venv/bin/pybabel compile -D docgen -d docgen/locale -l sv
