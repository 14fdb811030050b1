# The verbs of the project; each first installs the system packages that are missing.
.PHONY: demo test bench bench-scheduler lint check setup
.DEFAULT_GOAL := demo

# Bundles to measure: make bench BUNDLES="path path"
BUNDLES ?= Fixtures/demo

demo: setup
	swift build -c release --product seedbed
	.build/release/seedbed demo --out demo

test: setup
	swift test --explicit-target-dependency-import-check error

bench: setup
	swift build -c release --product seedbed
	.build/release/seedbed bench $(BUNDLES)

# The tables of the article on benchmarks: make bench-scheduler INSTANCES="file.ctt …" SEEDS=5
ARTICLE ?= Sources/Scheduling/Scheduling.docc/Benchmarks.md
INSTANCES ?=
SEEDS ?= 5

bench-scheduler: setup
	swift build -c release --product seedbed
	.build/release/seedbed bench scheduler $(BUNDLES) $(INSTANCES) --seeds $(SEEDS) --article $(ARTICLE)

lint: setup
	swift format lint --strict --recursive Sources Tests Package.swift
	.ci/imports

check:
	.ci/run

setup:
	@.ci/setup
