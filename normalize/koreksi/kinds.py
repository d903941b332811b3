"""A person's decisions, one class a kind, and the one shape that they have in koreksi.toml and in JSON.

A decision is a flat table of strings, whole numbers and lists of strings, the same in both:

    {"jenis": "salah baca", "tindakan": "teks", "tempat": "IKI/3/rows/4/target", "tercetak": "l2 dokumen",
     "menjadi": "12 dokumen", "jabatan": "Bendahara", "indikator": "Jumlah laporan keuangan", "halaman": 7,
     "id": "iki.sekretariat.bendahara/indikator/jumlah-laporan-keuangan", "oleh": "Sekretaris", "waktu": "2026-11-26"}

Every kind has `tempat`, the path of what it is about, as edits and findings give it (`IKI/3/rows/4/target`; 1-based),
and may have

| key | what it says |
|---|---|
| `jabatan` | the holder of the block, as read |
| `indikator` | the indikator of the row, as read |
| `id` | `id` of the row, entry or block in the catalogue |
| `halaman` | the page |
| `oleh`, `waktu`, `alasan` | who decided, when (ISO 8601), why |

`jenis` and `tindakan` name the kind. A *column* is the end of a cell's path: `rumus`, `targets/2`, `others/Program`. A
*cell* beside another is named by its column, with the number of rows below or above in front where it is in another
row: `rumus`, `+1/rumus`, `-1/sasaran`. The *words of a row* are the texts of its cells as read, blank ones left out, in
any order.

Of `jenis` *salah baca* (the program read what is not printed) `tindakan` says what is done:

| `tindakan` | `tempat` | its own keys |
|---|---|---|
| teks | any text (`IKI/3/jabatan`, `IKI/3/fungsi/2`, a cell) | `tercetak` all of it as read, `menjadi` as printed |
| pindah | a cell | `tercetak` the words that move (all, or its beginning or end), `ke` the cell they go to |
| gabung sel | the first cell | `tercetak`, `dengan` the cells that belong to it, `isi` what these read |
| pisah sel | the cell | `tercetak`, `ke` the cells that get the parts, `isi` the parts |
| gabung baris | the first row (`IKI/3/rows/4`) | `tercetak` words of the row, `isi` words of the next |
| pisah baris | the row | `tercetak` its words, `kolom` columns that are cut, `isi` what stays, `bawah` the rest |
| hapus baris | the row | `tercetak` its words |
| tambah baris | the row above (`rows/0`: none) | `tercetak` words of that, `kolom`, `isi` what these print |
| gabung butir | the first entry of a list (`IKI/3/fungsi/2`) | `tercetak` its text, `isi` the texts of the next ones |
| pisah butir | the entry | `tercetak` its text, `isi` the parts, behind the first with its number if it has one |
| hapus butir | the entry | `tercetak` its text |
| tambah butir | the entry above (`fungsi/0`: none) | `tercetak` its text, `isi` what the new ones print |
| peran kolom | the block (`IKI/3`) | `kolom` as read, `tercetak` its heading as read, `peran` its role, `di` |

The other two have no `tindakan`:

| `jenis` | `tempat` | its own keys |
|---|---|---|
| salah ketik | a text or cell | `tercetak` words (all of a target or satuan), `putusan`, `menjadi`, `di`, `teks` |
| benar | what a finding is about | `tercetak` all of it as read, `kode` codes of the findings (none: all) |

`putusan` is `terima` or `tolak`; `menjadi` left out takes the proposal as it is; `di` is `sini` (as where left out) or
`semua`, everywhere in the decree (of a column: in all tables that have it); `teks` is the whole text that the words
stand in. `peran` is a role of a column (`rumus`, `target`, `others`). `benar` may be about a row, a block or the decree
itself (`keputusan`, with `kode`).

Keys with nothing in them are left out. An entry without `jenis` is *salah ketik*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from bahasa.fold import fold
from normalize.koreksi.demands import (
    UnfitPutusan,
    demand_all,
    demand_pairs,
    demand_where,
    demand_whole,
    demand_words,
)
from normalize.koreksi.putusan import BACA, BENAR, KETIK, Putusan
from schemas.base import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class BacaTeks(Putusan):
    """A text was misread: `tercetak` is what was read, `menjadi` what is printed. Either may be blank."""

    JENIS, TINDAKAN = BACA, "teks"

    tercetak: str
    menjadi: str

    def _demand(self) -> None:
        if fold(self.tercetak) == fold(self.menjadi):
            raise UnfitPutusan("menjadi sama dengan tercetak")


@dataclass(frozen=True, slots=True, kw_only=True)
class PindahTeks(Putusan):
    """Words of a cell belong to the cell `ke`, before or behind what stands there, as the columns stand."""

    JENIS, TINDAKAN = BACA, "pindah"

    tercetak: str
    ke: str

    def _demand(self) -> None:
        demand_words(self.tercetak)


@dataclass(frozen=True, slots=True, kw_only=True)
class GabungSel(Putusan):
    """The cells `dengan` are the rest of this one, in this order; `isi` is what each of them reads."""

    JENIS, TINDAKAN = BACA, "gabung sel"

    tercetak: str
    dengan: tuple[str, ...]
    isi: tuple[str, ...]

    def _demand(self) -> None:
        demand_pairs("dengan", self.dengan, self.isi)


@dataclass(frozen=True, slots=True, kw_only=True)
class PisahSel(Putusan):
    """The cell holds several: `isi` are the parts of its text, `ke` the cells that they belong to."""

    JENIS, TINDAKAN = BACA, "pisah sel"

    tercetak: str
    ke: tuple[str, ...]
    isi: tuple[str, ...]

    def _demand(self) -> None:
        demand_pairs("ke", self.ke, self.isi)
        demand_whole(self.tercetak, self.isi)


@dataclass(frozen=True, slots=True, kw_only=True)
class GabungBaris(Putusan):
    """The next row is the rest of this one; `isi` are its words."""

    JENIS, TINDAKAN = BACA, "gabung baris"

    tercetak: tuple[str, ...]
    isi: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PisahBaris(Putusan):
    """The row is two: of each column in `kolom` the part in `isi` stays, the part in `bawah` belongs to a row below."""

    JENIS, TINDAKAN = BACA, "pisah baris"

    tercetak: tuple[str, ...]
    kolom: tuple[str, ...]
    isi: tuple[str, ...]
    bawah: tuple[str, ...]

    def _demand(self) -> None:
        demand_pairs("kolom", self.kolom, self.isi)
        if len(self.bawah) != len(self.isi):
            raise UnfitPutusan("isi dan bawah harus sama banyak")


@dataclass(frozen=True, slots=True, kw_only=True)
class HapusBaris(Putusan):
    """No such row is printed."""

    JENIS, TINDAKAN = BACA, "hapus baris"

    tercetak: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TambahBaris(Putusan):
    """Below this row (`rows/0`: above the first) stands one that was not read: `isi` are its texts by `kolom`."""

    JENIS, TINDAKAN = BACA, "tambah baris"

    tercetak: tuple[str, ...] = ()
    kolom: tuple[str, ...]
    isi: tuple[str, ...]

    def _demand(self) -> None:
        demand_pairs("kolom", self.kolom, self.isi)


@dataclass(frozen=True, slots=True, kw_only=True)
class GabungButir(Putusan):
    """The next entries of the list are the rest of this one; `isi` are their texts."""

    JENIS, TINDAKAN = BACA, "gabung butir"

    tercetak: str
    isi: tuple[str, ...]

    def _demand(self) -> None:
        demand_words(self.tercetak)
        demand_all("isi", self.isi)


@dataclass(frozen=True, slots=True, kw_only=True)
class PisahButir(Putusan):
    """The entry is several: `isi` are the parts of its text, each behind the first with its number if it has one."""

    JENIS, TINDAKAN = BACA, "pisah butir"

    tercetak: str
    isi: tuple[str, ...]

    def _demand(self) -> None:
        demand_all("isi", self.isi, 2)
        demand_whole(self.tercetak, self.isi)


@dataclass(frozen=True, slots=True, kw_only=True)
class HapusButir(Putusan):
    """No such entry is printed."""

    JENIS, TINDAKAN = BACA, "hapus butir"

    tercetak: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TambahButir(Putusan):
    """Below this entry (`fungsi/0`: above the first) stand others that were not read: `isi`, with their numbers."""

    JENIS, TINDAKAN = BACA, "tambah butir"

    tercetak: str = ""
    isi: tuple[str, ...]

    def _demand(self) -> None:
        demand_all("isi", self.isi)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeranKolom(Putusan):
    """The column read as `kolom`, headed `tercetak`, has the role `peran`. One that had it before gets what this one
    had; targets may be several. `di` says whether it holds for this table or for all with such a column."""

    JENIS, TINDAKAN = BACA, "peran kolom"

    kolom: str
    tercetak: str = ""
    peran: str
    di: Literal["sini", "semua"] = "sini"

    def _demand(self) -> None:
        demand_where(self.di)
        if self.peran not in get_args(Role):
            raise UnfitPutusan(f"peran “{self.peran}” tidak ada; yang ada: {', '.join(get_args(Role))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SalahKetik(Putusan):
    """The decree prints what is wrong, or what only seems so. `tercetak` are the printed words, `menjadi` what they
    become (blank: what is proposed); `di` says where, `teks` is the whole text that they stand in."""

    JENIS = KETIK

    tercetak: str
    putusan: Literal["terima", "tolak"]
    menjadi: str = ""
    di: Literal["sini", "semua"] = "sini"
    teks: str = ""

    def _demand(self) -> None:
        demand_words(self.tercetak)
        if self.putusan not in ("terima", "tolak"):
            raise UnfitPutusan(f"putusan harus “terima” atau “tolak”, bukan “{self.putusan}”")
        demand_where(self.di)

    @property
    def terima(self) -> bool:
        """Is a correction accepted?"""
        return self.putusan == "terima"


@dataclass(frozen=True, slots=True, kw_only=True)
class Benar(Putusan):
    """Looked at, and right as it was read: the findings `kode` about it are answered (all, where none is named)."""

    JENIS = BENAR

    tercetak: str = ""
    kode: tuple[str, ...] = ()


#: All kinds, by `jenis` and `tindakan`.
KINDS: dict[tuple[str, str], type[Putusan]] = {
    (kind.JENIS, kind.TINDAKAN): kind
    for kind in (
        BacaTeks, PindahTeks, GabungSel, PisahSel, GabungBaris, PisahBaris, HapusBaris, TambahBaris,
        GabungButir, PisahButir, HapusButir, TambahButir, PeranKolom, SalahKetik, Benar,
    )
}  # fmt: skip
