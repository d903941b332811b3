// Entries of a list (fungsi, menimbang) that were read as one or as several.
const LISTED = new RegExp(`/(${data.lists.join("|")})(/\\d+)?$`);
const isEntry = (item, at) => Boolean(at.list) && LISTED.test(at.path);
/** A list of a holder in which nothing was read. */
const isBareList = (item, at) => Boolean(at.block) && !at.list && at.row < 0 && at.column < 0 && LISTED.test(at.path);
/** The texts of the entries below, of the same list. */
const entriesBelow = (at) => {
  const own = at.path.replace(/\d+$/, "");
  return at.list.slice(at.at + 1).filter(([path]) => path.replace(/\d+$/, "") === own).map((one) => printedOf(one[2]));
};
const linesOf = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
/** Where parts may begin: behind each semicolon, and before a number. */
const proposedParts = (text) => text.replace(/;\s+/g, ";\n").replace(/([.,:])\s+(?=\(?(?:\d{1,2}|[a-z])[.)]\s)/g, "$1\n");

const askEntryJoin = ({ at }) => {
  const below = entriesBelow(at), options = below.slice(0, 9).map((text, n) => [String(n + 1), short(text, 60)]);
  form(deeds.gabung_butir, [{ name: "sampai", label: ask.sampai, kind: "select", options }], ({ sampai }) => {
    misread("gabung butir", at.path, { tercetak: printedOf(at.cell), isi: below.slice(0, Number(sampai)) });
    return "";
  });
};
const askEntrySplit = ({ at }) => {
  const read = printedOf(at.cell);
  form(deeds.pisah_butir, [{ name: "bagian", label: ask.sebaris, value: proposedParts(read), many: true }], ({ bagian }) => {
    const isi = linesOf(bagian);
    if (squeezed(isi.join("")) !== squeezed(read)) return ask.hilang_butir;
    if (isi.length < 2) return ask.sama_saja;
    misread("pisah butir", at.path, { tercetak: read, isi });
    return "";
  });
};
const askEntryDrop = ({ at }) => form(ask.hapus_butir, [], () => {
  misread("hapus butir", at.path, { tercetak: printedOf(at.cell) });
  return "";
});
/** Below this entry; above it where it is the first; or the first of a list in which nothing was read. */
const askEntryAdd = ({ at }) => {
  const list = at.path.replace(/\/\d+$/, "");
  const where = at.path === `${list}/1` ? [{ name: "letak", label: ask.letak, kind: "select", options: [["bawah", ask.bawah], ["atas", ask.atas]] }] : [];
  form(deeds.tambah_butir, [{ name: "baru", label: ask.sebaris, value: "", many: true }, ...where], ({ baru, letak }) => {
    const isi = linesOf(baru), above = !at.list || letak === "atas";
    if (!isi.length) return ask.kosong;
    misread("tambah butir", above ? `${list}/0` : at.path, { ...(above ? {} : { tercetak: printedOf(at.cell) }), isi });
    return "";
  });
};
