// A small form in the card, for decisions that need more than a key.
let closeForm = () => {};

/** Ask for some fields; `done` gets their values and gives a complaint, or nothing when it decided. */
const form = (title, fields, done) => {
  const complaint = el("p", { class: "complaint", role: "alert" });
  const inputs = fields.map((field) => ({ field, input: inputFor(field) }));
  const close = () => { get("isian").replaceChildren(); get("hal").focus({ preventScroll: true }); closeForm = () => {}; };
  const submit = (event) => {
    event.preventDefault();
    const values = Object.fromEntries(inputs.map(({ field, input }) => [field.name, field.kind === "checks"
      ? [...input.querySelectorAll("input:checked")].map((one) => one.value) : input.value]));
    const wrong = done(values);
    if (wrong) { complaint.textContent = wrong; inputs[0].input.focus(); } else { close(); advance(); }
  };
  const made = el("form", { class: "ask", "aria-label": title, onsubmit: submit }, el("h3", {}, title),
    ...inputs.map(({ field, input }) => el(field.kind === "checks" ? "fieldset" : "label", {}, field.kind === "checks" ? el("legend", {}, field.label) : el("span", {}, field.label), input)),
    complaint, el("div", { class: "buttons" }, el("button", { class: "main" }, say.save), el("button", { type: "button", onclick: close }, say.cancel), el("small", {}, say.save_keys)));
  made.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.stopPropagation(); close(); }
    if (event.key === "Enter" && event.target.matches("textarea") && !event.shiftKey) submit(event);
  });
  closeForm = close;
  get("isian").replaceChildren(made);
  made.scrollIntoView({ block: "nearest" });
  const first = made.querySelector("textarea, select, input, button");
  first.focus();
  if (first.matches("textarea:not(.many)")) first.select();
};
const inputFor = (field) => {
  if (field.kind === "select") return el("select", {}, ...field.options.map(([value, label]) => el("option", { value, selected: value === field.value }, label)));
  if (field.kind === "checks") return el("div", {}, ...field.options.map(([value, label], n) => el("label", { class: "check" }, el("input", { type: "checkbox", value, checked: n === 0 }), label)));
  const lines = String(field.value || "").split("\n").reduce((all, line) => all + Math.ceil(line.length / 60), 1);
  const area = el("textarea", { rows: Math.min(field.many ? 12 : 6, lines), class: field.many ? "many" : undefined });
  area.value = field.value || "";
  return area;
};
const misread = (tindakan, path, more) => { decide([{ jenis: "salah baca", tindakan, ...about(path), ...more }], place()); };
const squeezed = (text) => text.replace(/\s+/g, "");
