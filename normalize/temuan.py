"""The findings that normalization can raise: code, severity and Indonesian message of each.

Findings that need the whole catalogue are made elsewhere. The codes are stable.
"""

from __future__ import annotations

from normalize.place import Field
from schemas.base import Finding, Severity
from schemas.decree import Text

#: code -> (severity, message); `{...}` is filled in by the caller.
CODES: dict[str, tuple[Severity, str]] = {
    "target-kosong": ("warning", "Target tidak tercetak pada baris ini."),
    "target-ambigu": ("warning", "Target “{teks}” dapat dibaca {calon}: {catatan}."),
    "target-tersirat": ("info", "Target “{teks}” hanya bilangan; dibaca sebagai {baca} karena {catatan}."),
    "target-teks": ("info", "Target “{teks}” tidak terbaca sebagai bilangan, nilai atau tanggal."),
    "satuan-tak-dikenal": ("info", "Satuan “{satuan}” tidak ada dalam daftar satuan."),
    "tanggal-tak-terbaca": ("warning", "Tanggal “{teks}” tidak terbaca sebagai tanggal kalender."),
    "hukum-tak-terbaca": ("warning", "Butir Mengingat “{teks}” tidak terbaca sebagai peraturan."),
    "hukum-tak-lengkap": ("info", "Peraturan pada butir Mengingat “{teks}” tanpa {kurang}."),
    "ejaan-usulan": ("info", "Usulan perbaikan: “{sebelum}” menjadi “{sesudah}” ({bukti})."),
    "ejaan-terbatas": (
        "warning",
        "Terlalu banyak kata yang tidak dikenal: pencarian salah ketik dihentikan, {jumlah} kata dibiarkan seperti "
        "tercetak (misalnya {contoh}).",
    ),
    "koreksi-usang": ("warning", "Koreksi untuk {tempat} tidak berlaku lagi: {alasan}."),
}


def shorten(text: str, limit: int = 80) -> str:
    """A text for a message, at most `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def finding(code: str, field: Field, text: Text | None = None, **words: str) -> Finding:
    """A finding about the text of a field."""
    severity, message = CODES[code]
    return Finding(
        code=code,
        severity=severity,
        message=message.format(**words),
        kind=field.kind,
        order=field.order,
        field=field.within,
        as_printed=text.as_printed if text else "",
        places=text.places if text else (),
    )
