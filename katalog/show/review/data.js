// What the page was given, and how a path finds its text in it.
const get = (id) => document.getElementById(id);
const data = JSON.parse(get("isi").textContent);
get("isi").remove();
const { halaman: say, tindakan: deeds, isian: ask, tingkat: levels, cetak: paper } = data.words;

/** A sentence with its values: fill("{n} dari {all}", { n: 1, all: 2 }). */
const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

/** An element; texts become text, never markup. */
const el = (tag, given, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given || {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...inside.filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
};
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

const printedOf = (cell) => (cell ? cell[0] : "");
const valueOf = (cell) => (cell ? cell[1] || cell[0] : "");
const placesOf = (cell) => (cell ? cell[2] : []);
const isCovered = (cell) => Boolean(cell) && cell[3] === 2;

const blocks = new Map(data.blocks.map((block) => [block.path, block]));
const texts = new Map();
for (const list of [data.texts, ...data.blocks.map((block) => block.texts)]) {
  list.forEach((one, at) => texts.set(one[0], { list, at }));
}
const roleName = (role) => data.roles[role] || role.replace(/_/g, " ");
const columnName = (column) => column.head || roleName(column.role);

/** What a path names: { block, row, column, cell, list, at, path }; row and column are positions, -1 for none. */
const found = (path) => {
  const whole = { path, block: null, row: -1, column: -1, cell: null, list: null, at: -1 };
  const steps = path.split("/");
  whole.block = blocks.get(steps.slice(0, 2).join("/")) || null;
  if (texts.has(path)) {
    const { list, at } = texts.get(path);
    return { ...whole, list, at, cell: list[at][2] };
  }
  if (!whole.block) return whole;
  const [part, number, ...key] = steps.slice(2);
  if (part === "headings") whole.column = whole.block.columns.findIndex((column) => column.at === Number(number));
  if (part !== "rows") return whole;
  whole.row = whole.block.rows.findIndex((row) => row.row === Number(number));
  whole.column = columnAt(whole.block, key.join("/"));
  if (whole.row >= 0 && whole.column >= 0) whole.cell = whole.block.rows[whole.row].cells[whole.column] || null;
  return whole;
};
const columnAt = (block, key) => {
  if (!key) return -1;
  const at = block.columns.findIndex((column) => column.key === key);
  return at >= 0 ? at : block.columns.findIndex((column) => column.role === key);
};
const cellPath = (block, row, column) => `${block.path}/rows/${block.rows[row].row}/${block.columns[column].key}`;
const rowPath = (block, row) => `${block.path}/rows/${block.rows[row].row}`;

/** What was read there: a cell, a text, or the heading of a column. */
const readAt = (at) => (at.block && at.row < 0 && at.column >= 0 ? at.block.columns[at.column].head : printedOf(at.cell));

/** Where it stands in the source: its own places, else those of its row, else of its block. */
const placesAt = (at) => {
  const own = placesOf(at.cell);
  if (own.length) return own;
  if (at.row >= 0) {
    const beside = at.block.rows[at.row].cells.flatMap((cell) => placesOf(cell));
    if (beside.length) return beside;
  }
  if (at.block && at.column >= 0 && at.block.columns[at.column].places.length) return at.block.columns[at.column].places;
  return at.block && at.block.texts.length ? placesOf(at.block.texts[0][2]) : [];
};

const printedAt = (places) => {
  if (!places.length) return "";
  const [page, first, last] = places[0];
  if (page) return `${say.page} ${page}`;
  return places[0].length === 3 ? `${say.lines} ${first}${last > first ? `–${last}` : ""}` : "";
};

/** A path for people: IKI 3, baris 4, Rumus, hlm. 7. */
const named = (path) => {
  const at = found(path);
  const within = at.block ? [at.block.kind] : [];
  if (at.row >= 0) within.push(`${say.row} ${at.block.rows[at.row].row}`);
  if (at.block && at.column >= 0) within.push(columnName(at.block.columns[at.column]));
  if (at.list) within.push(textName(at.list[at.at]));
  else if (!at.block) within.push(path);
  const where = printedAt(placesAt(at));
  return [...within, ...(where ? [where] : [])].join(", ");
};
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
/** Whose it is, for people: Bendahara. */
const holderOf = (path) => (found(path).block || { name: "" }).name;
/** A text outside of rows for people: Fungsi 2. */
const textName = ([path, role]) => {
  const numbers = path.split("/").filter((step) => /^\d+$/.test(step));
  const own = /^(preamble|tables|unparsed|lampiran)/.test(path) ? numbers : numbers.slice(1);
  return [capital(roleName(role)), ...own].join(" ");
};
