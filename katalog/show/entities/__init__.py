"""What decrees name, to files and for people. A format writes what `katalog.labelled` holds and computes nothing."""

from __future__ import annotations

from katalog.show.formats import OutputFormat

#: The formats of `katalog entities`; the first is the default. Writers take what each catalogue names, with its
#: documents.
ENTITY_FORMATS = (
    OutputFormat("text", "teks", (".txt",), "katalog.show.entities.text:entities_text", shown=True),
    OutputFormat("csv", "CSV", (".csv",), "katalog.show.entities.data:entities_csv"),
    OutputFormat("json", "JSON", (".json",), "katalog.show.entities.data:entities_json"),
    OutputFormat("spacy", "DocBin spaCy", (".spacy",), "katalog.show.entities.data:entities_bin", binary=True),
    OutputFormat("displacy", "HTML", (".html", ".htm"), "katalog.show.entities.html:entities_page"),
)
