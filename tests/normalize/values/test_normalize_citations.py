"""Laws and dates."""

from __future__ import annotations

import datetime

import pytest
from extracted_decrees import label
from hypothesis import given
from hypothesis import strategies as st

from bahasa.data import entries_of
from bahasa.date import is_date, read_date, read_month
from bahasa.law import parse_law
from normalize.values.citations import cite
from schemas.decree import Decree, Item, Lampiran, Penetapan, Preamble, Text

# (entry of Mengingat, jenis, nomor, tahun, tentang)
LAWS = [
    # a hyphen with blanks, a comma before tentang
    ("Undang - Undang Nomor 25 Tahun 2009, tentang Pelayanan Publik (Lembaran Negara Republik Indonesia Tahun 2009);",
     "Undang-Undang", "25", 2009, "Pelayanan Publik"),
    # the law is the first one, not those that changed it
    ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara RI Tahun 2014 Nomor 244), "
     "sebagaimana telah diubah beberapa kali, terakhir dengan UU nomor 9 Tahun 2015 tentang Perubahan Kedua;",
     "Undang-Undang", "23", 2014, "Pemerintahan Daerah"),
    # the year in the number
    ("Peraturan Menteri Negara PAN Nomor PER/20/M/PAN/141/2007 tentang Pedoman Penyusunan Indikator Kinerja Utama;",
     "Peraturan Menteri Negara PAN", "PER/20/M/PAN/141/2007", 2007, "Pedoman Penyusunan Indikator Kinerja Utama"),
    # leading zero; small letters
    ("Peraturan Daerah Nomor 04 Tahun 2021 tentang RPJMD Kabupaten Paser Tahun 2021-2026;",
     "Peraturan Daerah", "4", 2021, "RPJMD Kabupaten Paser Tahun 2021-2026"),
    ("Peraturan Daerah Kabupaten Paser nomor 14 Tahun 2016 tentang Perangkat Daerah (Lembaran Daerah Tahun 2016);",
     "Peraturan Daerah Kabupaten Paser", "14", 2016, "Perangkat Daerah"),
    # abbreviations, capitals, Republik Indonesia
    ("UU No. 5 Thn 2014 tentang Aparatur Sipil Negara", "Undang-Undang", "5", 2014, "Aparatur Sipil Negara"),
    ("PERDA KABUPATEN PASER NOMOR 2 TAHUN 2010 TENTANG RPJPD", "Peraturan Daerah KABUPATEN PASER", "2", 2010, "RPJPD"),
    ("Undang-Undang Republik Indonesia Nomor 1 Tahun 2004 tentang Perbendaharaan Negara",
     "Undang-Undang", "1", 2004, "Perbendaharaan Negara"),
    # the number right behind the kind
    ("Permendagri 86 Tahun 2017", "Peraturan Menteri Dalam Negeri", "86", 2017, None),
    ("UU 23/2014 tentang Pemerintahan Daerah", "Undang-Undang", "23", 2014, "Pemerintahan Daerah"),
    # a number with strokes and blanks around them
    ("Peraturan Menteri Keuangan Nomor 60 / PMK.02 / 2021 tentang Standar Biaya",
     "Peraturan Menteri Keuangan", "60/PMK.02/2021", 2021, "Standar Biaya"),
    # a law inside the title
    ("Undang-Undang Nomor 27 Tahun 1959 tentang Penetapan Undang-Undang Darurat Nomor 3 Tahun 1953 tentang "
     "Pembentukan Daerah Tingkat II (Lembaran Negara Tahun 1953 Nomor 9) sebagai Undang-Undang",
     "Undang-Undang", "27", 1959,
     "Penetapan Undang-Undang Darurat Nomor 3 Tahun 1953 tentang Pembentukan Daerah Tingkat II"),
    ("Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;", "Undang-Undang Dasar", None, 1945, None),
    # a number left open
    ("Peraturan Bupati X Nomor .... Tahun 2016 tentang RPJMD;", "Peraturan Bupati X", None, 2016, "RPJMD"),
    ("Peraturan Bupati X Nomor… Tahun 2016 tentang RPJMD;", "Peraturan Bupati X", None, 2016, "RPJMD"),
    ("Peraturan Bupati X Nomor ___ Tahun 2016 tentang RPJMD", "Peraturan Bupati X", None, 2016, "RPJMD"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "jenis", "nomor", "tahun", "tentang"), LAWS)
def test_law(entry: str, jenis: str, nomor: str | None, tahun: int | None, tentang: str | None) -> None:
    law = parse_law(entry)
    assert law is not None
    assert (law.jenis, law.nomor, law.tahun, law.tentang) == (jenis, nomor, tahun, tentang)


def test_every_labelled_law_is_read_whole() -> None:
    laws = [parse_law(entry["text"]) for entry in label("p00_preamble")["mengingat"]]
    assert all(law and law.nomor and law.tahun and law.tentang for law in laws)
    assert [law.nomor for law in laws if law] == [
        "25", "33", "17", "23", "25", "6", "18", "PER/20/M/PAN/141/2007", "14", "4", "29", "39",
    ]  # fmt: skip


@pytest.mark.parametrize("entry", entries_of("law", "jenis"), ids=lambda entry: entry["nama"])
def test_every_kind_of_law_matches_its_example(entry: dict[str, str]) -> None:
    law = parse_law(entry["contoh"])
    assert law is not None and law.jenis.startswith(entry["nama"]) and law.tahun


@pytest.mark.parametrize("entry", ["", "bahwa untuk mengukur kinerja", "Peraturan yang berlaku", "Nomor 5 Tahun 2014"])
def test_no_law(entry: str) -> None:
    assert parse_law(entry) is None


DATES = [
    ("03 Januari 2023", "2023-01-03"),
    ("Pada tanggal, 29 Desember 2022", "2022-12-29"),
    ("1 Agust 2022", "2022-08-01"),
    ("10 Nopember 2015", "2015-11-10"),
    ("5 bulan Mei tahun 2020", "2020-05-05"),
    ("29 DESEMBER 2022", "2022-12-29"),
    ("3-1-2023", "2023-01-03"),
    ("31/12/2022", "2022-12-31"),
    ("2022-12-31", "2022-12-31"),
    # no such day; day left blank; day and month swapped
    ("31 Februari 2021", None),
    ("      Desember 2022", None),
    ("12/31/2022", None),
    ("tahun 2022", None),
]


@pytest.mark.parametrize(("printed", "expected"), DATES)
def test_date(printed: str, expected: str | None) -> None:
    assert read_date(printed) == expected


@pytest.mark.parametrize("entry", entries_of("tanggal", "bulan"), ids=lambda entry: entry["nama"])
def test_every_month_matches_its_example(entry: dict[str, object]) -> None:
    assert is_date(str(entry["contoh"]))
    forms = [str(entry["nama"])] + [str(form) for form in entry["bentuk"]]
    assert len({read_month(f"{form} 2022") for form in forms}) == 1


@given(st.text())
def test_laws_and_dates_are_total(printed: str) -> None:
    law = parse_law(printed)
    assert law is None or law.jenis
    assert read_date(printed) is None or is_date(str(read_date(printed)))


@given(st.dates(min_value=datetime.date(1900, 1, 1)))
def test_a_printed_date_is_that_date(day: datetime.date) -> None:
    months = [entry["nama"] for entry in entries_of("tanggal", "bulan")]
    printed = f"{day.day:02d} {months[day.month - 1]} {day.year}"
    assert read_date(printed) == str(day)


def test_the_closing_of_an_attachment_has_its_own_date() -> None:
    closings = [Penetapan(tanggal=Text(as_printed=said, value=said)) for said in ("29 Desember 2022", "3 Januari 2023")]
    unread = Penetapan(tanggal=Text(as_printed="..", value=".."))
    decree = Decree(
        preamble=Preamble(penetapan=closings[0]), lampiran=(Lampiran(penetapan=closings[1]), Lampiran(penetapan=unread))
    )
    read, findings = cite(decree)
    assert read.preamble.penetapan and read.preamble.penetapan.tanggal_iso == "2022-12-29"
    assert [one.penetapan and one.penetapan.tanggal_iso for one in read.lampiran] == ["2023-01-03", None]
    assert [(one.code, one.field, one.values) for one in findings] == [
        ("tanggal-tak-terbaca", "lampiran/2/penetapan/tanggal", {"teks": ".."})
    ]


def test_what_a_law_lacks_is_told() -> None:
    said = [
        "Undang-Undang Nomor 5 Tahun 2014",
        "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945",
        "bahwa perlu",
        "UU Nomor 5 Tahun 2014 tentang ASN",
    ]
    mengingat = tuple(Item(no=f"{n}.", text=Text(as_printed=one, value=one)) for n, one in enumerate(said, 1))
    read, findings = cite(Decree(preamble=Preamble(mengingat=mengingat, menimbang=mengingat[2:3])))
    assert [one.law and (one.law.nomor, one.law.tahun) for one in read.preamble.mengingat] == [
        ("5", 2014), (None, 1945), None, ("5", 2014),
    ]  # fmt: skip
    assert [(one.code, one.field) for one in findings] == [
        ("hukum-tak-lengkap", "preamble/mengingat/1"), ("hukum-tak-terbaca", "preamble/mengingat/3"),
    ]  # fmt: skip
    assert (findings[0].values["kurang"], findings[0].values["teks"]) == ("tentang", said[0])
    assert findings[1].values == {"teks": "bahwa perlu"}
