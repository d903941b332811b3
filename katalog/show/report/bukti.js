(() => {
  "use strict";
  const get = (id) => document.getElementById(id);
  const dialog = get("bukti");
  const views = [...dialog.querySelectorAll(".view")];
  const said = [...dialog.querySelectorAll(".said")];
  const sheets = [...document.querySelectorAll(".sheet")];
  let row = null;
  let zoom = 1;
  let base = [1, 1];

  // a box should fill some two thirds of the pane, so that small type can be read
  const fitting = (paper) => {
    const box = paper.querySelector(".box");
    const share = box ? parseFloat(box.style.width) / 100 : 1;
    return Math.min(3, Math.max(1, 0.66 / Math.max(share, 0.05)));
  };
  const middle = (view) => {
    const box = view.querySelector(".box");
    if (!box) return;
    const at = box.getBoundingClientRect();
    const own = view.getBoundingClientRect();
    view.scrollTop += at.top - own.top - Math.max(0, (own.height - at.height) / 2);
    view.scrollLeft += at.left - own.left - Math.max(0, (own.width - at.width) / 2);
  };
  const sized = () => views.forEach((view, side) => {
    view.querySelectorAll(".paper").forEach((paper) => { paper.style.width = `${Math.round(base[side] * zoom * 100)}%`; });
    middle(view);
  });
  const papers = (number, side) => sheets.filter((one) => one.dataset.side === String(side)).flatMap((one) => {
    if (!one.querySelector(`.box[data-change="${number}"]`)) return [];
    const copy = one.querySelector(".paper").cloneNode(true);
    copy.querySelectorAll(".box").forEach((box) => {
      if (box.dataset.change !== number) box.remove();
      else { box.removeAttribute("href"); box.tabIndex = -1; }
    });
    copy.querySelector("img").loading = "eager";
    return [copy];
  });
  const fill = (side) => {
    const found = papers(row.id.slice(1), side);
    const view = views[side];
    view.replaceChildren(...(found.length ? found : [view.dataset.none]));
    base[side] = found.length ? fitting(found[0]) : 1;
    const cell = row.cells[side + 1];
    said[side].replaceChildren(...[...cell.children].filter((one) => !one.querySelector(".proof")).map((one) => one.cloneNode(true)));
  };
  const show = (next) => {
    row = next;
    zoom = 1;
    const parts = [...row.closest("section").querySelector("h2").childNodes].map((one) => one.textContent.trim());
    const named = [row.querySelector(".kind").textContent, ...parts.filter(Boolean)].join(" · ");
    get("bukti-judul").textContent = `${row.id.slice(1)}. ${named}`;
    fill(0);
    fill(1);
    if (!dialog.open) dialog.showModal();
    sized();
    requestAnimationFrame(sized);
  };
  const pictured = () => [...document.querySelectorAll("tr.change:not([hidden])")].filter((one) => one.querySelector(".proof"));
  const step = (by) => {
    const rows = pictured();
    const at = rows.indexOf(row);
    if (rows.length) show(rows[(at + by + rows.length) % rows.length]);
  };
  const larger = (by) => { zoom = Math.min(4, Math.max(0.4, zoom * by)); sized(); };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("main .proof");
    if (!link) return;
    event.preventDefault();
    show(link.closest("tr.change"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    const keys = { j: 1, n: 1, k: -1, p: -1 };
    if (dialog.open) {
      if (event.key in keys) { event.preventDefault(); event.stopImmediatePropagation(); step(keys[event.key]); }
      else if (event.key === "Escape") event.stopImmediatePropagation();
      else if (event.key === "+") larger(1.25);
      else if (event.key === "-") larger(0.8);
      return;
    }
    const chosen = event.target.matches("tr.change") ? event.target : null;
    if (chosen && chosen.querySelector(".proof") && (event.key === "o" || event.key === "Enter")) {
      event.preventDefault();
      show(chosen);
    }
  }, true);
  get("bukti-sesudah").addEventListener("click", () => step(1));
  get("bukti-sebelum").addEventListener("click", () => step(-1));
  get("bukti-besar").addEventListener("click", () => larger(1.25));
  get("bukti-kecil").addEventListener("click", () => larger(0.8));
  get("bukti-tutup").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { if (row) { row.focus({ preventScroll: true }); row.scrollIntoView({ block: "center" }); } });
})();
