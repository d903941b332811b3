"""Verbatim -> values, every edit recorded. Reads an ExtractedDecree and imports only `schemas`."""
