"""The typed artifacts that pass between the stages, and nothing else.

Source -> Pages -> ExtractedDecree -> NormalizedDecree -> Catalogue. Every artifact is frozen: a stage makes a new
one and never changes what an earlier stage said. This package imports nothing of the other packages.
"""
