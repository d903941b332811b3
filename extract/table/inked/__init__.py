"""Tables in column-aligned text by their form: the text as ink on a page, read as an unruled page is."""
