"""Errors of this stage that a person can do something about."""

from __future__ import annotations


class UnusableSource(Exception):
    """A source that can't be read as a decree.

    `cause` says in Indonesian what is wrong, `remedy` what the user can do about it. The caller names the file.
    """

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(f"{cause} {remedy}")
        self.cause = cause
        self.remedy = remedy
