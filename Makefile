# `make demo` and `make test` need Python 3.11 or newer and nothing else; everything lands in .venv and .tools.
PYTHON ?= python3
BIN := .venv/bin
UV := .tools/bin/uv

.PHONY: demo test large check bench docs vendor clean browser

demo: .venv/ready
	$(BIN)/graphmodel demo

test: .venv/ready browser
	$(BIN)/pytest

large: .venv/ready
	$(BIN)/pytest -m large

check: .venv/ready
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m benchmarks.house

bench: .venv/ready
	$(BIN)/python -m benchmarks

docs: .venv/ready
	$(BIN)/python -m docs.answers
	$(BIN)/python -m docs.api_examples
	$(BIN)/python -m docs.generate

# Needs Node.js and the npm registry; nobody but who changes a script or style sheet of the views, or a version of the
# vendored JavaScript, has to run it.
vendor:
	viz/vendor/bundle.sh

clean:
	rm -rf .venv .tools dist out .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# The browser tests drive the system's own Chromium.
browser:
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || { \
	  [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -q \
	  && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium chromium-driver; \
	} || { echo "The browser tests need Chromium and its driver on the PATH. Debian, Ubuntu: sudo apt-get install chromium chromium-driver"; exit 1; }

.venv/ready: uv.lock pyproject.toml $(UV)
	$(UV) sync --locked --quiet --compile-bytecode --python $(PYTHON)
	@touch $@

$(UV): requirements-uv.txt
	@command -v $(PYTHON) >/dev/null || { echo "graphmodel needs Python 3.11 or newer; no '$(PYTHON)' was found. Install it, or run: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "graphmodel needs Python 3.11 or newer; '$(PYTHON)' is older. Install a newer one, or run: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' || { echo "This Python lacks the venv module. Install it (Debian, Ubuntu: python3-venv) and run make again."; exit 1; }
	$(PYTHON) -m venv .tools
	.tools/bin/pip install --quiet --require-hashes -r requirements-uv.txt
	@touch $@
