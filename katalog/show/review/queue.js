// The lists: what is asked, by group and rank, and all rows for searching. Only the entries in view are drawn.
const LISTS = ["bacaan", "ejaan", "keputusan", "semua", "usang"];
const state = { list: "bacaan", query: "", at: 0, path: "", item: null };
const HIGH = 56;
let entries = [];

const short = (text, most = 160) => (text.length > most ? `${text.slice(0, most)}…` : text);
const itemText = (item) => (item.stale ? described(item.stale) : item.before ? `${item.before} → ${item.after}` : (item.said || []).map(([, , message]) => message).join(" "));
const whole = (path) => [named(path), holderOf(path)].filter(Boolean).join(" · ");
const entryWhere = (item) => (pathsOf(item).length === 1 && found(pathsOf(item)[0]).block ? whole(pathsOf(item)[0]) : item.where);
const entryText = (item) => {
  const read = item.before ? "" : printedOf(found(pathsOf(item)[0] || "").cell);
  return read ? `“${short(read, 70)}” ${itemText(item)}` : itemText(item);
};
const asEntry = (item) => ({ item, path: pathsOf(item)[0] || "", where: item.before ? fill(say.places, { n: pathsOf(item).length }) : entryWhere(item), text: entryText(item) });
const asked = { usang: [], bacaan: [], ejaan: [], keputusan: [] };
for (const item of data.items) asked[item.group].push(asEntry(item));

const itemsByPath = new Map();
for (const item of data.items) for (const path of pathsOf(item)) if (!itemsByPath.has(path)) itemsByPath.set(path, item);

/** Every row and text once, made when somebody first asks for it. */
const everything = (() => {
  let made = null;
  const ofText = ([path, , cell]) => ({ path, where: whole(path), text: printedOf(cell) });
  const ofRow = (block, r) => {
    const said = block.rows[r].cells.map(printedOf).filter(Boolean);
    return { path: rowPath(block, r), where: whole(rowPath(block, r)), text: said.join(" · "), row: true };
  };
  return () => {
    made ||= [...data.texts.map(ofText), ...data.blocks.flatMap((block) => [...block.texts.map(ofText), ...block.rows.map((_, r) => ofRow(block, r))])];
    return made;
  };
})();

/** Words without the signs between them, so that `iki 3 baris 12` is found in `IKI 3, baris 12`. */
const bare = (text) => plain(text).replace(/[,·“”"|]+/g, " ").replace(/\s+/g, " ").trim();
const wordsOf = (query) => bare(query).split(" ").filter(Boolean);
/** Whether words stand in a text; a number is found as a whole. */
const stands = (words, text) => {
  if (!/\d$|^\d/.test(words)) return text.includes(words);
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`${/^\d/.test(words) ? "(?<!\\d)" : ""}${escaped}${/\d$/.test(words) ? "(?!\\d)" : ""}`).test(text);
};
const soughtIn = (entry) => {
  entry.sought ||= bare(`${entry.where} ${entry.text} ${entry.item ? pathsOf(entry.item).map(whole).join(" ") : ""}`);
  return entry.sought;
};
/** The entries that hold all words of a query, those first that hold them side by side. */
const hits = (all, query) => {
  const words = wordsOf(query), phrase = words.join(" ");
  if (!words.length) return all;
  const holding = all.filter((entry) => words.every((word) => stands(word, soughtIn(entry))));
  const together = new Set(holding.filter((entry) => stands(phrase, entry.sought)));
  return [...together, ...holding.filter((entry) => !together.has(entry))];
};

const listNow = () => {
  const all = state.list === "semua" ? everything() : asked[state.list];
  const open = get("sisa").checked && state.list !== "semua";
  entries = hits(all, state.query).filter((entry) => !(open && isDone(entry.item)));
  get("jumlah").textContent = fill(say.count, { n: entries.length, all: all.length });
  return entries;
};

/** The cell of a row that the words searched for stand in; else its first that says something. */
const cellSought = (path) => {
  const at = found(path);
  if (at.row < 0 || at.column >= 0) return path;
  const words = wordsOf(state.query), cells = at.block.rows[at.row].cells;
  const score = cells.map((cell) => words.filter((word) => plain(printedOf(cell)).includes(word)).length);
  const best = score.indexOf(Math.max(...score));
  const first = cells.findIndex((cell) => printedOf(cell));
  const column = Math.max(0, score[best] ? best : first);
  return at.block.columns.length ? cellPath(at.block, at.row, column) : path;
};

/** Draw the entries in view of the list. */
const drawList = () => {
  const pane = get("daftar"), from = Math.max(0, Math.floor(pane.scrollTop / HIGH) - 4);
  const to = Math.min(entries.length, from + Math.ceil(pane.clientHeight / HIGH) + 9);
  const room = el("div", { class: "room" });
  room.style.height = `${entries.length * HIGH}px`;
  for (let n = from; n < to; n += 1) room.append(entryShown(entries[n], n));
  const nothing = entries.length ? null : el("p", { class: "missing" }, state.query ? say.nothing : say.none_here);
  const top = pane.scrollTop;
  pane.replaceChildren(nothing || room);
  pane.scrollTop = top;
  if (entries[state.at] && state.at >= from && state.at < to) pane.setAttribute("aria-activedescendant", `e${state.at}`);
  else pane.removeAttribute("aria-activedescendant");
};
const entryShown = (entry, n) => {
  const done = entry.item ? isDone(entry.item) : false;
  const level = entry.item && entry.item.said ? entry.item.said[0][0] : "";
  const line = el("div", { id: `e${n}`, role: "option", class: `entry ${level}${done ? " finished" : ""}`, "aria-selected": String(n === state.at),
    "aria-posinset": n + 1, "aria-setsize": entries.length, onclick: () => { choose(n); } },
  el("b", {}, done ? "✓ " : "", short(entry.where)), el("span", {}, short(entry.text) || "–"), done ? el("span", { class: "visually-hidden" }, say.decided) : null);
  line.style.top = `${n * HIGH}px`;
  return line;
};
const keepInView = () => {
  const pane = get("daftar"), top = state.at * HIGH;
  if (top < pane.scrollTop) pane.scrollTop = top;
  else if (top + HIGH > pane.scrollTop + pane.clientHeight) pane.scrollTop = top + HIGH - pane.clientHeight;
};

/** Go to an entry of the list; `path` where it is not about its first field. */
const choose = (n, path) => {
  state.at = Math.max(0, Math.min(entries.length - 1, n));
  const entry = entries[state.at];
  state.item = (entry && entry.item) || null;
  state.path = path || (entry ? cellSought(entry.path) : "");
  if (!state.item && state.path) state.item = itemsByPath.get(state.path) || null;
  keepInView();
  redraw();
  if (begun && stacked.matches) get("hal").scrollIntoView();
};
const stacked = matchMedia("(max-width: 56rem)");
let begun = false;
/** Go to a text, wherever it is; what is asked about a whole row goes with one through its cells. */
const visit = (path) => {
  const goesWith = state.item && rowAsked(state.item, path) && !itemsByPath.has(path);
  if (!goesWith && !(state.item && pathsOf(state.item).includes(path))) {
    state.item = itemsByPath.get(path) || null;
    const n = entries.findIndex((entry) => (entry.item ? entry.item === state.item : path === entry.path || path.startsWith(`${entry.path}/`)));
    if (n >= 0) { state.at = n; keepInView(); }
  }
  state.path = path;
  redraw();
};

/** The next place or item that is not decided, from here on; null at the end. */
const advance = () => {
  const entry = entries[state.at];
  const standing = entry && entry.item && entry.item === state.item;
  if (!standing) { redraw(); return; }
  const left = state.item.group === "ejaan" ? pathsOf(state.item).find((path) => !answered(state.item, path)) : undefined;
  if (left) { visit(left); return; }
  if (get("sisa").checked) listNow();
  for (let n = 0; n < entries.length; n += 1) {
    const next = (state.at + n) % entries.length;
    if (!isDone(entries[next].item) && (pathsOf(entries[next].item).length || entries[next].item.stale)) { choose(next); return; }
  }
  redraw();
  tell(say.all_done);
};

const openList = (name) => {
  state.list = name;
  for (const one of LISTS) {
    get(`tab-${one}`).setAttribute("aria-selected", String(one === name));
    get(`tab-${one}`).tabIndex = one === name ? 0 : -1;
  }
  get("daftar").setAttribute("aria-labelledby", `tab-${name}`);
  get("daftar").scrollTop = 0;
  listNow();
  choose(0);
};
