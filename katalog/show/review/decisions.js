// What was decided: a flat object each, as koreksi.toml has them. Kept in the browser, or by the server that shows the page.
const KEPT = `katalog:${data.source.sha256}`;
const given = data.decided.koreksi;
let decided = [];
let history = [];
let keeps = true;

const listed = (words) => (Array.isArray(words) ? words.join("\n") : words || "");
/** Two decisions with one key answer the same question: the later one holds. */
const keyOf = (one) => {
  const question = one.jenis === "salah baca" && one.tindakan !== "teks" ? one.tindakan : one.jenis === "salah ketik" ? one.jenis : "";
  return [question, one.tempat, question === "salah ketik" ? listed(one.tercetak) : "", one.kolom && question === "peran kolom" ? one.kolom : ""].join("\t");
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
};
const store = () => {
  const before = new Map(given.map((one) => [keyOf(one), JSON.stringify(one)]));
  const now = new Set(decided.map(keyOf));
  const added = decided.filter((one) => before.get(keyOf(one)) !== JSON.stringify(one));
  stored(KEPT, JSON.stringify({ added, removed: [...before.keys()].filter((key) => !now.has(key)) }));
  send();
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
  if (at.block) told.jabatan = at.block.name;
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
  history.push({ before: decided, where, what: described(fresh[0]) });
  decided = [...decided.filter((one) => !keys.has(keyOf(one))), ...fresh];
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

const everywhere = (one, before) => one.jenis === "salah ketik" && one.di === "semua" && one.tercetak === before;
/** The decisions about a path; of a row and a block also those that stand at it. */
const decisionsAt = (path) => decided.filter((one) => one.tempat === path);
/** Whether an item's question about a path is answered. */
const answered = (item, path) => decided.some((one) => {
  if (item.group === "ejaan") {
    return one.jenis === "salah ketik" && (one.tempat === path || one.di === "semua") && one.tercetak === item.before;
  }
  return one.tempat === path || (one.jenis !== "salah ketik" && path.startsWith(`${one.tempat}/`) && one.tindakan !== "tambah baris" && one.tindakan !== "teks");
});
const isDone = (item) => pathsOf(item).length > 0 && pathsOf(item).every((path) => answered(item, path));
const pathsOf = (item) => item.paths || [];

const ACTION = { "pindah": "pindah", "gabung sel": "gabung_sel", "pisah sel": "pisah_sel", "gabung baris": "gabung_baris",
  "pisah baris": "pisah_baris", "hapus baris": "hapus_baris", "tambah baris": "tambah_baris", "peran kolom": "peran_kolom", "teks": "teks" };
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

let sending = false, again = false;
/** To the server, where there is one: all decisions, one request at a time. */
const send = async () => {
  if (!data.saving) return;
  if (sending) { again = true; return; }
  sending = true;
  try {
    const answer = await fetch(data.saving.address, { method: "POST", body: JSON.stringify({ decisions: decided }),
      headers: { "Content-Type": "application/json", "X-Katalog-Token": data.saving.token } });
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(told.error || String(answer.status));
    tell(fill(say.saved, { n: told.saved }), true);
    if (told.rebuilt) location.reload();
  } catch (error) {
    tell(fill(say.not_saved, { why: error.message }));
  }
  sending = false;
  if (again) { again = false; send(); }
};
