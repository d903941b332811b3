// At the right: what is asked, the row as read with its neighbours, and what can be decided.
const AROUND = 2;

/** What a cell says, with what was decided about it. */
const cellShown = (cell, path) => {
  const correction = decisionsAt(path).find((one) => one.tindakan === "teks");
  if (correction) return [el("ins", {}, correction.menjadi || say.empty), " ", el("del", {}, correction.tercetak)];
  const printed = printedOf(cell);
  if (printed) return [printed];
  if (isCovered(cell)) return [el("span", { class: "covered", title: say.covered }, valueOf(cell) || "″")];
  return [el("span", { class: "blank" }, "–")];
};
const doneMark = (path) => (decisionsAt(path).length ? el("span", { class: "done", title: say.decided }, "✓") : null);

const rowsShown = (at) => {
  const { block } = at, from = Math.max(0, at.row - AROUND), to = Math.min(block.rows.length, Math.max(at.row, 0) + AROUND + 1);
  const heads = block.columns.map((column, c) => el("th", { scope: "col", class: c === at.column && at.row < 0 ? "current" : undefined,
    title: roleName(column.role) }, columnName(column), el("small", {}, roleName(column.role))));
  const lines = block.rows.slice(from, to).map((row, i) => {
    const r = from + i, own = rowPath(block, r);
    const dropped = decisionsAt(own).some((one) => one.tindakan === "hapus baris");
    const cells = row.cells.map((cell, c) => {
      const path = cellPath(block, r, c), current = r === at.row && c === at.column;
      return el("td", { class: current ? "current" : undefined, "aria-current": current ? "true" : undefined, "data-path": path, onclick: () => visit(path) },
        ...cellShown(cell, path), doneMark(path));
    });
    const said = { class: [r === at.row ? "own" : "", dropped ? "dropped" : ""].join(" ").trim() || undefined };
    return el("tr", said, el("th", { scope: "row" }, String(row.row), doneMark(own)), ...cells);
  });
  return el("div", { class: "scrolled", tabindex: "0", role: "group", "aria-label": say.neighbours }, el("table", { class: "rows" },
    el("caption", { class: "visually-hidden" }, say.neighbours), el("thead", {}, el("tr", {}, el("td"), ...heads)), el("tbody", {}, ...lines)));
};

const textsShown = (at) => el("ol", { class: "texts", "aria-label": say.texts }, ...at.list.slice(Math.max(0, at.at - AROUND), at.at + AROUND + 1).map((one) =>
  el("li", { class: [one[0] === at.path ? "current" : "", decisionsAt(one[0]).some((made) => made.tindakan === "hapus butir") ? "dropped" : ""].join(" ").trim() || undefined, "data-path": one[0], onclick: () => visit(one[0]) },
    el("b", {}, textName(one)), " ", ...cellShown(one[2], one[0]), doneMark(one[0]))));

/** A text with these words marked. */
const marking = (text, words) => {
  const at = words ? text.indexOf(words) : -1;
  return at < 0 ? [text] : [text.slice(0, at), el("mark", {}, words), text.slice(at + words.length)];
};

const readingShown = (item, at) => {
  const printed = printedOf(at.cell), value = valueOf(at.cell);
  const made = [el("div", {}, el("dt", {}, say.read_as), el("dd", { class: "printed" }, ...(printed ? marking(printed, item && item.before) : [el("i", {}, say.empty)])))];
  if (value !== printed && value) made.push(el("div", {}, el("dt", {}, say.value), el("dd", {}, value)));
  const correction = decisionsAt(at.path).find((one) => one.tindakan === "teks");
  if (correction) made.push(el("div", {}, el("dt", {}, say.corrected), el("dd", { class: "printed" }, correction.menjadi || say.empty)));
  if (item && item.before) made.push(proposalShown(item));
  return el("dl", { class: "reading" }, ...made);
};
const proposalShown = (item) => el("div", {}, el("dt", {}, say.proposal), el("dd", {},
  el("del", {}, item.before), " → ", el("ins", {}, item.after),
  el("p", { class: "note" }, item.evidence || "")));

const findingsShown = (item) => el("ul", { class: "said" }, ...(item.said || []).map(([severity, code, message]) =>
  el("li", {}, el("b", { class: `level ${severity}` }, levels[severity]), ` ${message} `, el("code", {}, code))));

const placesShown = (item, path) => {
  const paths = pathsOf(item);
  if (paths.length < 2) return null;
  const at = paths.indexOf(path);
  if (item.group !== "ejaan") return el("p", { class: "note" }, fill(say.cells, { n: paths.length }));
  const near = paths.map((one, n) => [one, n]).slice(Math.max(0, at - 2), Math.max(0, at - 2) + 6);
  return el("div", { class: "places" }, el("p", { class: "note" }, at < 0 ? fill(say.places, { n: paths.length }) : fill(say.place_of, { at: at + 1, all: paths.length })),
    el("ul", {}, ...near.map(([one]) => el("li", {}, el("button", { type: "button", "aria-current": one === path ? "true" : undefined, onclick: () => visit(one) },
      named(one), answered(item, one) ? " ✓" : "")))));
};

const decisionsShown = (item, at) => {
  const about = new Set([at.path, `${at.path.replace(/\/\d+$/, "")}/0`, ...(at.row >= 0 ? [rowPath(at.block, at.row), ...(at.row === 0 ? [`${at.block.path}/rows/0`] : [])] : []), ...(at.block ? [at.block.path, `${at.block.path}/jabatan`] : [])]);
  const made = decided.filter((one) => about.has(placeOf(one)) || (item && item.before && everywhere(one, item.before)));
  if (!made.length) return null;
  return el("div", { class: "made" }, el("h3", {}, say.decisions), el("ul", {}, ...made.map((one) => el("li", {}, described(one),
    one.oleh ? ` (${fill(say.by, { who: one.oleh })}${one.waktu ? `, ${one.waktu.slice(0, 16).replace("T", " ")}` : ""})` : "",
    " ", el("button", { type: "button", onclick: () => { takeBack(one, place()); tell(fill(say.taken_back, { what: described(one) })); redraw(); } }, say.take_back)))));
};

const actionButton = (deed) => el("button", { type: "button", class: deed.main ? "main" : undefined, "aria-keyshortcuts": deed.key, "data-tindakan": deed.name,
  onclick: () => act(deed) }, deeds[deed.name], " ", el("kbd", {}, deed.key));

let moreOpen = false;
const buttonsShown = (item, at) => {
  const fits = DEEDS.filter((deed) => deed.fits(item, at));
  const rare = fits.filter((deed) => deed.rare);
  const details = el("details", { open: moreOpen, ontoggle: (event) => { moreOpen = event.target.open; } }, el("summary", {}, say.more),
    el("div", { class: "buttons" }, ...rare.map(actionButton)));
  return [el("div", { class: "buttons", role: "group", "aria-label": say.decisions }, ...fits.filter((deed) => !deed.rare).map(actionButton)), rare.length ? details : null];
};

/** Scroll the table sideways to a cell; the page itself stays where it is. */
const bringIntoView = (cell) => {
  if (!cell) return;
  const pane = cell.closest(".scrolled"), left = cell.offsetLeft, right = left + cell.offsetWidth;
  if (right > pane.scrollLeft + pane.clientWidth) pane.scrollLeft = right - pane.clientWidth;
};

const showCard = (item, path) => {
  if (!item && !path) { get("hal").replaceChildren(el("p", { class: "note" }, state.query ? say.nothing : say.none_here)); showSource([], [], ""); return; }
  const at = found(path), where = path ? named(path) : item ? item.where : "";
  const title = item && !(path && at.block) ? item.where || where : where;
  get("hal").replaceChildren(...[
    el("h2", {}, title),
    at.block ? el("p", { class: "note" }, el("b", {}, at.block.name), at.block.unit ? ` · ${say.unit}: ${at.block.unit}` : "") : null,
    at.row >= 0 && at.block.rows[at.row].group ? el("p", { class: "note" }, `${say.group}: ${at.block.rows[at.row].group}`) : null,
    item && item.stale ? el("p", {}, `${say.stale}: `, el("b", {}, described(item.stale))) : null,
    item ? findingsShown(item) : null,
    item ? placesShown(item, path) : null,
    at.cell || at.row >= 0 ? readingShown(item, at) : item && item.before ? el("dl", { class: "reading" }, proposalShown(item)) : null,
    el("div", { id: "isian" }),
    ...(path || (item && item.stale) ? buttonsShown(item, at) : [el("p", { class: "note" }, ask.tanpa_tempat)]),
    decisionsShown(item, at),
    at.list ? textsShown(at) : at.block && at.block.columns.length ? rowsShown(at) : null,
  ].filter(Boolean));
  const beside = at.row >= 0 ? at.block.columns.map((_, c) => cellPath(at.block, at.row, c)).filter((one) => one !== path) : [];
  const own = path ? placesAt(at) : [];
  showSource(own.length ? own : (item && item.places) || [], beside, path);
  bringIntoView(get("hal").querySelector("td.current"));
  get("hal").scrollTo(0, 0);
};
