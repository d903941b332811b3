"""What all decisions of a person have, whatever their kind: what they are about, and who decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from normalize.koreksi.demands import UnfitPutusan, demand_time

#: `jenis`: what was read is not what is printed; what is printed is wrong; it is right as it was read.
BACA, KETIK, BENAR = "salah baca", "salah ketik", "benar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Putusan:
    """What all decisions have: what they are about, and who decided."""

    JENIS: ClassVar[str] = ""
    TINDAKAN: ClassVar[str] = ""

    tempat: str
    id: str = ""
    jabatan: str = ""
    indikator: str = ""
    halaman: int | None = None
    oleh: str = ""
    waktu: str = ""
    alasan: str = ""

    def __post_init__(self) -> None:
        if not self.tempat.strip():
            raise UnfitPutusan("isian tempat belum ada")
        if self.waktu:
            demand_time(self.waktu)
        self._demand()

    def _demand(self) -> None:
        """Raises UnfitPutusan where the keys of this kind can't be so together."""

    @property
    def evidence(self) -> str:
        """Who decided, when and why, in Indonesian: the reason of what was done."""
        by = " ".join(part for part in ("keputusan", self.oleh, self.waktu[:10]) if part)
        return f"{by}: {self.alasan}" if self.alasan else by
