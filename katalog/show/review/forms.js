// Decisions about texts, cells, rows and columns, and what each key does.
const here = () => ({ item: state.item, at: found(state.path) });
const wordsIn = (block, row) => block.rows[row].cells.map(printedOf).filter(Boolean);
/** Cells that text may go to or come from: those of the row, then the one above and below. */
const neighbours = (at) => {
  const inRow = at.block.columns.map((column, c) => [c, [column.key, columnName(column)]]).filter(([c]) => c !== at.column);
  const nearest = inRow.sort(([a], [b]) => Math.abs(a - at.column) - Math.abs(b - at.column) || b - a).map(([, option]) => option);
  const { key } = at.block.columns[at.column], name = columnName(at.block.columns[at.column]);
  const over = [[1, "↓"], [-1, "↑"]].filter(([step]) => at.block.rows[at.row + step]);
  return [...nearest, ...over.map(([step, sign]) => [`${step > 0 ? "+" : ""}${step}/${key}`, `${sign} ${name}, ${say.row} ${at.block.rows[at.row + step].row}`])];
};
/** The text of a cell named from another (`rumus`, `+1/rumus`). */
const textOf = (at, key) => {
  const [, step, column] = /^(?:([+-]\d+)\/)?(.*)$/.exec(key);
  const row = at.block.rows[at.row + Number(step || 0)];
  return printedOf(row.cells[columnAt(at.block, column)]);
};
const isTarget = (at) => at.column >= 0 && at.row >= 0 && ["target", "satuan"].includes(at.block.columns[at.column].role);

const askText = (path, title, label) => {
  const cell = found(path).cell, read = printedOf(cell);
  form(title, [{ name: "menjadi", label, value: read }], ({ menjadi }) => {
    if (menjadi.trim() === read) return ask.sama_saja;
    misread("teks", path, { tercetak: read, menjadi: menjadi.trim() });
    return "";
  });
};
const askMove = ({ at }) => {
  const read = printedOf(at.cell);
  form(deeds.pindah, [{ name: "ke", label: ask.ke, kind: "select", options: neighbours(at) }, { name: "kata", label: ask.pindah_apa, value: read }], ({ ke, kata }) => {
    const words = kata.trim();
    if (!words || !(read.startsWith(words) || read.endsWith(words))) return ask.bukan_tepi;
    misread("pindah", at.path, { tercetak: words, ke });
    return "";
  });
};
const askJoin = ({ at }) => form(deeds.gabung_sel, [{ name: "dengan", label: ask.dengan, kind: "checks", options: neighbours(at).map(([key, name]) => [key, `${name}: ${short(textOf(at, key), 60) || say.empty}`]) }], ({ dengan }) => {
  if (!dengan.length) return ask.pilih;
  misread("gabung sel", at.path, { tercetak: printedOf(at.cell), dengan, isi: dengan.map((key) => textOf(at, key)) });
  return "";
});
const askSplit = ({ at }) => {
  const read = printedOf(at.cell), half = read.indexOf(" ", read.length / 2);
  const parts = half > 0 ? [read.slice(0, half), read.slice(half + 1)] : [read, ""];
  form(deeds.pisah_sel, [{ name: "satu", label: ask.bagian, value: parts[0] }, { name: "dua", label: ask.bagian_dua, value: parts[1] },
    { name: "ke", label: ask.ke, kind: "select", options: neighbours(at) }], ({ satu, dua, ke }) => {
    if (!satu.trim() || !dua.trim() || squeezed(satu + dua) !== squeezed(read)) return ask.hilang;
    misread("pisah sel", at.path, { tercetak: read, ke: [at.block.columns[at.column].key, ke], isi: [satu.trim(), dua.trim()] });
    return "";
  });
};
const askRowJoin = ({ at }) => form(deeds.gabung_baris, [], () => {
  misread("gabung baris", rowPath(at.block, at.row), { tercetak: wordsIn(at.block, at.row), isi: wordsIn(at.block, at.row + 1) });
  return "";
});
const askRowSplit = ({ at }) => {
  const cells = at.block.rows[at.row].cells.map((cell, c) => [at.block.columns[c], printedOf(cell)]).filter(([, text]) => text);
  const fields = cells.flatMap(([column, text], n) => [{ name: `t${n}`, label: fill(ask.tetap, { column: columnName(column) }), value: text },
    { name: `b${n}`, label: fill(ask.turun, { column: columnName(column) }), value: "" }]);
  form(deeds.pisah_baris, fields, (values) => {
    const cut = cells.map(([column, text], n) => ({ key: column.key, text, stays: values[`t${n}`].trim(), goes: values[`b${n}`].trim() }));
    if (cut.some((one) => squeezed(one.stays + one.goes) !== squeezed(one.text))) return ask.hilang;
    const moved = cut.filter((one) => one.goes);
    if (!moved.length) return ask.sama_saja;
    misread("pisah baris", rowPath(at.block, at.row), { tercetak: wordsIn(at.block, at.row), kolom: moved.map((one) => one.key), isi: moved.map((one) => one.stays), bawah: moved.map((one) => one.goes) });
    return "";
  });
};
const askRowDrop = ({ at }) => form(ask.hapus, [], () => {
  misread("hapus baris", rowPath(at.block, at.row), { tercetak: wordsIn(at.block, at.row) });
  return "";
});
/** Below this row; above it where it is the first: what a table lacks that begins with `3`. */
const askRowAdd = ({ at }) => {
  const where = at.row === 0 ? [{ name: "letak", label: ask.letak, kind: "select", options: [["bawah", ask.bawah_baris], ["atas", ask.atas_baris]] }] : [];
  form(deeds.tambah_baris, [...at.block.columns.map((column, c) => ({ name: String(c), label: columnName(column), value: "" })), ...where], (values) => {
    const filled = at.block.columns.map((column, c) => [column.key, values[c].trim()]).filter(([, text]) => text);
    if (!filled.length) return ask.kosong;
    const above = values.letak === "atas", told = above ? {} : { tercetak: wordsIn(at.block, at.row) };
    misread("tambah baris", above ? `${at.block.path}/rows/0` : rowPath(at.block, at.row), { ...told, kolom: filled.map(([key]) => key), isi: filled.map(([, text]) => text) });
    return "";
  });
};
const askRole = ({ at }) => {
  const column = at.block.columns[at.column];
  form(deeds.peran_kolom, [{ name: "peran", label: fill(ask.peran, { column: columnName(column) }), kind: "select", value: column.role, options: Object.entries(data.roles) },
    { name: "di", label: ask.berlaku, kind: "select", options: [["sini", ask.sini], ["semua", ask.semua]] }], ({ peran, di }) => {
    if (peran === column.role) return ask.sama_saja;
    misread("peran kolom", at.block.path, { kolom: column.key, tercetak: column.head, peran, ...(di === "semua" ? { di } : {}) });
    return "";
  });
};
const askValue = ({ item, at }) => {
  const printed = printedOf(at.cell), words = (item && item.before) || (isTarget(at) || printed.length < 40 ? printed : "");
  form(deeds.tulis, [{ name: "menjadi", label: ask.nilai, value: (item && item.after) || valueOf(at.cell) }, { name: "tercetak", label: ask.kata, value: words }, { name: "alasan", label: ask.alasan, value: "" }], ({ menjadi, tercetak, alasan }) => {
    if (!tercetak.trim() || !menjadi.trim()) return ask.kosong;
    if (!printed.includes(tercetak.trim())) return ask.tidak_tercetak;
    decide([{ jenis: "salah ketik", ...about(at.path), tercetak: tercetak.trim(), putusan: "terima", menjadi: menjadi.trim(), ...(alasan.trim() ? { alasan: alasan.trim() } : {}) }], place());
    return "";
  });
};

/** Right as read: each field that the item is about, here or all of a column's empty cells, or the row of this cell. */
const decideRight = ({ item, at }) => {
  const asks = item && item.group !== "ejaan" && (pathsOf(item).includes(at.path) || rowAsked(item, at.path));
  const paths = asks ? pathsOf(item) : [at.path];
  const codes = item && item.group !== "ejaan" ? codesOf(item) : [];
  const before = (path) => (path === WHOLE ? [] : decisionsAt(path).flatMap((one) => (one.jenis === "benar" ? one.kode || [] : [])));
  const naming = (path) => (codes.length ? { kode: [...new Set([...before(path), ...codes])] } : {});
  // a date that could not be read is no text of the catalogue; its finding shows it
  const read = (path) => readAt(found(path)) || (item && path !== WHOLE && !found(path).block && item.printed) || "";
  decide(paths.map((path) => ({ jenis: "benar", ...about(path), tercetak: read(path), ...naming(path) })), place());
  advance();
};
const decideProposal = (putusan, di) => ({ item, at }) => {
  const whole = printedOf(at.cell);
  decide([{ jenis: "salah ketik", ...about(at.path), tercetak: item.before, putusan, ...(putusan === "terima" ? { menjadi: item.after } : {}), ...(di ? { di } : {}), ...(whole && whole !== item.before ? { teks: whole } : {}) }], place());
  advance();
};

/** A decision that fits nothing any more: made again where its words stand now, or dropped. */
const repeatStale = ({ item, at }) => {
  const { oleh, waktu, ...old } = item.stale;
  decide([{ ...old, ...about(at.path), tercetak: printedOf(at.cell) }], place());
  advance();
};
const dropStale = ({ item }) => {
  const old = decided.find((one) => JSON.stringify(one) === JSON.stringify(item.stale));
  if (old) takeBack(old, place());
  advance();
};
const isStale = (item) => Boolean(item && item.stale);
const canRepeat = (item, at) => isStale(item) && Boolean(at.cell) && (item.stale.tindakan === "teks" || item.stale.jenis === "benar");

const inTable = (item, at) => at.row >= 0;
const inCell = (item, at) => at.row >= 0 && at.column >= 0;
const hasWords = (item, at) => inCell(item, at) && printedOf(at.cell) !== "";
const isProposal = (item) => Boolean(item && item.before);
const isMany = (item) => isProposal(item) && pathsOf(item).length > 1;
const isText = (item, at) => Boolean(at.list) || inCell(item, at);
/** What can be decided, in the order of the buttons: its key, whether it fits what is shown, what it does. */
const DEEDS = [
  { name: "benar", key: "b", main: true, fits: (item, at) => !isProposal(item) && at.path !== "", run: decideRight },
  { name: "teks", key: "s", fits: isText, run: ({ at }) => askText(at.path, deeds.teks, ask.menjadi) },
  { name: "ulang", key: "t", fits: canRepeat, run: repeatStale },
  { name: "cabut", key: "x", fits: isStale, run: dropStale },
  { name: "terima", key: "t", main: true, fits: isProposal, run: decideProposal("terima", "") },
  { name: "terima_semua", key: "T", fits: isMany, run: decideProposal("terima", "semua") },
  { name: "tolak", key: "x", fits: isProposal, run: decideProposal("tolak", "") },
  { name: "tolak_semua", key: "X", fits: isMany, run: decideProposal("tolak", "semua") },
  { name: "tulis", key: "e", fits: (item, at) => isText(item, at) && printedOf(at.cell) !== "", run: askValue },
  { name: "pindah", key: "c", rare: true, fits: hasWords, run: askMove },
  { name: "gabung_sel", key: "g", rare: true, fits: inCell, run: askJoin },
  { name: "pisah_sel", key: "p", rare: true, fits: hasWords, run: askSplit },
  { name: "gabung_baris", key: "G", rare: true, fits: (item, at) => inTable(item, at) && at.row + 1 < at.block.rows.length, run: askRowJoin },
  { name: "pisah_baris", key: "P", rare: true, fits: inTable, run: askRowSplit },
  { name: "hapus_baris", key: "h", rare: true, fits: inTable, run: askRowDrop },
  { name: "tambah_baris", key: "i", rare: true, fits: inTable, run: askRowAdd },
  { name: "gabung_butir", key: "G", rare: true, fits: (item, at) => isEntry(item, at) && entriesBelow(at).length > 0, run: askEntryJoin },
  { name: "pisah_butir", key: "P", rare: true, fits: isEntry, run: askEntrySplit },
  { name: "hapus_butir", key: "h", rare: true, fits: isEntry, run: askEntryDrop },
  { name: "tambah_butir", key: "i", rare: true, fits: (item, at) => isEntry(item, at) || isBareList(item, at), run: askEntryAdd },
  { name: "peran_kolom", key: "o", rare: true, fits: (item, at) => Boolean(at.block) && at.column >= 0, run: askRole },
  { name: "pemegang", key: "m", rare: true, fits: (item, at) => Boolean(at.block), run: ({ at }) => askText(`${at.block.path}/jabatan`, deeds.pemegang, ask.pemegang) },
];
const act = (deed) => {
  const { item, at } = here();
  if (!state.path && !isStale(item)) { tell(ask.tanpa_tempat); return; }
  if (!deed.fits(item, at)) { tell(["terima", "tolak"].includes(deed.name.split("_")[0]) ? ask.bukan_usulan : ask.bukan_baris); return; }
  deed.run({ item, at });
};
