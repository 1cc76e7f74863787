# Two commands: `make serve` and `make test`. Both do all the set-up on a fresh machine with Python 3.11 or later.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
export VCASSIST_DATA ?= $(CURDIR)/.vcassist

.PHONY: serve test check evals bench reader reader-whole reader-small docs audit clean

serve: $(VENV)/.installed
	$(BIN)/vcassist index --check >/dev/null 2>&1 || $(BIN)/vcassist index
	$(BIN)/vcassist weights --check >/dev/null 2>&1 || $(BIN)/vcassist weights || true
	$(BIN)/vcassist serve

test: $(VENV)/.installed-dev
	$(BIN)/python tools/check.py

check: test

evals: $(VENV)/.installed-dev
	$(BIN)/vcassist eval --gate --json .vcassist/evals.json --html .vcassist/evals.html

bench: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/run.py

# On from the reader that is shipped, with the newest messages: under an hour on two cores.
reader: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check onnx-ir
	$(BIN)/python training/base.py
	$(BIN)/python training/train.py --encoder training/base --shipped --again "[vwxy][vwxa-e].jsonl" --replay 3500 --epochs 3 --lr 3e-4 --head-lr 5e-4 --ema 0.985 --hide 0.05 --out training/out
	$(BIN)/python training/export.py --encoder training/base --run training/out
	$(BIN)/vcassist weights

# The larger reader from nothing: three hours where the processor multiplies matrices of 16 bits, else a day.
reader-whole: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check onnx-ir
	$(BIN)/python training/base.py
	$(BIN)/python training/train.py --encoder training/base --hide 0.06 --epochs 12 --again "??.jsonl" --lr 5e-4 --minutes 240 --out training/out
	$(BIN)/python training/export.py --encoder training/base --run training/out
	$(BIN)/vcassist weights

reader-small: $(VENV)/.installed-dev
	$(BIN)/python training/train.py --only "[a-oqt].jsonl" --epochs 6 --out training/first
	$(BIN)/python training/train.py --only "?.jsonl" --start training/first/reader.pt --epochs 5 --lr 1.2e-4 --head-lr 7e-4 --seed 8 --out training/out
	$(BIN)/python training/export.py --run training/out

docs: $(VENV)/.installed-dev
	$(BIN)/python tools/docs.py

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $@ $(VENV)/.installed

audit: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/python tools/audit.py

clean:
	rm -rf $(VENV) build dist
