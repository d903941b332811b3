"""Lines and tables to the parts of a decree: preamble, lampiran, blocks."""
