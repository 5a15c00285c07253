// Figures as tables, with their words above them.
function table(caption, head, rows, first = true) {
  return h("table", { class: "plain" }, h("caption", { class: caption ? null : "unseen" }, caption),
    h("thead", {}, h("tr", {}, head.map((said, i) => (said === "" ? h("td") : h("th", { scope: "col", class: i ? "figure" : null }, String(said)))))),
    h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell, i) => h(i || !first ? "td" : "th", { scope: i || !first ? null : "row", class: i ? "figure" : null }, shown(cell)))))));
}

function shown(cell) {
  if (cell === null || cell === undefined) return "–";
  return typeof cell === "number" ? number(cell, 2) : String(cell);
}

function scrolling(label, content) {
  return h("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": label }, content);
}
