// What else there is to say of a call: the load on the agent, what was not judged, not shown, odd.
function load(ctx) {
  const count = ctx.row.load ?? 0;
  if (!count) return null;
  const id = `${ctx.prefix}load`;
  return h(
    "section",
    { class: "burden", "aria-labelledby": id },
    h("h3", { id }, shape("load"), " ", t("loadTitle")),
    h("p", {}, t("loadHere", { count })),
  );
}

function unjudged(ctx) {
  const all = ctx.detail.unjudged ?? [];
  if (!all.length) return null;
  const by = new Map();
  for (const { rule, reason } of all) by.set(reason, [...(by.get(reason) ?? []), rule]);
  return section(
    ctx,
    "not-judged",
    t("notJudged"),
    h("p", { class: "muted" }, t("notJudgedNote")),
    [...by].map(([reason, rules]) =>
      h(
        "details",
        {},
        h("summary", {}, fixed("reasons", reason), " · ", t("rulesCount", { count: rules.length })),
        h(
          "ul",
          { class: "plain" },
          rules.map((rule) => h("li", {}, ruleName(rule), " ", h("code", {}, rule))),
        ),
      ),
    ),
  );
}

function left(ctx) {
  const all = ctx.detail.suppressed ?? [];
  if (!all.length) return null;
  return section(
    ctx,
    "suppressed",
    t("suppressed"),
    h(
      "ul",
      { class: "plain" },
      all.map((finding) => {
        const by = finding.suppressed ?? {};
        return h(
          "li",
          {},
          h("code", {}, finding.rule),
          " ",
          toTurn(ctx, finding.turn),
          " ",
          quoted(ctx, finding),
          " ",
          h(
            "span",
            { class: "muted" },
            fixed("sources", by.source ?? ""),
            "：",
            by.why ?? "",
            by.by ? `（${by.by}）` : "",
          ),
        );
      }),
    ),
  );
}

function casting(ctx) {
  const { casting: cast, notices } = ctx.detail;
  return [
    cast
      ? section(
          ctx,
          "casting",
          t("casting"),
          h("p", {}, t(cast.source, { sure: `${Math.round(cast.confidence * 100)} %` })),
          cast.doubtful?.length
            ? h(
                "p",
                {},
                t("doubtful"),
                cast.doubtful.map((turn) => [toTurn(ctx, turn), " "]),
              )
            : null,
        )
      : null,
    notices?.length
      ? section(
          ctx,
          "notices",
          t("notices"),
          h(
            "ul",
            {},
            notices.map((said) => h("li", {}, said)),
          ),
        )
      : null,
  ];
}

function section(ctx, name, title, ...children) {
  const id = `${ctx.prefix}${name}`;
  return h("section", { class: name, "aria-labelledby": id }, h("h3", { id }, title), children);
}
