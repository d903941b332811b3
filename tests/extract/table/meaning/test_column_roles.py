"""What columns mean: by their headings, by their cells where no heading tells, and with doubt where neither does."""

from __future__ import annotations

import json
import random

import pytest
from project import GOLD

from bahasa.temuan import threshold
from extract.table.drawn.heading import DrawnColumn, give_roles
from extract.table.meaning.evidence import SeenColumn, evidence_of, squashed
from extract.table.meaning.roles import Decided, RoleModel, decide, role_model
from schemas.base import ROLES

CELLS = {
    "no": ("1", "2", "3"),
    "sasaran": ("Meningkatnya produksi padi", "Meningkatnya akses air minum", "Terwujudnya tertib arsip"),
    "indikator": ("Persentase kenaikan produksi padi", "Cakupan rumah dengan air minum", "Jumlah arsip yang tertata"),
    "target": ("12 %", "80 %", "5 dokumen"),
    "rumus": (
        "Jumlah produksi padi tahun n dibagi tahun n-1 x 100%",
        "Jumlah rumah dengan air minum dibagi jumlah rumah x 100%",
        "Jumlah arsip yang tertata dalam setahun",
    ),
    "sumber_data": ("Dinas Pertanian", "Laporan Bidang Cipta Karya", "Seksi Kearsipan"),
}

PLAIN = dict(zip(CELLS, ["NO", "SASARAN", "INDIKATOR", "TARGET", "RUMUS", "SUMBER DATA"], strict=True))


def table(headings: dict[str, str], cells: bool = True) -> list[SeenColumn]:
    return [SeenColumn((headings[role],), CELLS[role] if cells else ()) for role in CELLS]


def roles(columns: list[SeenColumn]) -> list[str]:
    return [one.role for one in decide(columns)]


def test_plain_headings() -> None:
    assert roles(table(PLAIN)) == list(CELLS)
    assert roles(table(PLAIN, cells=False)) == list(CELLS)


def test_broken_headings() -> None:
    broken = dict(zip(CELLS, ["N O", "SASAR AN", "INDIKATO R", "TARGE T", "RUMU S", "SUMB ER DATA"], strict=True))
    assert roles(table(broken)) == list(CELLS)


@pytest.mark.parametrize("blank", [True, False])
def test_cells_speak_where_no_heading_is_known(blank: bool) -> None:
    unknown = dict(zip(CELLS, ["Kabe", "Lutopa", "Miro", "Dase", "Wanoki", "Pelu"], strict=True))
    columns = table(dict.fromkeys(CELLS, "") if blank else unknown)
    assert roles(columns) == list(CELLS)


def test_a_role_is_given_once_and_targets_several_times() -> None:
    years = [SeenColumn(("TARGET", str(year)), CELLS["target"]) for year in (2021, 2022, 2023)]
    decided = roles([*table(PLAIN)[:3], *years])
    assert decided == ["no", "sasaran", "indikator", "target", "target", "target"]
    twice = [SeenColumn(("SASARAN",), CELLS["sasaran"])] * 2
    assert roles(twice).count("sasaran") == 1


@pytest.mark.parametrize("over", [(), ("PENJELASAN",)])
def test_reasons_beside_a_rumus_are_no_target(over: tuple[str, ...]) -> None:
    said = ("Mencerminkan keberhasilan pertanian", "Amanat peraturan tentang air minum", "Menunjukkan tertib arsip")
    columns = table(PLAIN)
    reasons = SeenColumn((*over, "ALASAN"), said)
    rumus = SeenColumn((*over, "FORMULASI"), CELLS["rumus"])
    decided = decide([*columns[:3], reasons, rumus, columns[5]])
    assert [one.role for one in decided] == ["no", "sasaran", "indikator", "others", "rumus", "sumber_data"]


@pytest.mark.parametrize(
    ("claim", "target", "role"),
    [(450, "<tar>", "indikator"), (450, "<other>", "sasaran"), (650, "<tar>", "sasaran")],
)
def test_what_a_rumus_and_a_target_measure_is_an_indikator_though_unsure(claim: int, target: str, role: str) -> None:
    """A column with some claim to be a sasaran, its heading a little more likely than that of an indikator, stays one
    where it is sure, or no target is measured."""
    weights = {"h:<hsl>": (claim, 0, 0, 0, -900), "h:<rms>": (0, 0, 900, 0, 0), f"h:{target}": (0, 0, 0, 900, 0)}
    model = RoleModel(("sasaran", "indikator", "rumus", "target", "others"), (0,) * 5, weights)
    first, *_ = decide([SeenColumn((name,), ()) for name in ("HSL", "RMS", "TAR")], model)
    assert first.role == role
    assert first.sure < 0.1 if role == "indikator" else first.sure > 0.9


@pytest.mark.parametrize(("claim", "role"), [(150, "sasaran"), (-350, "others")])
def test_a_table_with_an_indikator_has_a_sasaran_where_a_column_may_be_one(claim: int, role: str) -> None:
    """A column that is a little more likely none; the indikator stays as sure as it was, and is none itself."""
    weights = {"h:<mks>": (claim, 0, 250), "h:<ind>": (200, 450, -900)}
    model = RoleModel(("sasaran", "indikator", "others"), (0,) * 3, weights)
    seen = [SeenColumn((name,), ()) for name in ("MKS", "IND")]
    first, second = decide(seen, model)
    assert (first.role, second.role) == (role, "indikator")
    assert first.sure < 0.95 or role == "others"
    assert second.sure < 0.99


def test_what_is_called_pencapaian_beside_quarters_alone_is_in_doubt() -> None:
    names = ["NO", "SASARAN", "INDIKATOR", "STANDAR PENCAPAIAN"]
    first = [SeenColumn((name,), cells) for name, cells in zip(names, CELLS.values(), strict=False)]
    quarters = [SeenColumn(("TAHAPAN", f"TW {q}"), ("1", "7", "9")) for q in ("I", "II", "III", "IV")]
    seen = [*first, *quarters]
    columns = [DrawnColumn(" ".join(one.headings), "others", 0, 0, (), one.headings) for one in seen]
    give_roles(columns, seen)
    assert columns[3].role == "target" or columns[3].sure < threshold("kolom-ragu")


def test_doubt_where_heading_and_cells_say_nothing() -> None:
    columns = [
        SeenColumn(("NO",), ("1", "2")),
        SeenColumn(("Xu",), ("abc", "def")),
        SeenColumn(("Yo",), ("ghi", "jkl")),
    ]
    assert min(one.sure for one in decide(columns)) < 0.95


def test_shares_are_of_all_readings() -> None:
    model = RoleModel(("no", "sasaran", "others"), (0, 0, 0), {"h:<a>": (0, 500, 0), "h:<b>": (0, 400, 0)})
    first, second = decide([SeenColumn(("A",), ()), SeenColumn(("B",), ())], model)
    assert (first.role, second.role != "sasaran") == ("sasaran", True)
    assert 0.5 < first.sure < 1.0


def test_the_model_has_all_roles_and_whole_weights() -> None:
    model = role_model()
    assert set(model.roles) == {*ROLES, "others"}
    assert all(isinstance(weight, int) for row in model.weights.values() for weight in row)


def test_every_weight_is_of_evidence_that_can_be() -> None:
    kinds = {name.split(":")[0] for name in role_model().weights}
    assert kinds <= {"h", "o", "l", "k", "c", "p", "m", "kiri", "kanan"}
    seen = evidence_of(table(dict.fromkeys(CELLS, "TARGET 2022")))
    assert any(name in role_model().weights for names in seen for name in names)


def test_labelled_tables_under_headings_that_nobody_knows() -> None:
    """The rows of the gold whose headings are replaced by made-up words: the cells alone tell nearly all columns."""
    right = count = 0
    for path in sorted(GOLD.glob("j*.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))["rows"]
        rng = random.Random(path.stem)
        unknown = ["".join(rng.choice("bdkmnptr") + rng.choice("aiueo") for _ in range(3)) for _ in CELLS]
        columns = [
            SeenColumn((name,), tuple(row.get(role) or "" for row in rows))
            for name, role in zip(unknown, CELLS, strict=True)
        ]
        decided = roles(columns)
        right += sum(a == b for a, b in zip(decided, CELLS, strict=True))
        count += len(decided)
    assert right / count > 0.95


def test_squashed() -> None:
    assert squashed("TARGE T  2023") == squashed("Target 2024") == "target#"


@pytest.mark.parametrize(
    ("headings", "targets"),
    [
        ((("Eksisting 2013",), ("Target 2016",)), [1]),
        ((("TARGET TAHUN 2023",), ("TRIWULAN", "I"), ("TRIWULAN", "II")), [0, 1, 2]),
        ((("TARGET", "2022"), ("TARGET", "2023")), [0, 1]),
    ],
)
def test_which_columns_are_targets(headings: tuple[tuple[str, ...], ...], targets: list[int]) -> None:
    columns = [DrawnColumn(" ".join(names), "others", 0.0, 1.0, names=names) for names in headings]
    indikator = DrawnColumn("INDIKATOR KINERJA", "others", 0.0, 1.0, names=("INDIKATOR KINERJA",))
    seen = [SeenColumn(column.names, CELLS["target"]) for column in columns]
    give_roles([indikator, *columns], [SeenColumn(indikator.names, CELLS["indikator"]), *seen])
    assert [i for i, column in enumerate(columns) if column.role == "target"] == targets
    # what each is for is known of these, and of no other column
    assert [i for i, column in enumerate(columns) if column.scope is not None] == targets
    assert indikator.scope is None


@pytest.mark.parametrize(
    ("heading", "role", "doubted"),
    [
        ("Capaian yang Ditargetkan", "target", False),
        ("REALISASI TARGET", "others", True),
        ("PTG.", "others", True),
        ("SAT.", "others", True),  # over targets
    ],
)
def test_a_column_put_aside_against_the_evidence_is_a_doubt(heading: str, role: str, doubted: bool) -> None:
    names = (("INDIKATOR KINERJA",), ("TARGET 2023",), (heading,))
    columns = [DrawnColumn(" ".join(own), "others", 0.0, 1.0, names=own) for own in names]
    cells = (CELLS["indikator"], CELLS["target"], CELLS["target"])
    give_roles(columns, [SeenColumn(own, said) for own, said in zip(names, cells, strict=True)])
    assert (columns[2].role, columns[2].sure < threshold("kolom-ragu")) == (role, doubted)


STACKED = [
    SeenColumn(("NO",), ("1.", "2.", "3.")),
    SeenColumn(
        ("SASARAN STRATEGIS",),
        (
            "Meningkatnya produksi perikanan Menurunnya kehilangan hasil",
            "Meningkatnya mutu benih",
            "Meningkatnya usaha kelompok Meningkatnya nilai tukar nelayan",
        ),
    ),
    SeenColumn(
        ("INDIKATOR KINERJA",),
        (
            "Jumlah produksi: a. Bandeng b. Udang c. Nila d. Lele Persentase kehilangan hasil (%) Luas tambak",
            "Jumlah benih: a. Bandeng b. Udang Jumlah pembenih",
            "Jumlah kelompok usaha Nilai tukar nelayan",
        ),
    ),
    SeenColumn(
        ("TARGET",),
        (
            "2.317.066 ton 190.793 ton 51.823 ton 81.262 ton 10,90 % 13.889 Ha",
            "2.500 ekor 25.000 ekor 20 orang",
            "20 Kelompok/Pelaku (10 Kabupaten/Kota) 32 29,4",
        ),
    ),
]


def test_amounts_that_stand_in_one_cell_are_targets() -> None:
    """A Perjanjian Kinerja without lines between the rows of one sasaran."""
    assert roles(STACKED) == ["no", "sasaran", "indikator", "target"]


def test_columns_of_further_indikator_are_none_of_its_rumus_or_satuan() -> None:
    printed = {
        "SASARAN STRATEGIS": ("Menurunnya kemiskinan", ""),
        "INDIKATOR SASARAN": ("Angka kemiskinan", ""),
        "PROGRAM": ("Program Rehabilitasi", "Program Perlindungan"),
        "INDIKATO R PROGRAM": ("Persentase PPKS", "Persentase bansos"),
        "KEGIATAN": ("Rehabilitasi dasar", "Penyaluran bansos"),
        "INDIKATOR KEGIATAN": ("Jumlah orang", "Jumlah KPM"),
        "TARGET": ("120 orang", "900 KPM"),
    }
    decided = decide([SeenColumn((heading,), cells) for heading, cells in printed.items()])
    assert [one.role for one in decided] == ["sasaran", "indikator", "others", "others", "others", "others", "target"]
    assert decided[3].sure < threshold("kolom-ragu")


_PLANS = {
    "NO": ("1", "2", "3", "4"),
    "SASARAN": ("Perencanaan dinas selaras", "", "Pelaporan akuntabel", "Aset tercatat"),
    "INDIKATOR KINERJA": ("Keselarasan Renja dengan RKPD", "Dokumen tepat waktu", "Laporan sesuai SAP", "Aset di KIB"),
    "FORMULASI PENGHITUNGAN": ("Program Renja di RKPD dibagi program Renja", "Renja, RKA, DPA", "LRA, LO", "KIB A-F"),
    "TARGET": ("100 %", "5 dokumen", "2 laporan", "100 %"),
}


def test_a_heading_that_the_vocabulary_names_alone_leaves_no_doubt() -> None:
    """No cell of the column says what it is, and one without a role looked nearly as likely."""
    columns = [SeenColumn((heading,), cells) for heading, cells in _PLANS.items()]
    assert (decide(columns)[1].role, decide(columns)[1].sure >= threshold("kolom-ragu")) == ("sasaran", True)
    # two that are called so: one of them is none
    twice = [*columns[:2], SeenColumn(("SASARAN KINERJA",), ("Tertib", "", "Tepat", "Aman")), *columns[2:]]
    assert min(decide(twice)[1].sure, decide(twice)[2].sure) < threshold("kolom-ragu")


def beside(first: SeenColumn, second: SeenColumn, weights: tuple[int, int, int], bias: int) -> list[Decided]:
    """Two columns decided by a model of indikator, sasaran and others that knows one thing alone: what speaks for the
    first column and not for the second (`weights`), and how likely others are (`bias`)."""
    own, other = evidence_of([first, second])
    model = RoleModel(("indikator", "sasaran", "others"), (0, 0, bias), {min(own - other): weights})
    return decide([first, second], model)


@pytest.mark.parametrize(("heading", "role"), [("PROGRAM / KEGIATAN", "others"), ("HASIL KERJA", "sasaran")])
def test_what_the_vocabulary_knows_as_none_is_no_sasaran_for_want_of_one(heading: str, role: str) -> None:
    # nothing but the want of a sasaran tells what the other column is
    columns = SeenColumn(("INDIKATOR",), ("Nilai SAKIP",)), SeenColumn((heading,), ("Program Penunjang",))
    assert [one.role for one in beside(*columns, (900, 0, 0), 100)] == ["indikator", role]


@pytest.mark.parametrize(("heading", "role"), [("IKI", "indikator"), ("UKURAN", "others")])
def test_what_the_vocabulary_alone_calls_an_indikator_is_one_for_want_of_one(heading: str, role: str) -> None:
    # `IKI` over what is measured, between `OUTCOME / SASARAN` and `DEFINISI DAN FORMULASI`: the table was none at all
    # what stands below the heading speaks for a column without a role
    columns = SeenColumn(("SASARAN",), ("Tertib arsip",)), SeenColumn((heading,), ("Sisa perkara tahun lalu",))
    decided = beside(*columns, (0, 18000, 0), 9000)
    assert [one.role for one in decided] == ["sasaran", role]
    assert (decided[1].sure < threshold("kolom-ragu")) == (role == "indikator")


@pytest.mark.parametrize(
    ("heading", "weight", "role"),
    [
        ("SUMBER DANA", 150, "others"),
        ("SUMBER DANA", 900, "sumber_data"),  # the cells leave no doubt
        ("ASAL BERKAS", 150, "sumber_data"),  # nobody knows it
    ],
)
def test_a_heading_known_as_none_is_no_unsure_sumber_data(heading: str, weight: int, role: str) -> None:
    columns = [SeenColumn(("INDIKATOR",), ("Nilai SAKIP",)), SeenColumn((heading,), ("APBD",))]
    first, second = evidence_of(columns)
    weights = {min(second - first): (0, weight, 0), min(first - second): (900, 0, 0)}
    model = RoleModel(("indikator", "sumber_data", "others"), (0, 0, 0), weights)
    assert decide(columns, model)[1].role == role


@pytest.mark.parametrize(("cell", "role"), [("Melaksanakan asuhan keperawatan", "sasaran"), ("Terlayani", "others")])
def test_what_somebody_does_is_no_sasaran_beside_one_that_is_called_so(cell: str, role: str) -> None:
    columns = [
        SeenColumn(("INDIKATOR",), ("Nilai SAKIP",)),
        SeenColumn(("RINCIAN TUGAS",), (cell,)),
        SeenColumn(("SASARAN",), ("Tertib arsip",)),
    ]
    own = evidence_of(columns)
    weights = {min(own[0] - own[1] - own[2]): (900, 0, 0), min(own[1] - own[0] - own[2]): (0, 900, 0)}
    model = RoleModel(("indikator", "sasaran", "others"), (0, 0, 100), weights)
    decided = decide(columns, model)
    assert decided[2].role == role
    assert role == "others" or decided[2].sure < threshold("kolom-ragu")


@pytest.mark.parametrize("fungsi", ["FUNGSI", "URAIAN FUNGSI"])
def test_columns_of_a_head_left_of_a_sasaran_have_no_role(fungsi: str) -> None:
    """`Tugas` reads like a sasaran, a list of fungsi like a rumus; where no column is called a sasaran they may be."""
    duties = ("Memimpin penyusunan kebijakan", "Melaksanakan pengawasan benih", "Mengoordinasikan perencanaan")
    lists = ("1. penyusunan rencana 2. pembinaan", "1. pengumpulan data 2. pengawasan mutu", "1. penatausahaan")
    offices = ("Kepala Bidang Pangan", "Kepala Seksi Perbenihan", "Sekretaris Dinas")
    head = [
        SeenColumn(("NO",), CELLS["no"]),
        SeenColumn(("JABATAN",), offices),
        SeenColumn(("TUGAS",), duties),
        SeenColumn((fungsi,), lists),
    ]
    rest = [SeenColumn((PLAIN[role],), CELLS[role]) for role in ("sasaran", "indikator", "target", "sumber_data")]
    roles = [one.role for one in decide([*head, *rest])]
    assert roles == ["no", "others", "others", "others", "sasaran", "indikator", "target", "sumber_data"]


@pytest.mark.parametrize(("cells", "role"), [(("Menurunnya kerugian", ""), "sasaran"), (("Dinas", "Dinas"), "others")])
def test_a_column_right_of_the_target_is_the_sasaran_by_its_words_and_its_cells(
    cells: tuple[str, ...], role: str
) -> None:
    columns = [
        SeenColumn(("Indikator Kinerja",), ("Tingkat waktu tanggap kejadian", "Jumlah operasi")),
        SeenColumn(("Target",), ("85 persen", "320 operasi")),
        SeenColumn(("Sasaran yang Didukung",), cells),
        SeenColumn(("Cara Menghitung",), ("Kejadian dibagi seluruh kejadian", "Penjumlahan laporan")),
        SeenColumn(("Keterangan",), ("SPM", "SPM")),
    ]
    decided = decide(columns)
    assert decided[2].role == role
    assert role == "others" or decided[2].sure < threshold("kolom-ragu")


@pytest.mark.parametrize("heading", ["TUJUAN", "Tujuan Strategis", "TUJUAN PERANGKAT DAERAH"])
def test_a_tujuan_stands_in_for_the_sasaran_where_there_is_none(heading: str) -> None:
    """In doubt; beside a sasaran it is what is pursued above it."""
    tujuan = SeenColumn((heading,), ("Murid cakap literasi", "Guru berkualitas"))
    rest = [
        SeenColumn(("Indikator Kinerja",), ("Capaian literasi pada Rapor Pendidikan", "Persentase guru bersertifikat")),
        SeenColumn(("Target",), ("85 persen", "90 %")),
        SeenColumn(("Cara Menghitung",), ("Murid cakap dibagi seluruh murid", "Guru bersertifikat dibagi guru")),
    ]
    alone = decide([tujuan, *rest])
    assert alone[0].role == "sasaran" and alone[0].sure < threshold("kolom-ragu")
    sasaran = SeenColumn(("Sasaran Program",), ("Meningkatnya literasi", "Meningkatnya mutu guru"))
    assert [one.role for one in decide([tujuan, sasaran, *rest])][:2] == ["others", "sasaran"]


@pytest.mark.parametrize(
    ("upper", "lower", "sasaran"),
    [
        (("SASARAN STRATEGIS", "INDIKATOR KINERJA"), ("Kode", "Uraian Sasaran", "Indikator", "Target"), 1),
        (("SASARAN", "PROGRAM"), ("Sasaran", "Kode", "Indikator", "Target"), 0),
        (("SASARAN", "KINERJA UTAMA"), ("No", "Sasaran Strategis", "Uraian Indikator", "Target 2025"), 1),
    ],
)
def test_a_sasaran_below_an_upper_heading_of_its_own_is_the_rows(
    upper: tuple[str, str], lower: tuple[str, ...], sasaran: int
) -> None:
    """Only what the group with the target has too is another's."""
    cells = {sasaran: CELLS["sasaran"], 1 - sasaran: ("S1", "S2"), 2: CELLS["indikator"], 3: CELLS["target"]}
    decided = decide([SeenColumn((upper[at // 2], one), cells[at]) for at, one in enumerate(lower)])
    assert decided[sasaran].role == "sasaran"
    assert [one.role for one in decided[2:]] == ["indikator", "target"]


def test_beside_indicators_of_another_a_lone_sasaran_is_in_doubt() -> None:
    names = [("SASARAN", "Sasaran"), ("SASARAN", "Indikator"), ("PROGRAM", "Program"), ("PROGRAM", "Indikator")]
    texts = [CELLS["sasaran"], CELLS["indikator"], ("Program Umum", "Program Penataan"), ("Jumlah arsip", "Jumlah SOP")]
    columns = [SeenColumn(one, text) for one, text in zip(names, texts, strict=True)]
    decided = decide([*columns, SeenColumn(("PROGRAM", "Target"), CELLS["target"])])
    assert [one.role for one in decided] == ["sasaran", "others", "others", "indikator", "target"]
    assert decided[0].sure < threshold("kolom-ragu")


def test_a_group_whose_upper_heading_alone_says_sasaran_keeps_it() -> None:
    names = [("TUJUAN", "Uraian"), ("TUJUAN", "Indikator"), ("SASARAN", "Uraian"), ("SASARAN", "Indikator")]
    texts = ["Meningkatnya kesejahteraan", "Persentase x", "Tertibnya y", "Jumlah y"]
    columns = [SeenColumn(one, (text,)) for one, text in zip(names, texts, strict=True)]
    decided = decide([SeenColumn(("No",), ("1",)), *columns, SeenColumn(("SASARAN", "Target"), ("80 %",))])
    assert [one.role for one in decided] == ["no", "others", "others", "sasaran", "indikator", "target"]


@pytest.mark.parametrize("heading", ["Tujuan Pengukuran", "TUJUAN", "Tujuan Indikator"])
def test_a_tujuan_right_of_the_indikator_is_what_that_is_for(heading: str) -> None:
    tujuan = SeenColumn((heading,), ("Mengukur tertib arsip", "Mengetahui jumlah dokumen"))
    decided = decide([*(SeenColumn((PLAIN[role],), CELLS[role]) for role in ("indikator", "target")), tujuan])
    assert [one.role for one in decided] == ["indikator", "target", "others"]


@pytest.mark.parametrize(("claim", "role"), [(420, "indikator"), (660, "others")])
def test_a_table_with_a_sure_sasaran_and_a_sure_target_has_an_indikator(claim: int, role: str) -> None:
    """`IKU / IKI` between `OUTCOME YANG DIHARAPKAN` and `TARGET SETAHUN`, read as a column without role by so much more
    (hundredths of logarithms), one of these readings in ten and in a hundred having an indikator."""
    weights = {"h:<sas>": (900, 0, 0, 0), "h:<tar>": (0, 0, 900, 0), "h:<hsl>": (-900, -claim, -900, 0)}
    model = RoleModel(("sasaran", "indikator", "target", "others"), (0, 0, 0, 0), weights)
    columns = [SeenColumn((name,), ()) for name in ("sas", "hsl", "tar")]
    decided = decide(columns, model)
    assert decided[1].role == role and (role == "others" or decided[1].sure < 0.2)
