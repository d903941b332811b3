"""PDF and scans to a Layout: words and ruling lines, grids, and what lies over them.

Readers are imported where they are used: whoever only wants the options does not wait for them.
"""
