// The table of the worklist: its columns, and a call as a row.

const COLUMNS = [
  ["priority", "priority"],
  ["call", "id"],
  ["why", null],
  ["problems", "problems"],
  ["diagnosis", null],
  ["score", "score"],
  ["load", "load"],
  ["length", "length"],
];
const WORTH_COLUMNS = { priority: ["priority", "show"], why: ["worthWhy", null] };
const FIGURES = new Set(["priority", "score", "load", "length"]);

// Roles are said: on a phone the rows are drawn as cards, and browsers then forget it is a table.
function tableOf(rows, before) {
  const scored = ROWS.some((row) => row.score !== null && row.score !== undefined);
  const columns = COLUMNS.filter(([name]) => name !== "score" || scored).map(([name, key]) => [
    name,
    ...(worthShowing() ? (WORTH_COLUMNS[name] ?? [name, key]) : [name, key]),
  ]);
  return h(
    "table",
    { class: "worklist", role: "table", "aria-rowcount": shownRows.length + 1 },
    h("caption", { class: "unseen" }, t("caption")),
    h(
      "thead",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row", "aria-rowindex": 1 },
        h("th", { scope: "col", role: "columnheader" }, unseen(t("chooseCol"))),
        columns.map(([name, said, key]) => heading(name, said, key)),
      ),
    ),
    h(
      "tbody",
      { role: "rowgroup" },
      rows.map((row, i) => rowOf(row, before + i + 2, columns)),
    ),
  );
}

function heading(name, said, key) {
  const now = state.sort === key;
  const attributes = {
    scope: "col",
    role: "columnheader",
    class: FIGURES.has(name) ? "figure" : null,
    "aria-sort": now ? (state.down ? "descending" : "ascending") : null,
  };
  if (!key) return h("th", attributes, t(said));
  const turn = () => go({ sort: key, down: now ? !state.down : key !== "id" && key !== "score", page: 1 });
  return h(
    "th",
    attributes,
    h(
      "button",
      { type: "button", class: "sort", "data-key": `sort-${key}`, on: { click: turn } },
      t(said),
      h("span", { "aria-hidden": "true" }, now ? (state.down ? " ↓" : " ↑") : ""),
    ),
  );
}

function rowOf(row, place, columns) {
  const box = h("input", {
    type: "checkbox",
    checked: chosen.has(row.n),
    "aria-label": t("choose", { id: row.id }),
    "data-key": `box-${row.n}`,
    on: { change: (event) => choose(row, event.target.checked) },
  });
  return h(
    "tr",
    { role: "row", "aria-rowindex": place, "data-n": row.n },
    h("td", { role: "cell", class: "box" }, box),
    columns.map(([name, said]) =>
      h(
        name === "call" ? "th" : "td",
        {
          role: name === "call" ? "rowheader" : "cell",
          scope: name === "call" ? "row" : null,
          class: `${name}${FIGURES.has(name) ? " figure" : ""}`,
          "data-name": t(said),
        },
        CELLS[name](row),
      ),
    ),
  );
}

const semicolon = () => (RUN.lang === "en" ? "; " : "；");
const reasons = (row, worth) =>
  ((worth ? row.show_why : row.why) ?? []).map((said) => said.replace(/[。.]$/, "")).join(semicolon());

const CELLS = {
  priority: (row) => number(worthShowing() ? row.show : row.priority),
  call: (row) => [
    h("a", { href: callHash(row), class: "open", "data-key": `open-${row.n}` }, row.id),
    h("span", { class: "muted about" }, [row.agent, row.team, when(row), whichOne(row)].filter(Boolean).join(" · ")),
  ],
  why: (row) => [h("span", {}, reasons(row, worthShowing())), snippet(row)],
  problems: (row) =>
    h(
      "span",
      { class: "counts" },
      ["error", "warning", "info"].map((severity) =>
        tally(severity, certain(row, severity), fixed("severities", severity)),
      ),
      tally("review", row.review, t("review")),
      tally("praise", row.praise, t("praise")),
      certainAll(row) + row.review + row.praise ? null : "–",
    ),
  diagnosis: (row) => diagnosisSigns(row.diagnosis),
  score: (row) => [
    row.score === null || row.score === undefined
      ? h("span", { class: "muted" }, t("noScore"))
      : number(row.score),
    row.band ? ` ${row.band}` : "",
    row.fatal ? h("b", { class: "veto" }, ` ${t("fatalStep")}`) : null,
  ],
  load: (row) => (row.load ? [shape("load"), ` ${row.load}`] : "–"),
  length: (row) => [
    row.ms ? duration(row.ms) : null,
    h("span", { class: "muted" }, ` ${row.turns} ${t("turns")}`),
  ],
};

function tally(kind, count, said) {
  return count
    ? h("span", { class: `tally ${kind}`, title: said }, shape(kind), " ", String(count), unseen(` ${said} `))
    : null;
}

function snippet(row) {
  const wanted = terms(state.q);
  const hit = wanted.length ? found(row, wanted) : null;
  return hit
    ? h(
        "a",
        { class: "snippet", href: callHash(row, { turn: hit.turn }) },
        `#${hit.turn} `,
        hit.before,
        h("mark", {}, hit.term),
        hit.after,
      )
    : null;
}
