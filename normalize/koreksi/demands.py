"""What the keys of a decision have to be, each with what is said where they are not."""

from __future__ import annotations

from datetime import datetime

from bahasa.fold import fold


class UnfitPutusan(ValueError):
    """What a decision says can't be; the message (Indonesian) says why."""


def demand_time(written: str) -> None:
    """A time is ISO 8601."""
    try:
        datetime.fromisoformat(written)
    except ValueError as error:
        raise UnfitPutusan(f"waktu “{written}” bukan tanggal seperti 2026-11-26") from error


def demand_where(said: str) -> None:
    """A decision holds here or everywhere."""
    if said not in ("sini", "semua"):
        raise UnfitPutusan(f"di harus “sini” atau “semua”, bukan “{said}”")


def demand_words(words: str) -> None:
    """A decision about words names them."""
    if not fold(words):
        raise UnfitPutusan("isian tercetak belum ada")


def demand_pairs(name: str, named: tuple[str, ...], said: tuple[str, ...]) -> None:
    """Two lists say one thing each of the same things."""
    if not named or len(named) != len(said):
        raise UnfitPutusan(f"{name} dan isi harus sama banyak, sedikitnya satu")


def demand_all(name: str, said: tuple[str, ...], least: int = 1) -> None:
    """A list has so many texts at least, none of them blank."""
    if len(said) < least or not all(fold(one) for one in said):
        raise UnfitPutusan(f"{name} harus berisi sedikitnya {least} teks, tanpa yang kosong")


def demand_whole(printed: str, parts: tuple[str, ...]) -> None:
    """The parts of a text are all of it: none of its letters may go."""
    if ink_of(printed) != ink_of("".join(parts)):
        raise UnfitPutusan("bagian-bagian dalam isi tidak memuat seluruh teks tercetak")


def ink_of(text: str) -> str:
    """The text without white space: what has to be there, however it was cut."""
    return "".join(fold(text).split())
