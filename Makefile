# The commands of the project. Each installs what it misses, and may be run again at any time.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
BIN := target/release/passerelle
PORT ?= 3000
export PORT

.PHONY: help run build site plugin hosts test test-all unit e2e loader dev screenshots timings bench eval lint clean

help: ## This list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: build ## Build, load the demo data, serve on http://127.0.0.1:3000
	$(BIN) demo
	exec $(BIN) serve

build: site ## One self-contained release binary: target/release/passerelle
	scripts/setup build
	cargo build --release -p server

site: ## The client: WebAssembly, glue, compressed, in target/site
	scripts/setup build
	scripts/build-site

plugin: ## The WordPress plugin alone: target/site/embed/passerelle-offres.zip
	node scripts/site/plugin.mjs integrations/wordpress/passerelle-offres target/site/embed/passerelle-offres.zip

hosts: ## What the tests in a real WordPress need: PHP, MariaDB, WordPress (28 MB to download)
	scripts/hosts

test: ## Every check that a change must pass
	scripts/setup test
	scripts/test

test-all: ## The same, with the whole matrix of pages, states, themes and languages
	scripts/setup test
	TEST_ALL=1 scripts/test

unit: ## Only the Rust tests, on both databases; of one crate: make unit CRATE=store
	scripts/setup build
	scripts/test rust $(CRATE)

e2e: ## Only the browser tests, on a quick build
	scripts/setup test
	scripts/test e2e

lint: ## Format, clippy (native and wasm), licences
	scripts/setup test
	scripts/test lint

loader: ## Keep the loader that partners paste under its hash, for ever, once it has changed
	cp public/embed/v1.js public/embed/v1.$$(sha256sum public/embed/v1.js | cut -c1-16).js

dev: ## The daily loop: watch, build quickly what changed, start the server anew
	scripts/setup build
	scripts/dev

screenshots: build ## Every page and state at every width, in end2end/screenshots; the README's pictures
	scripts/setup bench
	cd end2end && node support/screenshots.mjs

timings: ## How long builds and tests take here; make timings TEST=1: also make test, from nothing and warm
	scripts/setup test
	scripts/timings $(if $(TEST),test)

bench: build ## Speed and size, as ratios measured in one run
	scripts/setup bench
	scripts/bench

eval: ## Quality of the search: on the demo, and on real data where it is there
	scripts/setup build
	scripts/eval

clean: ## Remove what was built
	cargo clean
