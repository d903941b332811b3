// At the left: the picture of the page with the cell's box, or the lines of a text.
let zoom = 0; // CSS pixels a point; 0: large enough to read, -1: as wide as there is room
const READABLE = 4 / 3, MARGIN = 14;
const pictureOf = (page) => get(`hlm-${page}`);

/** Show these places; `beside` are the paths of cells of the same row, drawn thin. */
const showSource = (places, beside, path) => {
  const pane = get("sumber");
  get("letak").textContent = printedAt(places);
  if (data.lines.length) return showLines(pane, places);
  const pages = [...new Set(places.map((place) => place[0]).filter(Boolean))].slice(0, 6);
  if (!data.shown || !pages.length) {
    return pane.replaceChildren(el("p", { class: "missing" }, data.shown ? say.no_place : say.no_source));
  }
  const boxes = beside.flatMap((one) => placesOf(found(one).cell).map((place) => [place, one, false]));
  const own = places.map((place) => [place, path, true]);
  forget(pages);
  pane.replaceChildren(...pages.map((page) => pageShown(page, [...boxes, ...own].filter(([place]) => place[0] === page))));
  lookAt(pane);
  return undefined;
};

/** The pictures that are shown; one stays while its page does, and all others give their memory back. */
const drawn = new Map();
const forget = (pages) => {
  for (const [page, picture] of drawn) {
    if (pages.includes(page)) continue;
    picture.removeAttribute("src");
    drawn.delete(page);
  }
};
const pictureShown = (page, held) => {
  if (!drawn.has(page)) drawn.set(page, el("img", { src: `data:image/webp;base64,${held.textContent}`, alt: fill(say.picture_of, { page }) }));
  return drawn.get(page);
};

const pageShown = (page, boxes) => {
  const held = pictureOf(page);
  if (!held) {
    const waiting = document.readyState === "loading";
    if (waiting) document.addEventListener("DOMContentLoaded", redraw, { once: true });
    return el("p", { class: "missing" }, waiting ? say.loading : fill(say.no_picture, { page }));
  }
  const wide = Number(held.dataset.lebar), high = Number(held.dataset.tinggi);
  const sheet = el("div", { class: "sheet", "data-hlm": page }, pictureShown(page, held));
  const fit = (get("sumber").clientWidth - MARGIN) / wide;
  sheet.style.width = `${Math.round(wide * (zoom > 0 ? zoom : zoom ? fit : Math.max(READABLE, fit)))}px`;
  sheet.style.aspectRatio = `${wide} / ${high}`;
  for (const [[, x0, top, x1, bottom], path, main] of boxes) {
    if (bottom === undefined) continue;
    const box = el("div", { class: main ? "box main" : "box", "data-path": path });
    box.style.left = `${((x0 - 2) / wide) * 100}%`;
    box.style.top = `${((top - 2) / high) * 100}%`;
    box.style.width = `${((x1 - x0 + 4) / wide) * 100}%`;
    box.style.height = `${((bottom - top + 4) / high) * 100}%`;
    sheet.append(box);
  }
  sheet.addEventListener("click", (event) => {
    const at = sheet.getBoundingClientRect();
    const path = pathOn(page, ((event.clientX - at.left) / at.width) * wide, ((event.clientY - at.top) / at.height) * high);
    if (path) visit(path);
  });
  return sheet;
};

/** Scroll the box into the middle of the pane. */
const lookAt = (pane) => {
  const box = pane.querySelector(".box.main, .line.main");
  if (!box) { pane.scrollTo(0, 0); return; }
  const outer = pane.getBoundingClientRect(), inner = box.getBoundingClientRect();
  const high = Math.min(inner.height, outer.height), wide = Math.min(inner.width, outer.width);
  pane.scrollTop += inner.top - outer.top - (outer.height - high) / 2;
  pane.scrollLeft += inner.left - outer.left - (outer.width - wide) / 2;
};

/** Some lines around those that the text takes: a long decree has thousands. */
const showLines = (pane, places) => {
  const marked = places.map((place) => place.slice(1)).filter((lines) => lines.length === 2);
  const isMain = (number) => marked.some(([first, last]) => first <= number && number <= last);
  const at = marked.length ? data.lines.findIndex(([number]) => number >= marked[0][0]) : 0;
  const from = Math.max(0, at - 40), to = Math.min(data.lines.length, at + 120);
  pane.replaceChildren(el("div", { class: "lines" }, ...data.lines.slice(from, to).map(([number, text]) =>
    el("div", { class: isMain(number) ? "line main" : "line" }, el("span", { class: "number" }, String(number)), el(isMain(number) ? "mark" : "span", {}, text || " ")))));
  lookAt(pane);
};

let textsOn = null;
/** The path of the smallest text that covers a point of a page. */
const pathOn = (page, x, y) => {
  if (!textsOn) {
    textsOn = new Map();
    const keep = (cell, path) => placesOf(cell).forEach((place) => {
      if (place.length !== 5) return;
      if (!textsOn.has(place[0])) textsOn.set(place[0], []);
      textsOn.get(place[0]).push([place, path]);
    });
    for (const [path, { list, at }] of texts) keep(list[at][2], path);
    for (const block of data.blocks) block.rows.forEach((row, r) => row.cells.forEach((cell, c) => cell && keep(cell, cellPath(block, r, c))));
  }
  const size = ([, x0, top, x1, bottom]) => (x1 - x0) * (bottom - top);
  const over = (textsOn.get(page) || []).filter(([[, x0, top, x1, bottom]]) => x0 - 3 <= x && x <= x1 + 3 && top - 3 <= y && y <= bottom + 3);
  return over.sort((a, b) => size(a[0]) - size(b[0])).map(([, path]) => path)[0];
};

/** How large the picture is: larger for 1, smaller for -1; 0 goes between the whole width and what can be read. */
const enlarge = (step) => {
  const sheet = get("sumber").querySelector(".sheet");
  if (!sheet) return;
  const wide = Number(pictureOf(sheet.dataset.hlm).dataset.lebar);
  if (step) zoom = Math.min(4, Math.max(0.4, (sheet.clientWidth / wide) * (step > 0 ? 1.25 : 0.8)));
  else zoom = zoom === -1 ? 0 : -1;
  redraw();
};
