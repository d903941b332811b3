"""Web addresses and e-mail addresses that a narrow column breaks over lines: do two parts make one?

An address holds no blank, so its parts are joined without one, wherever a line was broken (`https://perizinan` /
`.sukamaju.go.id/` / `register/2023`; `perizinan@` / `sukamaju.go.id`).
"""

from __future__ import annotations

import re

from bahasa.function_words import function_words

_BEGUN = re.compile(r"\(?(?:https?:|www\.)\S*", re.I)
_BOX = re.compile(r"\(?[\w.+-]+@[\w.-]*")
_LOCAL = re.compile(r"\(?[a-z0-9][a-z0-9._+-]*")
#: What goes on in an address: words that a dot, a slash or another of its marks parts, or a number.
_STEPS = re.compile(r"[a-z0-9]\w*(?:[./_?&=#%~-]+\w+)+/?[).,;]?|\d{3,}/?[).,;]?")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+[).,;]?")
#: `.go.id/`, `/register`, `?id=3`: the mark of a part that goes on; behind an address that it has begun any of them
#: does, behind a plain word only the end of a domain.
_MARKED = re.compile(r"[./?&=#_%~]+\w")
_TOP = r"\.(?:id|com|org|net|info)"
_DOMAIN_END = re.compile(rf"(?:\.[a-z]{{2,}})*{_TOP}(?:/\S*)?[).,;]?")
_OPEN = re.compile(r"[/._?&=#%~-]$|https?:$", re.I)
#: A domain that is whole: behind it stands a path, with its mark, or another text.
_WHOLE = re.compile(rf"{_TOP}(?:[/?#]\S*)?$", re.I)
#: `2.` and `b)` count the next entry.
_ENTRY = re.compile(r"(?:\d{1,2}|[a-z])[.)]")


def is_one_address(head: str, tail: str, alone: bool = False, full: bool = False, behind: str = "") -> bool:
    """Do the last word of a line and the first of the next make one address? `alone`: the second is all that its line
    holds; `full`: the page shows that the next letter did not fit beside the first; `behind`: what follows the second.
    A number before a capital begins a text (`https://sipd/` / `2023 Register`).

    >>> is_one_address("https://perizinan", ".sukamaju.go.id/"), is_one_address("perizinan@", "sukamaju.go.id")
    (True, True)
    >>> is_one_address("https://perizinan.go.id", "dan"), is_one_address("dokumen.", "sukamaju.go.id")
    (False, False)
    """
    if not head or not tail or tail.rstrip(".,;)").lower() in function_words("gabung"):
        return False
    if not full and tail.isdecimal() and behind[:1].isupper():
        return False
    if _BEGUN.fullmatch(head):
        return _goes_on(head, tail, alone, full)
    if _BOX.fullmatch(head):
        return not _WHOLE.search(head) and (_DOMAIN.fullmatch(tail) or _DOMAIN_END.fullmatch(tail)) is not None
    box = tail.startswith("@") and _DOMAIN.fullmatch(tail[1:]) is not None
    return _LOCAL.fullmatch(head) is not None and (box or _DOMAIN_END.fullmatch(tail) is not None)


def _goes_on(head: str, tail: str, alone: bool, full: bool) -> bool:
    """Behind the beginning of an address, `https:` or `www.`."""
    if _MARKED.match(tail) or tail == "/":
        return True
    ended = head.endswith(".") and _WHOLE.search(head[:-1]) is not None
    if ended or _ENTRY.fullmatch(tail) or not (tail[0].islower() or tail[0].isdecimal()):
        return False
    if _OPEN.search(head):
        return bool(_STEPS.fullmatch(tail)) or alone or full
    return (bool(_DOMAIN.fullmatch(tail)) and not _WHOLE.search(head)) or full
