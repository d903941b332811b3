# From the decree's file to tidy tables; reads forward like the pipeline:
#
#   corpus/*/ -> build/extracted -> build/normalized -> build/catalogue -> build/csv
#                                                                       -> build/diff -> build/report
#
# A newcomer needs python3 (3.11 or newer) and make:  make demo   make test

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KATALOG := $(BIN)/python -m katalog

SLUGS := $(sort $(foreach manifest,$(wildcard corpus/*/manifest.toml),$(notdir $(patsubst %/,%,$(dir $(manifest))))))
# a decree whose manifest names the one that it revises (`dari = "contoh-lama"`), if that is in the corpus as well
revises = $(filter $(SLUGS),$(shell sed -n 's/^dari = "\(.*\)"$$/\1/p' corpus/$(1)/manifest.toml))
catalogue = $(1:%=build/catalogue/%.json)
REVISED := $(foreach slug,$(SLUGS),$(if $(call revises,$(slug)),$(slug)))
CODE := $(foreach top,schemas bahasa extract normalize katalog,$(wildcard $(top)/*.* $(top)/*/*.* $(top)/*/*/*.* $(top)/*/*/*/*.*))

.PHONY: demo test check gold bench fuzz mutation corpus train evaluate kamus schema temuan lock sbom audit clean
.DELETE_ON_ERROR:
.SECONDARY:
.SECONDEXPANSION:

demo: $(SLUGS:%=build/csv/%/indikator.csv) $(REVISED:%=build/report/%.html)
	@$(KATALOG) summary $(SLUGS:%=build/catalogue/%.json)
	@echo
	@echo "Katalog (JSON) : build/catalogue/"
	@echo "Tabel (CSV)    : build/csv/<keputusan>/{keputusan,indikator,target,jabatan,fungsi,temuan,edits,koreksi,unit,sumber_data,program,others,berkas,pembukaan,peraturan,penetapan,pemangku,kolom,baris,bacaan_target,tabel,sel,proposals,riwayat,teks,tempat}.csv"
	@echo "Temuan         : $(BIN)/katalog check build/catalogue/<keputusan>.json"
	@echo "Perubahan      : $(REVISED:%=build/report/%.html) (juga .md dan .xlsx; datanya di build/diff/)"
	@$(foreach slug,$(REVISED),echo; $(KATALOG) diff $(call catalogue,$(call revises,$(slug)) $(slug)) || [ $$? = 1 ];)

# the stages, one rule each

build/extracted/%.json: $$(firstword $$(wildcard corpus/$$*/$$*.txt corpus/$$*/$$*.pdf)) $(CODE) | $(VENV)/.installed
	$(KATALOG) extract $< -o $@

build/normalized/%.json: build/extracted/%.json $$(wildcard corpus/$$*/koreksi.toml)
	$(KATALOG) normalize $< $(addprefix --koreksi ,$(wildcard corpus/$*/koreksi.toml)) -o $@

$(SLUGS:%=build/catalogue/%.json): build/catalogue/%.json: build/normalized/%.json $$(call catalogue,$$(call revises,$$*))
	$(KATALOG) assemble $< $(addprefix --previous ,$(filter build/catalogue/%,$^)) -o $@

build/csv/%/indikator.csv: build/catalogue/%.json
	$(KATALOG) export $< -f csv -o $(@D)

# what changed from the decree that a revision revises; the diff exits with 1 where something substantive changed

DIFF = { $(KATALOG) diff $(call catalogue,$(call revises,$*)) $< $(1) || [ $$? = 1 ]; }

$(REVISED:%=build/diff/%.json): build/diff/%.json: build/catalogue/%.json
	$(call DIFF,-f json -o $@)

$(REVISED:%=build/report/%.html): build/report/%.html: build/catalogue/%.json build/diff/%.json
	$(call DIFF,-f html -o $@)
	$(call DIFF,-f md -o $(@:.html=.md))
	$(call DIFF,-f xlsx -o $(@:.html=.xlsx))

# what the project holds itself to

test: $(VENV)/.installed-dev
	$(BIN)/pytest -n auto --dist worksteal

# are the labelled tables of tests/gold well formed? (tests/gold/README.md)
gold: $(VENV)/.installed
	@PYTHONPATH=. $(BIN)/python tests/support/gold_files.py

check: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest tests/test_house.py

# OLD=FOLDER, a checkout of an earlier state with its .venv: is a build slower than there?
bench: $(VENV)/.installed-dev
	status=0; \
	$(if $(OLD),$(BIN)/python tests/bench/earlier.py $(OLD) || status=1;) \
	$(BIN)/python tests/bench/pdf.py $(if $(LONG),--long) || status=1; \
	$(BIN)/python tests/bench/ratios.py || status=1; \
	exit $$status

# N simulated decrees (tests/support/simulated.py) in build/arsip, and their corpus in build/korpus

N ?= 40

corpus: $(VENV)/.installed-dev
	PYTHONPATH=tests:tests/support:. $(BIN)/python tests/support/simulated.py $(N) build/arsip
	$(KATALOG) corpus build build/arsip -o build/korpus -v || [ $$? = 2 ]

# odd texts, PDFs, Word files, catalogues and koreksi.toml for MINUTES; what is found stays in build/fuzz
fuzz: $(VENV)/.installed-dev
	$(BIN)/python tests/fuzz/run.py --minutes $(or $(MINUTES),1) $(addprefix --kind ,$(KIND))

# what columns, headings and labels mean (a minute), and the models that read tables in linear text (minutes), and
# what decides on the columns of a heading, from the rows of tests/gold and training/rows; evaluate: cross-validation, on the
# decree's text and, where pdftotext is installed, on the layouts of tests/fixtures/pdf; what columns mean with agencies
# and layouts left out

train: $(VENV)/.installed-dev
	$(BIN)/python -m training meaning
	$(BIN)/python -m training train
	$(BIN)/python -m training surroundings
	$(BIN)/python -m training agencies
	$(BIN)/python -m training deciding

evaluate: $(VENV)/.installed-dev
	@mkdir -p build/texts
	for layout in a b; do \
	  pdftotext -raw tests/fixtures/pdf/paser-$$layout.pdf build/texts/paser-$$layout-raw.txt || exit; \
	  $(BIN)/python -m training.pypdf_text tests/fixtures/pdf/paser-$$layout.pdf build/texts/paser-$$layout-pypdf.txt || exit; \
	done
	$(BIN)/python -m training evaluate $(foreach text,a-raw a-pypdf b-raw b-pypdf,--text build/texts/paser-$(text).txt)
	$(BIN)/python -m training left_out

# the dictionary's word list from that of hunspell (Debian: hunspell-id), of which bahasa/kamus.toml names the version

DIC ?= /usr/share/hunspell/id_ID.dic

kamus: | $(VENV)/.installed
	$(BIN)/python -m training.wordlist $(DIC) bahasa/kamus.txt

schema: $(VENV)/.installed
	$(KATALOG) schema catalogue -o docs/catalogue.schema.json
	$(KATALOG) schema diff -o docs/diff.schema.json

# the page of all findings, from bahasa/temuan.toml

temuan: $(VENV)/.installed
	$(BIN)/python -m katalog.show.findings_page > docs/temuan.md

# which tests notice that a line of the values and of the diff was changed? MUTANTS=PATTERN... those alone (hours for all);
# `mutmut results` and `mutmut show NAME` in build/mutation say which ones nobody noticed

mutation: $(VENV)/.installed-dev
	rm -rf build/mutation && mkdir -p build/mutation
	cp -r bahasa corpus docs extract katalog normalize schemas tests training pyproject.toml build/mutation
	cd build/mutation && nice ../../$(BIN)/mutmut run --max-children 1 $(MUTANTS)
	cd build/mutation && ../../$(BIN)/mutmut results

# all versions with their hashes, from what pyproject.toml asks for; UPGRADE=1: the newest ones that fit

RESOLVE = printf 'setuptools>=77\n' | $(SUPPLY)/bin/uv pip compile pyproject.toml - --universal --python-version 3.11 \
  --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet $(if $(UPGRADE),--upgrade)
SUPPLY := build/supply

lock: $(SUPPLY)/.installed
	$(RESOLVE) --all-extras -o requirements-dev.lock
	$(RESOLVE) -c requirements-dev.lock -o requirements.lock

# what the program rests on, as a bill of materials (CycloneDX) with licences; is any version known to be vulnerable (where
# the package index answers such questions; one that doesn't is an error)?

sbom: $(SUPPLY)/.installed
	$(PYTHON) -m venv --clear build/program
	build/program/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	build/program/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation .
	$(SUPPLY)/bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml build/program/bin/python -o build/sbom.json
	$(BIN)/katalog --version -v > build/licences.txt

audit: $(SUPPLY)/.installed
	$(SUPPLY)/bin/pip-audit --strict --no-deps --disable-pip -r requirements.lock

$(SUPPLY)/.installed:
	$(PYTHON) -m venv $(SUPPLY)
	$(SUPPLY)/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5' 'cyclonedx-bom>=7' 'pip-audit>=2.10'
	@touch $@

# the environment, with the versions and hashes of requirements.lock

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("katalog needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

LOCKED = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r
OURS = $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .

$(VENV)/.installed: pyproject.toml requirements.lock | $(VENV)/bin/python
	$(LOCKED) requirements.lock
	$(OURS)
	@touch $@

$(VENV)/.installed-dev: pyproject.toml requirements-dev.lock | $(VENV)/bin/python
	$(LOCKED) requirements-dev.lock
	$(OURS)
	@touch $@ $(VENV)/.installed

clean:
	rm -rf build dist *.egg-info
