# The verbs of the project; each first installs the system packages that are missing.
.PHONY: demo test bench lint check setup
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

lint: setup
	swift format lint --strict --recursive Sources Tests Package.swift
	.ci/imports

check:
	.ci/run

setup:
	@.ci/setup
