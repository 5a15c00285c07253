// Charts and their figures, the teams, and what has changed.

const notes = (said) => (said ?? []).map((one) => h("p", { class: "muted note-line" }, one));

function charts() {
  if (!RUN.charts?.length) return null;
  return h(
    "section",
    { "aria-labelledby": "charts" },
    h("h3", { id: "charts" }, t("charts")),
    h(
      "div",
      { class: "charts" },
      RUN.charts.map((chart) =>
        h(
          "figure",
          {},
          h("figcaption", {}, chart.title),
          drawing(chart, "svg"),
          drawing(chart, "narrow"),
          notes(chart.notes),
          h(
            "details",
            {},
            h("summary", {}, t("figures"), unseen(`：${chart.title}`)),
            scrolling(chart.title, table("", chart.head, chart.rows)),
          ),
        ),
      ),
    ),
  );
}

// The one thing that is markup: the linter draws it from counts, once for a screen and once for a
// telephone; the style sheet shows one of them.
function drawing(chart, size) {
  const parsed = new DOMParser().parseFromString(chart[size], "image/svg+xml").documentElement;
  if (parsed.nodeName !== "svg") return null;
  const svg = document.importNode(parsed, true);
  for (const foreign of svg.querySelectorAll("script, foreignObject, a, image, use")) foreign.remove();
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", chart.title);
  svg.setAttribute("class", size === "narrow" ? "narrow" : "broad");
  return svg;
}

// By name, never by a figure: it is no ranking.
function groups() {
  if (!RUN.groups?.length) return null;
  const title = t(RUN.group_by === "agent" ? "groupsAgent" : "groups");
  const scored = RUN.groups.some((group) => group.score !== null && group.score !== undefined);
  const head = [
    t(RUN.group_by === "agent" ? "agent" : "group"),
    t("callsCount"),
    t("share"),
    t("interval"),
    ...(scored ? [t("score"), t("interval")] : []),
    t("certain"),
    t("review"),
    t("praise"),
    t("load"),
  ];
  const rows = RUN.groups.map((group) => [
    group.group,
    group.few ? `${group.calls}（${t("few")}）` : group.calls,
    group.share,
    interval(group.share_low, group.share_high),
    ...(scored ? [group.score, interval(group.low, group.high)] : []),
    group.certain,
    group.review,
    group.praise,
    group.load,
  ]);
  return h(
    "section",
    { "aria-labelledby": "groups" },
    h("h3", { id: "groups" }, title),
    h("p", { class: "muted" }, t("groupsNote")),
    scrolling(title, table("", head, rows)),
  );
}

const interval = (low, high) =>
  low === null || low === undefined ? "–" : `${number(low)} – ${number(high)}`;

function trend() {
  if (!RUN.trend) return null;
  return h(
    "section",
    { "aria-labelledby": "trend" },
    h("h3", { id: "trend" }, t("trend")),
    h("p", { class: "muted" }, t("trendSince", { earlier: RUN.trend.earlier })),
    notes(RUN.trend.notes),
    scrolling(t("trend"), table("", RUN.trend.head, RUN.trend.rows)),
  );
}
