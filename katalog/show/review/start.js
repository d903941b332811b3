// The keyboard, what is remembered, paper, and the beginning.
const tell = (text, quiet) => {
  if (!quiet) get("pesan").textContent = text;
  else if (!get("pesan").textContent) get("pesan").textContent = text;
};
const place = () => ({ list: state.list, query: state.query, at: state.at, path: state.path });

const redraw = () => {
  const { item, path } = state;
  closeForm();
  showCard(item, path);
  drawList();
  for (const name of Object.keys(asked)) {
    const done = asked[name].filter((entry) => isDone(entry.item)).length;
    get(`tab-${name}`).querySelector("b").textContent = `${done}/${asked[name].length}`;
  }
  const all = data.items.filter((one) => pathsOf(one).length || one.stale), kept = data.saving ? say.kept_server : keeps ? say.kept_here : say.kept_nowhere;
  get("kemajuan").textContent = `${fill(say.progress, { done: all.filter(isDone).length, all: all.length })}. ${kept}`;
  get("urung").disabled = !history.length;
  get("suara").textContent = entries.length ? fill(say.announced, { at: state.at + 1, all: entries.length, where: found(path).block || !item ? named(path) : item.where,
    text: item ? itemText(item) : printedOf(found(path).cell) }) : "";
  stored(`${KEPT}:di`, JSON.stringify(place()));
};
const goTo = (where) => {
  state.query = where.query || "";
  get("cari").value = state.query;
  openList(LISTS.includes(where.list) ? where.list : "bacaan");
  choose(where.at || 0, where.path);
};
const step = (by) => { if (entries.length) choose((state.at + by + entries.length) % entries.length); };
/** The next cell or row; between texts the one above or below. */
const move = (across, down) => {
  const { at } = here();
  if (at.list) {
    const next = at.list[at.at + down + across];
    if (next) visit(next[0]);
  } else if (at.row >= 0) {
    const row = Math.max(0, Math.min(at.block.rows.length - 1, at.row + down));
    const column = Math.max(0, Math.min(at.block.columns.length - 1, at.column + across));
    visit(cellPath(at.block, row, column));
  } else if (at.block && at.block.rows.length && at.block.columns.length) visit(cellPath(at.block, 0, Math.max(0, at.column)));
};
const stepPlace = (by) => {
  const paths = state.item ? pathsOf(state.item) : [];
  if (paths.length) visit(paths[(paths.indexOf(state.path) + by + paths.length) % paths.length]);
};
const takeUndo = () => {
  const last = undo();
  if (!last) { tell(say.nothing_to_undo); return; }
  goTo(last.where);
  tell(fill(say.undone, { what: last.what }));
};
const search = () => {
  if (state.list !== "semua") openList("semua");
  get("cari").focus();
  get("cari").select();
};
const showKeys = () => {
  get("tombol").hidden = !get("tombol").hidden;
  get("bantuan").setAttribute("aria-expanded", String(!get("tombol").hidden));
  if (!get("tombol").hidden) get("tombol").scrollIntoView({ block: "nearest" });
};

const MOVES = { j: () => step(1), n: () => step(1), k: () => step(-1), z: takeUndo, "/": search, "?": showKeys, ".": () => stepPlace(1), ",": () => stepPlace(-1),
  "+": () => enlarge(1), "=": () => enlarge(1), "-": () => enlarge(-1), 0: () => enlarge(0), 1: () => openList(LISTS[0]), 2: () => openList(LISTS[1]), 3: () => openList(LISTS[2]), 4: () => openList(LISTS[3]), 5: () => asked.usang.length && openList(LISTS[4]) };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const onArrow = (event) => {
  const [across, down] = ARROWS[event.key];
  if (event.target.closest("[role=tab]") && across) {
    const open = LISTS.filter((name) => !get(`tab-${name}`).hidden);
    openList(open[(open.indexOf(state.list) + across + open.length) % open.length]);
    get(`tab-${state.list}`).focus();
  } else if (event.target.closest("#daftar")) { if (down) step(down); else return; }
  else if (event.target.closest("#sumber, .scrolled, .keys")) return; // these scroll
  else move(across, down);
  event.preventDefault();
};
document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "z" && !event.target.matches("input, textarea")) { event.preventDefault(); takeUndo(); return; }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input:not([type=checkbox]), textarea, select")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key in ARROWS) { onArrow(event); return; }
  if (!get("pintas").checked) return;
  const { item, at } = here();
  const own = DEEDS.filter((one) => one.key === event.key), deed = own.find((one) => one.fits(item, at)) || own[0], go = MOVES[event.key];
  if (!deed && !go) return;
  event.preventDefault();
  get("pesan").textContent = "";
  if (deed) act(deed); else go();
});

let waiting = 0;
get("cari").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { state.query = get("cari").value; listNow(); get("daftar").scrollTop = 0; choose(0); }, 120);
});
get("pencarian").addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  state.query = get("cari").value;
  listNow();
  choose(0);
  get("hal").focus({ preventScroll: true });
});
get("sisa").addEventListener("change", () => { listNow(); choose(0); });
get("daftar").addEventListener("scroll", drawList, { passive: true });
for (const name of LISTS) get(`tab-${name}`).addEventListener("click", () => openList(name));
get("urung").addEventListener("click", takeUndo);
get("unduh").addEventListener("click", download);
get("bantuan").addEventListener("click", showKeys);
get("maju").addEventListener("click", () => step(1));
get("mundur").addEventListener("click", () => step(-1));
get("besar").addEventListener("click", () => enlarge(1));
get("kecil").addEventListener("click", () => enlarge(-1));
get("selebar").addEventListener("click", () => enlarge(0));
get("nama").value = stored("katalog:pemeriksa") || "";
get("nama").addEventListener("input", () => stored("katalog:pemeriksa", get("nama").value));
get("pintas").checked = stored("katalog:pintas") !== "tidak";
get("pintas").addEventListener("change", () => stored("katalog:pintas", get("pintas").checked ? "ya" : "tidak"));
window.addEventListener("beforeunload", (event) => { if (!keeps && history.length) event.preventDefault(); });
window.addEventListener("resize", () => { drawList(); });

/** On paper: every question with what was decided, or room to write it. */
const printed = () => {
  const line = (item, n) => {
    const path = pathsOf(item)[0] || "", made = decided.filter((one) => pathsOf(item).includes(placeOf(one)) || everywhere(one, item.before));
    return el("tr", {}, el("td", {}, String(n + 1)), el("td", {}, found(path).block ? whole(path) : item.where || named(path), pathsOf(item).length > 1 ? ` (+${pathsOf(item).length - 1})` : ""), el("td", {}, itemText(item)),
      el("td", {}, printedOf(found(path).cell)), el("td", {}, ...made.slice(0, 4).map((one) => el("p", {}, `${described(one)}${one.oleh ? ` (${one.oleh})` : ""}`))));
  };
  const part = (name) => [el("h2", {}, data.words.halaman[`tab_${name}`]), el("table", {}, el("thead", {}, el("tr", {}, ...["number", "where", "asked", "read", "decision"].map((head) => el("th", { scope: "col" }, paper[head])))),
    el("tbody", {}, ...asked[name].map((entry, n) => line(entry.item, n))))];
  get("cetak").replaceChildren(el("h1", {}, `${paper.title}: ${data.source.file}`), el("p", {}, get("kemajuan").textContent.split(". ")[0]),
    ...Object.keys(asked).filter((name) => asked[name].length).flatMap(part));
};
window.addEventListener("beforeprint", printed);
window.addEventListener("afterprint", () => get("cetak").replaceChildren());

const keyList = () => {
  const moves = [["j / n", deeds.berikut], ["k", deeds.sebelum], ["← → ↑ ↓", deeds.sel], [", .", deeds.tempat], ["z", deeds.urung], ["/", deeds.cari], ["1 … 4", deeds.daftar], ["+ − 0", deeds.zoom], ["?", deeds.bantuan]];
  const usual = DEEDS.filter((deed) => asked.usang.length || !["ulang", "cabut"].includes(deed.name));
  return [...usual.map((deed) => [deed.key, deeds[deed.name]]), ...moves].map(([key, said]) => el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, said)));
};
get("daftar-tombol").replaceChildren(...keyList());

load();
let last = {};
try { last = JSON.parse(stored(`${KEPT}:di`) || "{}"); } catch { last = {}; }
get("tab-usang").hidden = !asked.usang.length;
goTo(last.list ? last : { list: ["usang", ...LISTS].find((name) => name === "semua" || asked[name].length) });
begun = true;
