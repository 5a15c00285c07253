// The whole run: what went well, what to listen to first, figures and charts.
const FIRST = 8;

function buildOverview() {
  const { summary } = RUN;
  fill(
    $("overview"),
    h("h2", { id: "overview-title", tabindex: "-1" }, t("overview")),
    kindWords(summary),
    figures(summary),
    unread(summary),
    firstCalls(),
    notes(RUN.notes),
    charts(),
    groups(),
    trend(),
  );
}

function kindWords(summary) {
  const calls = ROWS.filter(isCall);
  const clean = (calls.length ? calls : ROWS).filter((row) => !certainAll(row) && row.judged).length;
  const good = calls.length || !ROWS.length ? "goodFirst" : "goodScenes";
  const loaded = ROWS.filter((row) => row.load > 0);
  const count = loaded.reduce((sum, row) => sum + row.load, 0);
  return [
    h("p", { class: "good" }, shape("praise"), " ", t(good, { praise: summary.praise ?? 0, clean })),
    loaded.length
      ? h("p", { class: "kind" }, shape("load"), " ", t("loadKind", { calls: loaded.length, count }))
      : null,
  ];
}

// A scene of a script library is no call.
const isCall = (row) => row.kind !== "script";

function figures(summary) {
  const sum = (severity) => ROWS.reduce((all, row) => all + certain(row, severity), 0);
  const all = [
    ["calls", ROWS.filter(isCall).length, ""],
    ...(summary.scenes ? [["scenes", summary.scenes, ""]] : []),
    ["error", sum("error"), "withError"],
    ["warning", sum("warning"), "withCertain"],
    ["info", sum("info"), "withCertain"],
    ["review", summary.review, "withReview"],
    ["praise", summary.praise, "withPraise"],
    ["load", ROWS.reduce((total, row) => total + (row.load ?? 0), 0), "withLoad"],
    ["unjudged", summary.unjudged, "withUnjudged"],
  ];
  const name = (key) => (["error", "warning", "info"].includes(key) ? fixed("severities", key) : t(key));
  return h(
    "ul",
    { class: "cards" },
    all.map(([key, value, show]) =>
      h(
        "li",
        { class: key },
        h(
          "a",
          { href: listHash({ ...PLAIN, show }) },
          h("span", { class: "value" }, String(value ?? 0)),
          h("span", { class: "name" }, SHAPES[key] ? [shape(key), " "] : null, name(key)),
        ),
      ),
    ),
  );
}

// What is not in the report, so that nobody takes it for all there was.
function unread(summary) {
  const skipped = summary.skipped ?? [];
  const left = Object.entries(summary.left_out ?? {});
  return [
    skipped.length
      ? h(
          "section",
          { class: "problem", "aria-labelledby": "unread" },
          h("h3", { id: "unread" }, t("unread")),
          h("ul", {}, ...skipped.map(({ where, why }) => h("li", {}, h("code", {}, where), " ", why))),
        )
      : null,
    // What a script library holds beside what agents are to say is no failure.
    left.length
      ? h("p", { class: "muted" }, t("leftLines"), left.map(([why, count]) => `${why} ${count}`).join(semicolon()))
      : null,
  ];
}

function firstCalls() {
  return h(
    "div",
    { class: "firsts" },
    some(
      "first",
      sorted(ROWS, PLAIN).filter((row) => row.priority > 0),
      false,
      "#list",
    ),
    some(
      "worth",
      sorted(ROWS, WORTH).filter((row) => row.show > 0),
      true,
      listHash(WORTH),
    ),
  );
}

function some(name, rows, worth, all) {
  if (!rows.length) return null;
  return h(
    "section",
    { "aria-labelledby": name },
    h("h3", { id: name }, t(name)),
    h(
      "ol",
      { class: "first" },
      rows
        .slice(0, FIRST)
        .map((row) =>
          h(
            "li",
            {},
            h("a", { href: callHash(row) }, row.id),
            " ",
            h("span", { class: "muted" }, [row.agent, row.team, whichOne(row)].filter(Boolean).join(" · ")),
            h("span", { class: "because-list" }, reasons(row, worth)),
          ),
        ),
    ),
    h(
      "p",
      {},
      h(
        "a",
        { class: "button", href: all },
        t(worth ? "allWorth" : "all", { count: worth ? rows.length : ROWS.length }),
      ),
    ),
  );
}
