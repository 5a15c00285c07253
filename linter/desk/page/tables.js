// Figures as tables, with their words above them.
// One of many columns is drawn as cards on a phone: its roles are said, as browsers then forget it
// is a table.
const STACKED = 5;

function table(caption, head, rows) {
  const figures = head.map((_, i) => i > 0 && rows.every((row) => isFigure(row[i])));
  const stacked = head.length >= STACKED;
  const role = (name) => (stacked ? name : null);
  return h(
    "table",
    { class: stacked ? "plain stack" : "plain", role: role("table") },
    h("caption", { class: caption ? null : "unseen" }, caption),
    h(
      "thead",
      { role: role("rowgroup") },
      h(
        "tr",
        { role: role("row") },
        head.map((said, i) =>
          said === ""
            ? h("td", { role: role("cell") })
            : h(
                "th",
                { scope: "col", role: role("columnheader"), class: figures[i] ? "figure" : null },
                String(said),
              ),
        ),
      ),
    ),
    h(
      "tbody",
      { role: role("rowgroup") },
      rows.map((row) =>
        h(
          "tr",
          { role: role("row") },
          row.map((cell, i) =>
            h(
              i ? "td" : "th",
              {
                scope: i ? null : "row",
                role: role(i ? "cell" : "rowheader"),
                class: i && isFigure(cell) ? "figure" : null,
                "data-name": stacked ? String(head[i]) : null,
              },
              h("span", {}, shown(cell)),
            ),
          ),
        ),
      ),
    ),
  );
}

// Numbers, intervals and their like; words stand to the left and may wrap.
const isFigure = (cell) =>
  cell === null || cell === undefined || typeof cell === "number" || /^[-–+~±\d.,%\s（）少few()]*$/.test(cell);

function shown(cell) {
  if (cell === null || cell === undefined) return "–";
  return typeof cell === "number" ? number(cell, 2) : String(cell);
}

// What is too wide is scrolled in its own frame, by keyboard, too.
function scrolling(label, content) {
  return h("div", { class: "scroll", role: "group", tabindex: "0", "aria-label": label }, content);
}
