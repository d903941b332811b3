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

.PHONY: demo test check gold bench fuzz corpus train evaluate kamus schema temuan clean
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
	$(BIN)/pytest

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
# what decides on the columns of a heading, from the labelled rows of tests/gold; evaluate: cross-validation, on the
# decree's text and, where pdftotext is installed, on the layouts of tests/fixtures/pdf; what columns mean with agencies
# and layouts left out

train: $(VENV)/.installed-dev
	$(BIN)/python -m training meaning
	$(BIN)/python -m training train
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

# the environment, with the versions of constraints.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("katalog needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,parquet,corpus]'
	@touch $@ $(VENV)/.installed

clean:
	rm -rf build dist *.egg-info
