# Belfort: `make` lists the commands; CI runs exactly `make test`.
SHELL := /bin/bash
CHECKS := --explicit-target-dependency-import-check error
ifdef CI
CHECKS += -Xswiftc -warnings-as-errors
endif
# F=Zaken limits `make test-fast` to one target's tests.
F ?= .
# Tests that run at once: each may hold a database, a program or a server of its own.
WIDTH ?= 12
# D=FOLDER names the house that `make dev` serves.
D ?= ./belfort-data

.DEFAULT_GOAL := list
.PHONY: list setup build demo test test-fast dev check format

list: ## show this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup: ## install what building and testing need (Debian packages); safe to repeat
	@scripts/setup

build: setup ## build the package, debug
	swift build $(CHECKS)

demo: build ## build, and serve the fictional town of Leiebeke
	.build/debug/belfort demo

test: setup ## install what is needed and run all tests
	@scripts/setup-mail || echo "Geen testmailserver: die tests vallen weg."
	swift build --build-tests $(CHECKS)
	SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=$(WIDTH) scripts/with-postgres swift test --skip-build

test-fast: ## run one target's tests without set-up: make test-fast F=Kernel
	scripts/with-postgres swift test $(CHECKS) --filter "$(F)"

dev: build ## build, and serve the house in ./belfort-data (D=FOLDER for another)
	.build/debug/belfort serve --data "$(D)"

check: ## formatting, and the rules of the house (Tests/TidyTests)
	swift format lint --strict --recursive Sources Tests Package.swift
	swift test $(CHECKS) --filter TidyTests

format: ## format the sources
	swift format --in-place --recursive Sources Tests Package.swift
