// Figures as tables, with their words above them.
function table(caption, head, rows) {
  const figures = head.map((_, i) => i > 0 && rows.every((row) => isFigure(row[i])));
  return h(
    "table",
    { class: "plain" },
    h("caption", { class: caption ? null : "unseen" }, caption),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        head.map((said, i) =>
          said === ""
            ? h("td")
            : h("th", { scope: "col", class: figures[i] ? "figure" : null }, String(said)),
        ),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map((row) =>
        h(
          "tr",
          {},
          row.map((cell, i) =>
            h(
              i ? "td" : "th",
              { scope: i ? null : "row", class: i && isFigure(cell) ? "figure" : null },
              shown(cell),
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

// What is too wide for a phone is scrolled in its own frame, by keyboard, too.
function scrolling(label, content, narrow = true) {
  return h(
    "div",
    { class: "scroll", role: "group", tabindex: narrow ? "0" : null, "aria-label": label },
    content,
  );
}
