(() => {
  "use strict";
  const get = (id) => document.getElementById(id);
  const tools = get("saringan");
  if (!tools) return;
  const fields = ["sifat", "objek", "jenis"];
  const rows = [...document.querySelectorAll("tr.change")];
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
  const texts = new Map(rows.map((row) => {
    const copy = row.cloneNode(true);
    copy.querySelectorAll(".sign").forEach((sign) => sign.remove());
    const title = row.closest("section").querySelector("h2").textContent;
    return [row, plain(`${title} ${[...copy.cells].map((cell) => cell.textContent).join(" ")}`)];
  }));
  let shown = rows;

  const filter = () => {
    const words = plain(get("cari").value).split(" ").filter(Boolean);
    for (const row of rows) {
      const kept = fields.every((name) => !get(name).value || row.dataset[name] === get(name).value)
        && words.every((word) => texts.get(row).includes(word));
      row.hidden = !kept;
    }
    shown = rows.filter((row) => !row.hidden);
    for (const section of document.querySelectorAll("main section")) {
      section.hidden = !section.querySelector("tr.change:not([hidden])");
    }
    get("kosong").hidden = shown.length > 0;
    const { of, shown: word } = get("jumlah").dataset;
    get("jumlah").textContent = `${shown.length} ${of} ${rows.length} ${word}`;
  };

  const current = () => shown.indexOf(document.activeElement && document.activeElement.closest("tr.change"));
  const jump = (step) => {
    if (!shown.length) return;
    const at = current();
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
    shown[next].focus({ preventScroll: true });
    shown[next].scrollIntoView({ block: "center" });
    last = shown[next];
  };
  let last = null;
  // a button takes the focus from the change that one stands at: go on from there
  const step = (by) => {
    if (last && !last.hidden) last.focus({ preventScroll: true });
    jump(by);
  };
  const clear = () => {
    get("cari").value = "";
    for (const name of fields) get(name).value = "";
    filter();
  };

  tools.addEventListener("input", filter);
  tools.addEventListener("submit", (event) => { event.preventDefault(); step(1); });
  get("sesudah").addEventListener("click", () => step(1));
  get("sebelum").addEventListener("click", () => step(-1));
  get("kosongkan").addEventListener("click", clear);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "Escape") { clear(); if (typing) event.target.blur(); return; }
    if (typing) return;
    const keys = { j: 1, n: 1, k: -1, p: -1 };
    if (event.key === "/") { event.preventDefault(); get("cari").focus(); }
    else if (event.key in keys) { event.preventDefault(); step(keys[event.key]); }
  });
  tools.hidden = false;
  filter();
})();
