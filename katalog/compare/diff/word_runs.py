"""Two texts as runs of words: in both, only in the old, only in the new."""

from __future__ import annotations

from difflib import SequenceMatcher

from schemas.diff import AlignedWords


def word_runs(old: str, new: str) -> tuple[AlignedWords, ...]:
    """The runs in reading order; a deleted run stands before the inserted one that takes its place."""
    ours, theirs = old.split(), new.split()
    runs: list[AlignedWords] = []
    for op, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if op == "equal":
            runs.append(AlignedWords(op="same", text=" ".join(ours[i1:i2])))
            continue
        if i1 < i2:
            runs.append(AlignedWords(op="deleted", text=" ".join(ours[i1:i2])))
        if j1 < j2:
            runs.append(AlignedWords(op="inserted", text=" ".join(theirs[j1:j2])))
    return tuple(runs)
