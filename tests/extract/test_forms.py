"""Forms of decrees that the Paser one doesn't have: an invented decree in the common form, and heads of other agencies.

bentuk-lazim.txt prints the number of the page between dashes, the issuing office without DENGAN RAHMAT,
Memperhatikan, `pada tanggal` in lower case, a signature without NIP, a lampiran with its own title, two holders'
labels, column numbers, a heading printed again, and a closing without place and date.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from segments import unread

from extract.decree.sections import sections_of
from extract.door import Read, decree_of
from extract.errors import UnusableSource
from extract.read.text import layout_of_lines
from schemas.decree import Block, Text

COMMON = Path(__file__).resolve().parents[1] / "fixtures" / "teks" / "bentuk-lazim.txt"
TABLE = ["NO SASARAN STRATEGIS INDIKATOR KINERJA UTAMA SUMBER DATA", "1 Meningkatnya mutu Nilai SAKIP Inspektorat"]


@pytest.fixture(autouse=True)
def _tables_stay_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extract.table.text.table_in_text", unread, raising=False)


def read(*lines: str) -> Read:
    return decree_of(layout_of_lines("\n".join(lines)))


def common() -> Read:
    return decree_of(layout_of_lines(COMMON.read_text(encoding="utf-8")))


def printed(text: Text | None) -> str | None:
    return text.as_printed if text else None


def fungsi(block: Block) -> list[tuple[str | None, str]]:
    return [(item.no, item.text.as_printed) for item in block.fungsi]


@pytest.mark.parametrize("stop", [",", " :"])
def test_the_office_above_menimbang_is_no_part_of_the_title(stop: str) -> None:
    head = ["KEPUTUSAN KEPALA DINAS PERHUBUNGAN", "NOMOR 4 TAHUN 2022", "TENTANG", "PENETAPAN INDIKATOR"]
    office = ["KEPALA DINAS PERHUBUNGAN", f"KABUPATEN PASER{stop}"]
    body = ["Menimbang : a. bahwa perlu menetapkan indikator;", "MEMUTUSKAN :", "KESATU : Menetapkan indikator."]
    table = ["LAMPIRAN KEPUTUSAN X", "Jabatan : X", "Tugas : Y", *TABLE]
    preamble = read(*head, *office, *body, *table).decree.preamble
    assert printed(preamble.judul) == "PENETAPAN INDIKATOR"
    assert printed(preamble.pejabat) == f"KEPALA DINAS PERHUBUNGAN KABUPATEN PASER{stop}"


def test_preamble_of_the_common_form() -> None:
    preamble = common().decree.preamble
    assert printed(preamble.nomor) == "NOMOR 065/KEP-123/2023"
    assert printed(preamble.judul) == (
        "INDIKATOR KINERJA UTAMA DI LINGKUNGAN PEMERINTAH KABUPATEN PASER TAHUN 2023-2026"
    )
    assert printed(preamble.pejabat) == "BUPATI PASER,"
    assert [item.no for item in preamble.menimbang] == ["a", "b"]
    # `Pasal 3 huruf` / `a. Peraturan Menteri`: a letter that continues a sentence opens no item
    assert preamble.menimbang[0].text.as_printed.endswith(
        "Pasal 3 huruf a. Peraturan Menteri, perlu menetapkan indikator;"
    )
    assert [item.no for item in preamble.mengingat] == ["1", "2"]
    # the end of a wrapped sentence is no label: `Lampiran Keputusan ini.`, `tanggal ditetapkan.`
    assert [printed(part.text) for part in preamble.diktum] == [
        "Menetapkan Indikator Kinerja Utama sebagaimana tercantum dalam Lampiran Keputusan ini.",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    ]


def test_diktum_after_the_tenth() -> None:
    labels = [
        "KESATU",
        "KEDUA",
        "KESEPULUH",
        "KESEBELAS",
        "KEDUA BELAS",
        "KETIGABELAS",
        "Keempat belas",
        "KELIMA BELAS",
    ]
    diktum = [f"{label} : Isi {label};" for label in labels]
    found = read("TENTANG", "X", "MEMUTUSKAN :", *diktum, "LAMPIRAN KEPUTUSAN X", "Jabatan : X", "Tugas : Y", *TABLE)
    parts = found.decree.preamble.diktum
    assert [(part.label, printed(part.text)) for part in parts] == [(label, f"Isi {label};") for label in labels]


def test_closings_of_the_common_form() -> None:
    decree = common().decree
    assert decree.preamble.penetapan is not None
    assert printed(decree.preamble.penetapan.tanggal) == "3 Januari 2023"
    (lampiran,) = decree.lampiran
    assert printed(lampiran.label) == (
        "LAMPIRAN I KEPUTUSAN BUPATI PASER NOMOR 065/KEP-123/2023 TENTANG INDIKATOR KINERJA UTAMA DI LINGKUNGAN "
        "PEMERINTAH KABUPATEN PASER"
    )
    for closing in (decree.preamble.penetapan, lampiran.penetapan):
        assert closing is not None
        assert printed(closing.penandatangan.jabatan) == "BUPATI PASER,"
        assert printed(closing.penandatangan.nama) == "FAHMI FADLI"


def test_block_of_the_common_form() -> None:
    (block,) = common().decree.blocks
    assert (block.kind, block.label, printed(block.jabatan)) == ("IKU", "Jabatan", "Kepala Dinas Kesehatan")
    # the label that names the holder less well keeps its line
    assert [printed(line) for line in block.judul] == [
        "INDIKATOR KINERJA UTAMA",
        "DINAS KESEHATAN",
        "Unit Kerja Dinas Kesehatan",
    ]
    assert fungsi(block) == [("a", "perumusan kebijakan;"), ("b", "pelaporan;")]
    assert [heading.role for heading in block.headings] == ["no", "sasaran", "indikator", "satuan", "target"]


def test_nothing_of_the_common_form_is_unknown() -> None:
    assert [printed(item.text) for item in common().decree.preamble.memperhatikan] == ["Berita Acara Rapat Nomor 12;"]
    assert not common().findings


def test_a_heading_printed_again_is_a_seam() -> None:
    lines = layout_of_lines(COMMON.read_text(encoding="utf-8")).lines
    (table,) = [section for section in sections_of(lines).sections if section.table]
    (seam,) = table.seams
    assert lines[seam - 1].text.startswith("2    Menurunnya")
    # lines keep their leading blanks, and what belongs to the page is out
    bodies = [line.text for line in table.body if line.text.strip()]
    assert bodies == [
        "1    Meningkatnya         Jumlah dokumen       dok       5",
        "     kesehatan",
        "2    Menurunnya           Jumlah               dok       5",
    ]


@pytest.mark.parametrize(
    ("head", "label", "jabatan", "tugas"),
    [
        (["Nama Unit : Bidang X", "TugasPokok : Melaksanakan Y"], "Nama Unit", "Bidang X", "Melaksanakan Y"),
        # a label wrapped in its column, in aligned text and as its words come
        (["Nama          : Badan X", "Organisasi", "Tugas         : melaksanakan Y"],
         "Nama Organisasi", "Badan X", "melaksanakan Y"),
        (["Nama", "Organisasi", ": Badan X", "Tugas : melaksanakan Y"], "Nama Organisasi", "Badan X", "melaksanakan Y"),
        # all labels, then all colons, then the values
        (["Nama Sub.", "Bidang", "Tugas", ":", ":", "Sub. Bidang X.", "Melaksanakan", "Y"],
         "Nama Sub. Bidang", "Sub. Bidang X.", "Melaksanakan Y"),
        # the label stands one line below the start of its value
        (["Nama Bidang  : Bidang X", "             : Melaksanakan", "Tugas          urusan Y"],
         "Nama Bidang", "Bidang X", "Melaksanakan urusan Y"),
        (["1. INSTANSI : BADAN X", "3. TUGAS : Membantu", "    Bupati"], "INSTANSI", "BADAN X", "Membantu Bupati"),
        (["Jabatan : Analis", "ngan", "Tugas : Y"], "Jabatan", "Analis ngan", "Y"),  # a stray line stays with it
    ],
)  # fmt: skip
def test_heads(head: list[str], label: str, jabatan: str, tugas: str) -> None:
    found = read("INDIKATOR KINERJA UTAMA", *head, "Fungsi :", "a. satu;", "b. dua.", *TABLE)
    (block,) = found.decree.blocks
    assert (block.label, printed(block.jabatan), printed(block.tugas)) == (label, jabatan, tugas)
    assert fungsi(block) == [("a", "satu;"), ("b", "dua.")]
    assert not found.findings


def test_fungsi_whose_label_stands_beside_the_middle_of_the_list() -> None:
    head = ["Nama Unit : X", "Tugas     : Y", "            a. satu;", "Fungsi    : b. dua;", "            c. tiga."]
    (block,) = read("INDIKATOR KINERJA UTAMA", *head, *TABLE).decree.blocks
    assert printed(block.tugas) == "Y"
    assert fungsi(block) == [("a", "satu;"), ("b", "dua;"), ("c", "tiga.")]


@pytest.mark.parametrize("numbers", [("I", "II", "III"), ("i", "ii", "iii")])
def test_fungsi_with_roman_numbers(numbers: tuple[str, ...]) -> None:
    printed_fungsi = [f"{no}. penyusunan program;" for no in numbers]
    found = read("INDIKATOR KINERJA INDIVIDU", "Jabatan : X", "Tugas : Y", "Fungsi :", *printed_fungsi, *TABLE)
    (block,) = found.decree.blocks
    assert fungsi(block) == [(no, "penyusunan program;") for no in numbers]


def test_holder_in_the_title() -> None:
    title = ["PERJANJIAN KINERJA TAHUN 2016", "DINAS PARIWISATA", "KEPALA BIDANG KEBUDAYAAN"]
    found = read(*title, *TABLE, *title[:2], "KEPALA SEKSI SEJARAH", *TABLE)
    assert [(b.kind, b.order, printed(b.jabatan)) for b in found.decree.blocks] == [
        ("PK", 1, "KEPALA BIDANG KEBUDAYAAN"),
        ("PK", 2, "KEPALA SEKSI SEJARAH"),
    ]


def test_caption_above_a_table_is_known_and_starts_no_block() -> None:
    found = read("INDIKATOR KINERJA UTAMA", "Nama Unit : X", "Fungsi : a. satu;", "Indikator Kinerja Utama", *TABLE)
    (block,) = found.decree.blocks
    assert [printed(line) for line in block.judul] == ["INDIKATOR KINERJA UTAMA"]
    assert "Indikator Kinerja Utama" in [printed(text) for text in found.decree.unparsed]
    assert not found.findings


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        # the caption says the kind of a block without a title, whatever the holder's label is mostly used for
        (["INDIKATOR KINERJA INDIVIDU"], [("IKI", "Bidang X")]),
        (["PERJANJIAN KINERJA TAHUN 2023", "KEPALA BIDANG X"], [("PK", "Bidang X")]),
        # another holder: the title of the next block
        (["PERJANJIAN KINERJA TAHUN 2023", "KEPALA BIDANG Y"], [("IKU", "Bidang X"), ("PK", "KEPALA BIDANG Y")]),
        (["PERJANJIAN KINERJA", "KEPALA BIDANG Y", "TAHUN 2023"], [("IKU", "Bidang X"), ("PK", "KEPALA BIDANG Y")]),
    ],
)
def test_title_above_the_table_of_a_block_without_title(caption: list[str], expected: list[tuple[str, str]]) -> None:
    table = ["NO SASARAN STRATEGIS INDIKATOR KINERJA TARGET", *TABLE[1:]]
    found = read("Nama Unit : Bidang X", "Tugas : Y", "Fungsi : a. satu;", "b. dua.", *caption, *table)
    assert [(block.kind, printed(block.jabatan)) for block in found.decree.blocks] == expected


def test_an_empty_table_before_the_next_title() -> None:
    title = "INDIKATOR KINERJA INDIVIDU"
    found = read(title, "Jabatan : X", "Tugas : Y", TABLE[0], "", title, "", "Jabatan : Z", "Tugas : Y", *TABLE)
    assert [(printed(b.jabatan), [printed(line) for line in b.judul]) for b in found.decree.blocks] == [
        ("X", [title]),
        ("Z", [title]),
    ]
    assert {len(block.headings) for block in found.decree.blocks} == {4}


LETTER = [
    "PEMERINTAH KABUPATEN CONTOH", "DINAS KESEHATAN", "",
    "PERJANJIAN KINERJA TAHUN 2023", "",
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel, kami yang bertanda tangan",
    "di bawah ini :", "",
    "Nama    : Siti", "Jabatan : Sekretaris Dinas Kesehatan", "Selanjutnya disebut pihak pertama", "",
    "Nama    : Budi", "Jabatan : Kepala Dinas Kesehatan",
    "Selaku atasan pihak pertama, selanjutnya disebut pihak kedua", "",
    "Pihak pertama berjanji akan mewujudkan target kinerja sesuai lampiran perjanjian ini.", "",
    "                                     Kota Contoh, 2 Januari 2023",
    "Pihak Kedua,                         Pihak Pertama,", "",
    "Budi                                 Siti",
    "NIP. 19700101 199503 1 001           NIP. 19750101 200003 2 002",
]  # fmt: skip
PAGE = ["PERJANJIAN KINERJA TAHUN 2023", "SEKRETARIS DINAS KESEHATAN"]
PK_TABLE = ["NO SASARAN INDIKATOR KINERJA TARGET", "1 Meningkatnya mutu Nilai SAKIP BB", ""]


def without(lines: list[str], *left_out: str) -> list[str]:
    return [line for line in lines if line not in left_out]


@pytest.mark.parametrize(
    ("letter", "page", "label", "jabatan"),
    [
        (LETTER, PAGE, "Jabatan", "Sekretaris Dinas Kesehatan"),
        (["PERNYATAAN PERJANJIAN KINERJA", *LETTER[5:]], PAGE, "Jabatan", "Sekretaris Dinas Kesehatan"),
        # no sentence, no title: the parties alone tell the letter
        (without(LETTER, *LETTER[5:7]), PAGE, "Jabatan", "Sekretaris Dinas Kesehatan"),
        (without(LETTER, LETTER[3]), PAGE, "Jabatan", "Sekretaris Dinas Kesehatan"),
        # the holder of the table's page has a label
        (LETTER, [PAGE[0], "Jabatan : Sekretaris"], "Jabatan", "Sekretaris"),
    ],
)
def test_letter_of_an_agreement(letter: list[str], page: list[str], label: str, jabatan: str) -> None:
    found = read(*letter, "\f" + page[0], *page[1:], *PK_TABLE)
    (block,) = found.decree.blocks
    assert (block.kind, block.label, printed(block.jabatan)) == ("PK", label, jabatan)
    assert [printed(line) for line in block.judul] == [line for line in page if "Jabatan" not in line]
    assert not found.decree.lampiran
    # the letter is kept whole, and said to be no part that is understood
    kept = " ".join(text.as_printed for text in found.decree.unparsed).split()
    printed_words = " ".join(letter).split()
    assert kept[: len(printed_words)] == printed_words
    assert {finding.code for finding in found.findings} == {"teks-tak-terbaca"}


def test_agreements_one_after_another() -> None:
    first, second = PAGE, [PAGE[0], "KEPALA BIDANG MUTASI"]
    found = read(*LETTER, *first, *PK_TABLE, *LETTER[3:], *second, *PK_TABLE)
    assert [(block.kind, block.order, printed(block.jabatan)) for block in found.decree.blocks] == [
        ("PK", 1, "Sekretaris Dinas Kesehatan"),
        ("PK", 2, "KEPALA BIDANG MUTASI"),
    ]
    assert not found.decree.lampiran


def test_a_cell_that_names_a_title_or_a_label_stays_in_its_table() -> None:
    cells = ["Indikator Kinerja Utama dan Indikator", "Kinerja Individu", "Jabatan : eselon", "IV"]
    found = read("INDIKATOR KINERJA INDIVIDU", "Jabatan : X", *TABLE, *cells)
    assert len(found.decree.blocks) == 1


@pytest.mark.parametrize(
    ("closing", "tempat", "tanggal"),
    [
        (["Bandung,                  2016"], "Bandung", "2016"),
        (["Tana Paser, 3 Januari 2023"], "Tana Paser", "3 Januari 2023"),
        (["Ditetapkan di : Jakarta", "pada tanggal : 3 Januari 2023"], "Jakarta", "3 Januari 2023"),
    ],
)
def test_closings(closing: list[str], tempat: str, tanggal: str) -> None:
    signature = ["KEPALA DINAS X", "PROVINSI Y", "Hj. IDA HERNIDA, SH.,M.Si", "Pembina Utama Madya", "NIP. 19590110 1"]
    found = read("INDIKATOR KINERJA UTAMA", "Nama Unit : X", *TABLE, *closing, *signature)
    (lampiran,) = found.decree.lampiran
    assert lampiran.penetapan is not None
    assert (printed(lampiran.penetapan.tempat), printed(lampiran.penetapan.tanggal)) == (tempat, tanggal)
    signed = lampiran.penetapan.penandatangan
    assert printed(signed.jabatan) == "KEPALA DINAS X PROVINSI Y"
    assert (printed(signed.nama), printed(signed.pangkat)) == ("Hj. IDA HERNIDA, SH.,M.Si", "Pembina Utama Madya")
    assert printed(signed.nip) == "19590110 1"


@pytest.mark.parametrize("rest", ["1 019", "019", "199203 1 019"])
def test_a_nip_over_two_lines(rest: str) -> None:
    whole = "19650808 199203 1 019"
    signature = ["KEPALA DINAS X", "SUWITO", "Pembina Utama Madya", f"NIP. {whole.removesuffix(rest).strip()}", rest]
    closing = ["Ditetapkan di X", "Pada tanggal 1 Mei 2023"]
    found = read("INDIKATOR KINERJA UTAMA", "Nama Unit : X", *TABLE, *closing, *signature)
    (lampiran,) = found.decree.lampiran
    assert lampiran.penetapan is not None
    assert printed(lampiran.penetapan.penandatangan.nip) == whole
    assert found.findings == ()


@pytest.mark.parametrize("rest", ["12", "1 019 5", "Halaman dua"])  # a page number, too many digits, text
def test_what_follows_a_nip_is_no_part_of_it(rest: str) -> None:
    signature = ["KEPALA DINAS X", "SUWITO", "Pembina Utama Madya", "NIP. 19650808 199203", rest]
    closing = ["Ditetapkan di X", "Pada tanggal 1 Mei 2023"]
    (lampiran,) = read("INDIKATOR KINERJA UTAMA", "Nama Unit : X", *TABLE, *closing, *signature).decree.lampiran
    assert lampiran.penetapan is not None
    assert printed(lampiran.penetapan.penandatangan.nip) == "19650808 199203"


def test_text_glued_to_a_nip_is_read_on() -> None:
    signed = [
        "Ditetapkan di X",
        "Pada tanggal 1 Mei 2023",
        "Kepala",
        "Suwito",
        "NIP. 19650808 1INDIKATOR KINERJA INDIVIDU",
    ]
    found = read("INDIKATOR KINERJA UTAMA", "Nama Unit : X", *TABLE, *signed, "Jabatan : Y", "Tugas : Z", *TABLE)
    assert [(block.kind, printed(block.jabatan)) for block in found.decree.blocks] == [("IKU", "X"), ("IKI", "Y")]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Laporan tahunan tentang pertanian.", "1 baris"),
        ("TENTANG\nX\nMenimbang : a. bahwa Y;\nMEMUTUSKAN\n", "Menimbang"),  # a preamble alone
    ],
)
def test_text_without_a_table_is_refused(text: str, seen: str) -> None:
    with pytest.raises(UnusableSource) as error:
        decree_of(layout_of_lines(text))
    assert seen in error.value.cause and error.value.remedy


def test_report_before_a_table_is_kept_as_unparsed() -> None:
    found = read("Bab I", "Pendahuluan.", "", "Bab II", "INDIKATOR KINERJA UTAMA", "Nama Unit : X", "Tugas : Y", *TABLE)
    assert found.decree.preamble.kepala == ()
    assert [printed(text) for text in found.decree.unparsed[:2]] == ["Bab I Pendahuluan.", "Bab II"]
    assert len(found.findings) == 2


def test_a_label_that_opens_with_a_known_word_still_bears_out_the_holder() -> None:
    head = [
        "NAMA JABATAN : Pengemudi",
        "Fungsi Jabatan : a. Pemeriksaan kondisi kendaraan;",
        "b. Pelayanan transportasi.",
    ]
    duty = "Uraian Tugas : Melakukan persiapan dan pemeliharaan kendaraan dinas."
    (block,) = read("FORMULIR PENILAIAN", *head, duty, *TABLE).decree.blocks
    assert printed(block.jabatan) == "Pengemudi"
    assert len(block.fungsi) == 2 and printed(block.tugas) == duty.split(" : ")[1]


def test_right_below_a_holder_a_label_needs_less() -> None:
    mandate = "Melakukan penyiapan peralatan dan menjaga kebersihan"
    fungsi = ["Uraian Fungsi : 1. Pemeriksaan kondisi peralatan;", "2. Pembersihan ruangan."]
    lines = [
        "NAMA JABATAN : Pramu Kebersihan",
        f"Mandat : {mandate}",
        "sesuai prosedur dan ketentuan.",
        *fungsi,
        *TABLE,
    ]
    (block,) = read(*lines).decree.blocks
    assert (printed(block.jabatan), printed(block.tugas)) == (
        "Pramu Kebersihan",
        f"{mandate} sesuai prosedur dan ketentuan.",
    )
