"""What a program calls, and what the commands call: there is no second way.

    source -> extracted -> normalized -> assembled

`build` goes the whole way, the others one step each. Every stage is imported when it is used. A path is a str or a
path object; where a catalogue is wanted, its file will do, or a source that is built on the fly. Whatever a user can do
something about raises `KatalogError`; what is done is logged to the logger `katalog` (info).
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from collections.abc import Iterable

    import dask.dataframe as dd
    import pandas as pd
    from spacy.language import Language
    from spacy.vocab import Vocab

    from extract.read.pdf.options import PdfOptions
    from katalog.compare.diff.life import RevisionHistory
    from katalog.corpus.folder import CorpusFolder
    from katalog.decisions import Decided
    from schemas.base import Finding, Frozen
    from schemas.catalogue import Catalogue
    from schemas.decree import ExtractedDecree, NormalizedDecree
    from schemas.diff import CatalogueDiff

    PathName = str | os.PathLike[str]
    #: A catalogue, its file, or a source.
    Given = Catalogue | PathName

_LOG = logging.getLogger("katalog")


def build(
    path: PathName,
    *,
    previous: Given | None = None,
    koreksi: Decided | None = None,
    spelling: bool = True,
    pdf: PdfOptions | None = None,
) -> Catalogue:
    """The catalogue of a source: a decree as PDF or text.

    `previous` is the earlier revision, whose ids are carried over, and a person's decisions about it where their words
    stand in this one. `koreksi` is a file of decisions, or a `KoreksiFile`; without it those beside the source hold
    (`NAME.koreksi.toml`, `koreksi.toml`). Without `spelling` nothing is corrected. `pdf` says how a PDF is read.
    KatalogError where the source or the file of decisions can't be used.

    >>> catalogue = katalog.build("corpus/contoh-lama/contoh-lama.pdf")
    >>> [block.jabatan.value for block in catalogue.blocks][1]
    'Sekretaris Badan'
    """
    from katalog.decisions import beside, koreksi_files, made_before

    earlier = opened(previous) if previous is not None else None
    own = koreksi or beside(Path(path))
    # a bad file is said before the source is read, which may take long
    files = koreksi_files(own) if own else []
    read = extracted(path, pdf=pdf)
    # what was decided about this very source stands in its own file, as long as it holds
    if earlier and earlier.koreksi and earlier.source.sha256 != read.source.sha256:
        files.append(made_before(earlier))
    return assembled(normalized(read, koreksi=files, spelling=spelling), previous=earlier)


def extracted(path: PathName, *, pdf: PdfOptions | None = None) -> ExtractedDecree:
    """Stage 1: what the source says, verbatim, each text with its places. KatalogError where it can't be read as a
    decree.

    >>> katalog.extracted("corpus/contoh-lama/contoh-lama.pdf").source.pages
    20
    """
    from extract.door import extract
    from extract.errors import UnusableSource
    from extract.source import read_source
    from katalog.errors import Unusable

    try:
        read = extract(*read_source(Path(path)), pdf)
    except UnusableSource as error:
        raise Unusable(path, error.cause, error.remedy) from error
    rows = sum(len(block.rows) for block in read.decree.blocks)
    _LOG.info("%s: terbaca %d tabel, %d baris indikator", path, len(read.decree.blocks), rows)
    return read


def laid_out(path: PathName, *, pdf: PdfOptions | None = None) -> dict[str, Any]:
    """What stage 1 begins with: the source's lines and grids with where they stand, as plain data
    (`katalog.store.layout`). KatalogError where it can't be read.

    >>> page = katalog.front.laid_out("corpus/contoh-lama/contoh-lama.pdf")
    >>> [item["kind"] for item in page["flow"]][:2]
    ['line', 'line']
    """
    from extract.door import layout_of
    from extract.errors import UnusableSource
    from extract.source import read_source
    from katalog.errors import Unusable
    from katalog.store.layout import layout_data

    try:
        source, data = read_source(Path(path))
        return layout_data(layout_of(source, data, pdf), source)
    except UnusableSource as error:
        raise Unusable(path, error.cause, error.remedy) from error


def normalized(
    decree: ExtractedDecree, *, koreksi: Decided | Iterable[Decided] = (), spelling: bool = True
) -> NormalizedDecree:
    """Stage 2: values beside what is printed; every change is on record. `koreksi` are files of decisions, one or
    several; nothing is looked for beside a source. `spelling` as in `build`.

    >>> read = katalog.extracted("corpus/contoh-lama/contoh-lama.pdf")
    >>> katalog.normalized(read).decree.blocks[0].rows[0].target.kind
    'count'
    """
    from katalog.decisions import koreksi_files
    from normalize.decree import normalize

    made = normalize(decree, spelling=spelling, koreksi=koreksi_files(koreksi) if koreksi else ())
    _LOG.info("%s: %d perbaikan, %d usulan", made.source.file, len(made.edits), len(made.proposals))
    return made


def assembled(decree: NormalizedDecree, *, previous: Given | None = None) -> Catalogue:
    """Stage 3: the catalogue, with ids, units and findings. `previous` as in `build`.

    >>> read = katalog.normalized(katalog.extracted("corpus/contoh-lama/contoh-lama.pdf"))
    >>> katalog.assembled(read) == katalog.build("corpus/contoh-lama/contoh-lama.pdf")
    True
    """
    from katalog.assemble.catalogue import assemble

    made = assemble(decree)
    _LOG.info("%s: %d temuan, content_hash %s", made.source.file, len(made.findings), made.content_hash)
    if previous is None:
        return made
    from katalog.compare.match.carry import carry

    return carry(opened(previous), made)


def read(path: PathName) -> Catalogue:
    """A catalogue from its file; KatalogError where the file is none.

    >>> katalog.save(katalog.build("corpus/contoh-lama/contoh-lama.pdf"), "build/lama.json")
    >>> katalog.read("build/lama.json").source.file
    'contoh-lama.pdf'
    """
    from katalog.store.artifact import read_artifact
    from schemas.catalogue import Catalogue

    return read_artifact(Path(path), Catalogue, "katalog build")


def opened(given: Given) -> Catalogue:
    """The catalogue itself, from its file, or built from a source.

    >>> katalog.opened("corpus/contoh-lama/contoh-lama.pdf").source.slug
    'contoh-lama'
    """
    from katalog.store.artifact import is_artifact
    from schemas.catalogue import Catalogue

    if isinstance(given, Catalogue):
        return given
    return read(given) if is_artifact(Path(given)) else build(given)


def save(artifact: Frozen, path: PathName) -> None:
    """Write a catalogue, a diff or a stage's result as canonical JSON: whole, or not at all (KatalogError). Missing
    folders are made; the same artifact gives the same bytes on every machine.

    >>> katalog.save(katalog.extracted("corpus/contoh-lama/contoh-lama.pdf"), "build/lama.extracted.json")
    """
    from katalog.store.canonical import canonical_pieces
    from katalog.store.files import write

    write(Path(path), canonical_pieces(artifact))


def check(given: Given) -> tuple[Finding, ...]:
    """The findings of a catalogue, those first that say that its file was changed after it was built.

    >>> found = katalog.check("corpus/contoh-lama/contoh-lama.pdf")
    >>> [finding.code for finding in found if finding.severity == "error"]
    []
    """
    from katalog.store.integrity import faults

    catalogue = opened(given)
    return (*faults(catalogue), *catalogue.findings)


def diff(old: Given, new: Given) -> CatalogueDiff:
    """What changed from `old` to `new`, as data.

    >>> made = katalog.diff("corpus/contoh-lama/contoh-lama.pdf", "corpus/contoh-baru/contoh-baru.pdf")
    >>> made.summary.substantive
    31
    >>> [change.new for change in made.changes if change.kind == "renamed"]
    ['Penelaah Teknis Kebijakan']
    """
    from katalog.compare.diff.revision import diff_matched
    from katalog.compare.match.matching import match_catalogues

    before, after = opened(old), opened(new)
    return diff_matched(before, after, match_catalogues(before, after))


def history(revisions: Iterable[Given]) -> RevisionHistory:
    """The life of each jabatan and indikator over two or more revisions, the oldest first. KatalogError where they are
    fewer.

    >>> told = katalog.history(["corpus/contoh-lama/contoh-lama.pdf", "corpus/contoh-baru/contoh-baru.pdf"])
    >>> told.revisions
    ('contoh-lama', 'contoh-baru')
    """
    from katalog.compare.diff.life import history_of
    from katalog.errors import KatalogError

    catalogues = [opened(one) for one in revisions]
    if len(catalogues) < 2:
        raise KatalogError("Riwayat memerlukan sedikitnya dua katalog.", "Sebutkan katalog setiap revisi secara urut.")
    return history_of(catalogues)


@overload
def frames(catalogues: CorpusFolder) -> dict[str, dd.DataFrame]: ...


@overload
def frames(catalogues: Given | Iterable[Given]) -> dict[str, pd.DataFrame]: ...


def frames(
    catalogues: CorpusFolder | Given | Iterable[Given],
) -> dict[str, dd.DataFrame] | dict[str, pd.DataFrame]:
    """The tables of one catalogue or of many, each as a typed pandas DataFrame by its name: those of
    katalog/show/tables/tables.toml, which says what their columns hold. What every export writes.

    Each begins with `keputusan`, the slug of the catalogue that a row is from. Integers may be missing, numbers printed
    in the decree are exact (`decimal.Decimal`), dates are dates, what has few values is a category
    (katalog/show/tables/typed.py). KatalogError where two catalogues have one slug: their rows could not be told apart.

    Of a corpus (`katalog.frames(katalog.CorpusFolder("korpus/"))`, a folder or a URL) the tables are Dask frames, read
    when something is computed of them (katalog/corpus/lazy_frames.py).

    >>> tables = katalog.frames(["corpus/contoh-lama/contoh-lama.pdf", "corpus/contoh-baru/contoh-baru.pdf"])
    >>> tables["indikator"].groupby("keputusan").size().to_dict()
    {'contoh-baru': 94, 'contoh-lama': 98}
    """
    from katalog.corpus.folder import CorpusFolder
    from katalog.show.tables.typed import typed_frames
    from katalog.told_apart import told_apart
    from schemas.catalogue import Catalogue

    if isinstance(catalogues, CorpusFolder):
        from katalog.corpus.lazy_frames import lazy_frames

        return lazy_frames(catalogues)
    given = [catalogues] if isinstance(catalogues, Catalogue | str | os.PathLike) else catalogues
    named = ((one.source.file if isinstance(one, Catalogue) else str(one), opened(one)) for one in given)
    return typed_frames(told_apart(named))


def nlp(
    *,
    vocab: Vocab | bool = True,
    disable: str | Iterable[str] = (),
    enable: str | Iterable[str] = (),
    exclude: str | Iterable[str] = (),
    config: dict[str, Any] | None = None,
) -> Language:
    """spaCy's pipeline for decrees: the language `id_hukum`, with rulers that mark what a text names (regulations,
    dates, amounts, positions, units, programs). `spacy.load("katalog")` gives the same; the options are those of it.

    >>> doc = katalog.nlp()("sesuai PP Nomor 18 Tahun 2016 tentang Perangkat Daerah, paling lambat 31 Desember 2022")
    >>> [(entity.label_, entity.kb_id_) for entity in doc.ents]
    [('PERATURAN', 'Peraturan Pemerintah Nomor 18 Tahun 2016'), ('TANGGAL', '2022-12-31')]
    """
    from bahasa.pipeline import legal_pipeline

    return legal_pipeline(vocab, disable, enable, exclude, config)
