// Which calls are shown, and in which order.
const certain = (row, severity) => row.certain?.[severity] ?? 0;
const certainAll = (row) => certain(row, "error") + certain(row, "warning") + certain(row, "info");
const SHOW = {
  worth: (row) => row.show > 0,
  withError: (row) => certain(row, "error") > 0,
  withCertain: (row) => certainAll(row) > 0,
  withReview: (row) => row.review > 0,
  withPraise: (row) => row.praise > 0,
  withLoad: (row) => row.load > 0,
  withFatal: (row) => row.fatal,
  withUnjudged: (row) => row.unjudged > 0,
  // Where nothing was judged, nothing found means nothing.
  clean: (row) => !certainAll(row) && !row.review && row.judged,
};
const SORTS = {
  priority: (row) => row.priority,
  show: (row) => row.show ?? 0,
  id: (row) => row.id,
  problems: (row) =>
    certain(row, "error") * 1e6 + certain(row, "warning") * 1e3 + certain(row, "info") + row.review / 1e3,
  score: (row) => row.score,
  load: (row) => row.load,
  length: (row) => row.ms ?? row.turns,
};
let shownRows = [];

const visible = () => shownRows;

function keeps(from) {
  const wanted = terms(from.q);
  const tests = [];
  if (wanted.length) tests.push((row) => holds(row, wanted));
  if (SHOW[from.show]) tests.push(SHOW[from.show]);
  if (from.category) tests.push((row) => row.categories.includes(from.category));
  if (from.part) tests.push((row) => row.diagnosis[PARTS.indexOf(from.part)] === "缺失");
  for (const name of ["team", "agent", "band", "business"])
    if (from[name]) tests.push((row) => row[name] === from[name]);
  return (row) => tests.every((test) => test(row));
}

// What is not known comes last, whichever way it is sorted.
function sorted(rows, { sort, down }) {
  const key = SORTS[sort] ?? SORTS.priority;
  const sign = down ? -1 : 1;
  const keyed = rows.map((row) => [key(row), row]);
  keyed.sort(([a, one], [b, other]) => {
    const missing = Number(a === null || a === undefined) - Number(b === null || b === undefined);
    return missing || (a < b ? -sign : a > b ? sign : 0) || one.n - other.n;
  });
  return keyed.map(([, row]) => row);
}

function refilter() {
  shownRows = sorted(ROWS.filter(keeps(state)), state);
}

// The controls.
function options(name, pairs) {
  return h(
    "label",
    {},
    h("span", {}, t(name)),
    h(
      "select",
      { id: `by-${name}`, name, on: { change: changed } },
      h("option", { value: "" }, t("any")),
      pairs.map(([value, said]) => h("option", { value }, said)),
    ),
  );
}

function distinct(name) {
  const counts = new Map();
  for (const row of ROWS) if (row[name]) counts.set(row[name], (counts.get(row[name]) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b, RUN.lang))
    .map(([value, count]) => [value, `${value}（${count}）`]);
}

function categoryOptions() {
  const counts = new Map();
  for (const row of ROWS)
    for (const category of row.categories) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id, count]) => [id, `${RUN.categories?.[id] ?? id}（${count}）`]);
}

function filterForm() {
  const choices = [
    [
      "show",
      Object.keys(SHOW)
        .filter((key) => ROWS.some(SHOW[key]))
        .map((key) => [key, t(key)]),
    ],
    ["category", categoryOptions()],
    [
      "part",
      ROWS.some((row) => row.diagnosis.includes("缺失"))
        ? PARTS.map((part) => [part, fixed("aspects", part)])
        : [],
    ],
    ...["team", "agent", "band", "business"].map((name) => [name, distinct(name)]),
  ];
  return h(
    "form",
    {
      id: "filters",
      role: "search",
      "aria-label": t("filters"),
      on: { submit: (event) => event.preventDefault() },
    },
    h(
      "label",
      { class: "q" },
      h("span", {}, t("q")),
      h("input", {
        id: "q",
        name: "q",
        type: "search",
        autocomplete: "off",
        "aria-describedby": "q-hint",
        on: { input: changed },
      }),
    ),
    h("p", { id: "q-hint", class: "muted" }, t("qHint")),
    h(
      "details",
      { id: "more", open: matchMedia("(min-width: 52rem)").matches },
      h("summary", {}, t("filters")),
      h(
        "div",
        {},
        choices.filter(([, pairs]) => pairs.length).map(([name, pairs]) => options(name, pairs)),
        h("button", { type: "button", id: "clear", on: { click: cleared } }, t("clear")),
      ),
    ),
  );
}

function showFilters() {
  for (const name of FILTERS) {
    const control = name === "q" ? $("q") : $(`by-${name}`);
    if (control && control.value !== state[name]) control.value = state[name];
  }
}

function changed(event) {
  go({ [event.target.name]: event.target.value, page: 1 });
}

function cleared() {
  go({ ...PLAIN });
  $("q").focus();
}

// Another list, without another step in the browser's history for every letter typed.
function go(change) {
  state = { ...state, ...change };
  history.replaceState(null, "", listHash(state));
  showList();
}
