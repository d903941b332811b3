"""The catalogues of a folder in the browser of this computer: to look through, to search, to check."""
