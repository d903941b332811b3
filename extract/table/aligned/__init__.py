"""Tables in column-aligned text (`pdftotext -layout`)."""
