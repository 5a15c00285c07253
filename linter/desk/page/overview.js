// The whole run: what went well, what to listen to first, figures and charts.
const FIRST = 8;

function buildOverview() {
  const { summary } = RUN;
  fill($("overview"), h("h2", { id: "overview-title", tabindex: "-1" }, t("overview")), kindWords(summary), figures(summary),
    firstCalls(), notes(RUN.notes), charts(), groups(), trend());
}

function kindWords(summary) {
  const clean = ROWS.filter((row) => !certainAll(row)).length;
  const loaded = ROWS.filter((row) => row.load > 0);
  const count = loaded.reduce((sum, row) => sum + row.load, 0);
  return [h("p", { class: "good" }, shape("praise"), " ", t("goodFirst", { praise: summary.praise ?? 0, clean })),
    loaded.length ? h("p", { class: "kind" }, shape("load"), " ", t("loadKind", { calls: loaded.length, count })) : null];
}

function figures(summary) {
  const sum = (severity) => ROWS.reduce((all, row) => all + certain(row, severity), 0);
  const all = [["calls", summary.calls, ""], ["error", sum("error"), "withError"], ["warning", sum("warning"), "withCertain"], ["info", sum("info"), "withCertain"], ["review", summary.review, "withReview"],
    ["praise", summary.praise, "withPraise"], ["load", ROWS.reduce((total, row) => total + (row.load ?? 0), 0), "withLoad"], ["unjudged", summary.unjudged, "withUnjudged"]];
  const name = (key) => ["error", "warning", "info"].includes(key) ? fixed("severities", key) : t(key);
  return h("ul", { class: "cards" }, all.map(([key, value, show]) => h("li", { class: key }, h("a", { href: listHash({ ...PLAIN, show }) },
    h("span", { class: "value" }, String(value ?? 0)), h("span", { class: "name" }, SHAPES[key] ? [shape(key), " "] : null, name(key))))));
}

function firstCalls() {
  return h("div", { class: "firsts" }, some("first", sorted(ROWS, PLAIN).filter((row) => row.priority > 0), false, "#list"),
    some("worth", sorted(ROWS, WORTH).filter((row) => row.show > 0), true, listHash(WORTH)));
}

function some(name, rows, worth, all) {
  if (!rows.length) return null;
  return h("section", { "aria-labelledby": name }, h("h3", { id: name }, t(name)), h("ol", { class: "first" }, rows.slice(0, FIRST).map((row) =>
    h("li", {}, h("a", { href: callHash(row) }, row.id), " ", h("span", { class: "muted" }, [row.agent, row.team].filter(Boolean).join(" · ")),
      h("span", { class: "because-list" }, reasons(row, worth))))), h("p", {}, h("a", { class: "button", href: all }, t(worth ? "allWorth" : "all", { count: worth ? rows.length : ROWS.length }))));
}

const notes = (said) => (said ?? []).map((one) => h("p", { class: "muted note-line" }, one));

function charts() {
  if (!RUN.charts?.length) return null;
  return h("section", { "aria-labelledby": "charts" }, h("h3", { id: "charts" }, t("charts")), h("div", { class: "charts" }, RUN.charts.map((chart) =>
    h("figure", {}, h("figcaption", {}, chart.title), drawing(chart), notes(chart.notes), h("details", {}, h("summary", {}, t("figures"), unseen(`：${chart.title}`)), scrolling(chart.title, table("", chart.head, chart.rows)))))));
}

// The one thing that is markup: the linter draws it from counts.
function drawing(chart) {
  const parsed = new DOMParser().parseFromString(chart.svg, "image/svg+xml").documentElement;
  if (parsed.nodeName !== "svg") return null;
  const svg = document.importNode(parsed, true);
  for (const foreign of svg.querySelectorAll("script, foreignObject, a, image, use")) foreign.remove();
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", chart.title);
  return scrolling(chart.title, svg, matchMedia("(max-width: 40rem)").matches);
}

// By name, never by a figure: it is no ranking.
function groups() {
  if (!RUN.groups?.length) return null;
  const title = t(RUN.group_by === "agent" ? "groupsAgent" : "groups");
  const scored = RUN.groups.some((group) => group.score !== null && group.score !== undefined);
  const head = [t(RUN.group_by === "agent" ? "agent" : "group"), t("callsCount"), t("share"), t("interval"), ...(scored ? [t("score"), t("interval")] : []), t("certain"), t("review"), t("praise"), t("load")];
  const rows = RUN.groups.map((group) => [group.group, group.few ? `${group.calls}（${t("few")}）` : group.calls, group.share, interval(group.share_low, group.share_high),
    ...(scored ? [group.score, interval(group.low, group.high)] : []), group.certain, group.review, group.praise, group.load]);
  return h("section", { "aria-labelledby": "groups" }, h("h3", { id: "groups" }, title), h("p", { class: "muted" }, t("groupsNote")), scrolling(title, table("", head, rows)));
}

const interval = (low, high) => low === null || low === undefined ? "–" : `${number(low)} – ${number(high)}`;

function trend() {
  if (!RUN.trend) return null;
  return h("section", { "aria-labelledby": "trend" }, h("h3", { id: "trend" }, t("trend")), h("p", { class: "muted" }, t("trendSince", { earlier: RUN.trend.earlier })),
    notes(RUN.trend.notes), scrolling(t("trend"), table("", RUN.trend.head, RUN.trend.rows)));
}
