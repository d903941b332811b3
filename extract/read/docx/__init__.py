"""Word files (docx) to the Layout. Enter by `extract.read.docx.reading`."""
