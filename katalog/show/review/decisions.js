// What was decided: a flat object each, as koreksi.toml has them. Kept in the browser, or by the server that shows the page.
const KEPT = `katalog:${data.source.sha256}`;
let given = data.decided.koreksi;
/** Where what a decision is about stands in this catalogue: rows may have moved since it was made. */
const standing = new Map(given.map((one, n) => [JSON.stringify(one), data.standing[n]]));
const placeOf = (one) => standing.get(JSON.stringify(one)) || one.tempat;
let decided = [];
let history = [];
let keeps = true;

/** The path of the decree itself: what is right about it names the findings that are answered. */
const WHOLE = "keputusan";
const listed = (words) => (Array.isArray(words) ? words.join("\n") : words || "");
/** Two decisions with one key answer the same question: the later one holds. */
const keyOf = (one) => {
  const question = one.jenis === "salah baca" && one.tindakan !== "teks" ? one.tindakan : one.jenis === "salah ketik" ? one.jenis : "";
  const codes = one.tempat === WHOLE ? listed(one.kode) : "";
  return [question, one.tempat, codes, question === "salah ketik" ? listed(one.tercetak) : "", one.kolom && question === "peran kolom" ? one.kolom : ""].join("\t");
};

const stored = (name, value) => {
  try {
    if (value === undefined) return localStorage.getItem(name);
    localStorage.setItem(name, value);
  } catch { keeps = false; }
  return null;
};

/** Those that the page was made with, changed by what was decided in this browser since. */
const load = () => {
  const byKey = new Map(given.map((one) => [keyOf(one), one]));
  let since = {};
  try { since = JSON.parse(stored(KEPT) || "{}"); } catch { since = {}; }
  for (const key of since.removed || []) byKey.delete(key);
  for (const one of since.added || []) byKey.set(keyOf(one), one);
  decided = [...byKey.values()];
  if ((since.added || []).length || (since.removed || []).length) send();
};
const store = () => {
  keep();
  send();
};
const keep = () => {
  const before = new Map(given.map((one) => [keyOf(one), JSON.stringify(one)]));
  const now = new Set(decided.map(keyOf));
  const added = decided.filter((one) => before.get(keyOf(one)) !== JSON.stringify(one));
  stored(KEPT, JSON.stringify({ added, removed: [...before.keys()].filter((key) => !now.has(key)) }));
};

/** Local time with its distance from UTC: 2026-11-26T09:15:00+07:00. */
const now = () => {
  const at = new Date(), minutes = -at.getTimezoneOffset(), two = (n) => String(Math.trunc(n)).padStart(2, "0");
  const local = new Date(at.getTime() + minutes * 60000).toISOString().slice(0, 19);
  const away = Math.abs(minutes);
  return `${local}${minutes < 0 ? "-" : "+"}${two(away / 60)}:${two(away % 60)}`;
};

/** What a decision is about, for people and for the next revision. */
const about = (path) => {
  const at = found(path), told = { tempat: path };
  const entry = at.row >= 0 ? at.block.rows[at.row] : at.block;
  if (entry && entry.id) told.id = entry.id;
  if (at.block) told.jabatan = at.block.read;
  if (at.row >= 0) {
    const column = at.block.columns.findIndex((one) => one.role === "indikator");
    const text = column >= 0 ? printedOf(entry.cells[column]) : "";
    if (text) told.indikator = text;
  }
  const page = (placesAt(at)[0] || [0])[0];
  if (page) told.halaman = page;
  return told;
};
const signed = (decision) => {
  const name = get("nama").value.trim();
  return { ...decision, ...(name ? { oleh: name } : {}), waktu: now() };
};

/** Decide, all at once for undo. Earlier decisions about the same go. */
const decide = (made, where) => {
  const fresh = made.map(signed), keys = new Set(fresh.map(keyOf));
  const old = state.item && state.item.stale ? JSON.stringify(state.item.stale) : "";
  history.push({ before: decided, where, what: described(fresh[0]) });
  decided = [...decided.filter((one) => !keys.has(keyOf(one)) && JSON.stringify(one) !== old), ...fresh];
  store();
};
const takeBack = (one, where) => {
  history.push({ before: decided, where, what: described(one) });
  decided = decided.filter((other) => other !== one);
  store();
};
const undo = () => {
  const last = history.pop();
  if (!last) return null;
  decided = last.before;
  store();
  return last;
};

/** The decisions by where they stand now, and words that are decided everywhere; made again when there are others. */
const index = (() => {
  let of = null, made = null;
  const fresh = () => {
    const at = new Map();
    for (const one of decided) {
      const path = placeOf(one).replace(/\/0$/, "");
      at.set(path, [...(at.get(path) || []), one]);
    }
    const words = new Set(decided.filter((one) => one.jenis === "salah ketik" && one.di === "semua").map((one) => one.tercetak));
    return { at, words, entries: new Set(decided.map((one) => JSON.stringify(one))) };
  };
  return () => {
    if (of !== decided) { made = fresh(); of = decided; }
    return made;
  };
})();
const everywhere = (one, before) => one.jenis === "salah ketik" && one.di === "semua" && one.tercetak === before;
/** The decisions about a path itself. */
const decisionsAt = (path) => index().at.get(path) || [];
/** What holds a path: its row, its block. */
const holding = (path) => path.split("/").map((_, n, steps) => steps.slice(0, n).join("/")).filter(Boolean);
/** Whether a decision at the path of a question is about it: what is right answers the findings that it names. */
const isAbout = (one, item) => one.jenis !== "benar" || !(one.kode || []).length || codesOf(item).some((code) => one.kode.includes(code));
const settlesInside = (one) => one.jenis !== "salah ketik" && !["tambah baris", "tambah butir", "teks"].includes(one.tindakan);
/** An entry that is added settles nothing about the one above it, but that a list is bare. */
const settles = (one, path) => one.tindakan !== "tambah butir" || one.tempat === `${path}/0`;
/** Decisions that are written at the row above: this one is its rest, or, the first one, has another above it. */
const decidedAbove = (path) => {
  const [, rows, row] = /^(.*\/rows)\/(\d+)$/.exec(path) || [];
  if (!rows) return [];
  if (Number(row) > 1) return decisionsAt(`${rows}/${row - 1}`).filter((one) => one.tindakan === "gabung baris");
  return decisionsAt(rows).filter((one) => one.tindakan === "tambah baris");
};
/** The row that an item asks about, by the path of it or of one of its cells. */
const rowAsked = (item, path) => pathsOf(item).find((one) => /\/rows\/\d+$/.test(one) && `${path}/`.startsWith(`${one}/`));
/** Whether an item's question about a path is answered. */
const answered = (item, path) => {
  const own = decisionsAt(path);
  if (item.group === "ejaan") {
    return index().words.has(item.before) || own.some((one) => one.jenis === "salah baca" || (one.jenis === "salah ketik" && one.tercetak === item.before));
  }
  if (decidedAbove(path).length) return true;
  return own.some((one) => settles(one, path) && isAbout(one, item)) || holding(path).some((parent) => decisionsAt(parent).some((one) => settlesInside(one) && isAbout(one, item)));
};
const isDone = (item) => {
  if (item.stale) return !index().entries.has(JSON.stringify(item.stale));
  return Boolean(item.answered) || (pathsOf(item).length > 0 && pathsOf(item).every((path) => answered(item, path)));
};
const codesOf = (item) => [...new Set((item.said || []).map(([, code]) => code))];
const pathsOf = (item) => item.paths || [];

const ACTION = { "pindah": "pindah", "gabung sel": "gabung_sel", "pisah sel": "pisah_sel", "gabung baris": "gabung_baris",
  "pisah baris": "pisah_baris", "hapus baris": "hapus_baris", "tambah baris": "tambah_baris", "peran kolom": "peran_kolom", "teks": "teks",
  "gabung butir": "gabung_butir", "pisah butir": "pisah_butir", "hapus butir": "hapus_butir", "tambah butir": "tambah_butir" };
/** A decision as a sentence. */
const described = (one) => {
  const quoted = (text) => `“${listed(text).replace(/\n/g, " | ") || say.empty}”`;
  if (one.jenis === "benar") return deeds.benar;
  if (one.jenis !== "salah baca") {
    const accepted = one.putusan === "terima";
    const deed = deeds[`${accepted ? "terima" : "tolak"}${one.di === "semua" ? "_semua" : ""}`];
    return `${deed}: ${quoted(one.tercetak)}${accepted && one.menjadi ? ` → ${quoted(one.menjadi)}` : ""}`;
  }
  const deed = deeds[ACTION[one.tindakan]] || one.tindakan;
  if (one.tindakan === "teks") return `${deed}: ${quoted(one.tercetak)} → ${quoted(one.menjadi)}`;
  if (one.tindakan === "peran kolom") return `${deed}: ${roleName(one.peran)}`;
  if (one.tindakan === "pindah") return `${deed}: ${quoted(one.tercetak)} → ${one.ke}`;
  return one.isi && one.tindakan !== "gabung baris" ? `${deed}: ${quoted(one.isi)}` : deed;
};

/** koreksi.toml: every value is what JSON writes for it. */
const asToml = () => {
  const value = (one) => JSON.stringify(one).replace(/\u007f/g, "\\u007f");
  const both = (before, own) => value([...new Set([...before, own])]);
  const head = `sumber = ${both(data.decided.sumber, data.source.sha256)}\nberkas = ${both(data.decided.berkas, data.source.file)}\n`;
  return head + decided.map((one) => `\n[[koreksi]]\n${Object.entries(one).map(([key, said]) => `${key} = ${value(said)}\n`).join("")}`).join("");
};
const download = () => {
  const name = `${data.source.file.replace(/\.[^.]*$/, "")}.koreksi.toml`;
  const address = URL.createObjectURL(new Blob([asToml()], { type: "application/toml" }));
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  tell(fill(say.downloaded, { file: name }));
};

/** What the server answers; an error where it refuses. */
const spoken = async (request) => {
  const headers = { "Content-Type": "application/json", "X-Katalog-Token": data.saving.token };
  const answer = await fetch(data.saving.address, { ...request, headers });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.error || String(answer.status));
  return told;
};
let asking = 0, touched = 0;
for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, () => { touched = Date.now(); }, true);
/** Wait for a catalogue that is being built; show it when it is, once nobody is at work: undo ends with it. */
const heed = (told) => {
  clearTimeout(asking);
  const typing = () => Date.now() - touched < 4000 || document.activeElement.matches("input:not([type=checkbox]), textarea, select") || get("isian").hasChildNodes();
  if (told.failed) tell(told.failed);
  else if (told.rebuilt && !typing() && !sending) location.reload();
  else if (told.rebuilt) asking = setTimeout(() => heed(told), 1000);
  else if (told.building) asking = setTimeout(() => spoken({ method: "GET" }).then(heed, () => {}), 2000);
};

let sending = false, again = false;
/** To the server, where there is one: all decisions, one request at a time. */
const send = async () => {
  if (!data.saving) return;
  if (sending) { again = true; return; }
  sending = true;
  const sent = decided;
  try {
    const told = await spoken({ method: "POST", body: JSON.stringify({ decisions: sent }) });
    given = sent;
    keep();
    tell(fill(say.saved, { n: told.saved }), true);
    heed(told);
  } catch (error) {
    tell(fill(say.not_saved, { why: error.message }));
  }
  sending = false;
  if (again) { again = false; send(); }
};
