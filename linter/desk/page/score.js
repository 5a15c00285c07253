// The arithmetic of the score, step by step.
function score(ctx) {
  const { sheet, scores } = ctx.detail;
  if (sheet) return sheetElement(ctx, sheet);
  const said = Object.entries(scores ?? {});
  if (!said.length) return null;
  return h(
    "section",
    { class: "score", "aria-labelledby": `${ctx.prefix}score` },
    h("h3", { id: `${ctx.prefix}score` }, t("simple")),
    h(
      "dl",
      { class: "figures" },
      said.map(([name, value]) =>
        h("div", {}, h("dt", {}, fixed("aspects", name)), h("dd", {}, String(value))),
      ),
    ),
  );
}

function sheetElement(ctx, sheet) {
  const id = `${ctx.prefix}score`;
  const total = sheet.total === null ? t("noTotal") : `${number(sheet.total, 2)} / ${number(sheet.full, 2)}`;
  const head = [t("dimension"), t("points"), t("full"), t("weight")];
  const fatal = sheet.fatal?.length
    ? h("p", { class: "fatal" }, h("b", {}, t("fatal")), sheet.fatal.map(ruleName).join("、"))
    : null;
  const left = sheet.unscored?.length
    ? h("p", { class: "muted" }, t("leftOut"), sheet.unscored.map(ruleName).join("、"))
    : null;
  const whole = sheet.steps?.length
    ? h(
        "tbody",
        {},
        h("tr", {}, h("th", { scope: "row", colspan: "4" }, t("whole"))),
        stepsRow(ctx, sheet.steps),
      )
    : null;
  return h(
    "section",
    { class: "score", "aria-labelledby": id },
    h("h3", { id }, t("arithmetic")),
    h(
      "p",
      { class: "total" },
      h("b", {}, total),
      " ",
      sheet.band ? h("span", { class: "badge" }, sheet.band) : null,
      " ",
      h("span", { class: "muted" }, sheet.scheme),
    ),
    fatal,
    sheet.axes?.length
      ? h(
          "dl",
          { class: "figures" },
          sheet.axes.map((axis) =>
            h(
              "div",
              {},
              h("dt", {}, axis.name),
              h("dd", {}, `${number(axis.points, 2)} / ${number(axis.full, 2)}`),
            ),
          ),
        )
      : null,
    scrolling(
      t("arithmetic"),
      h(
        "table",
        {},
        h("caption", { class: "unseen" }, t("arithmetic")),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            head.map((said, i) => h("th", { scope: "col", class: i ? "figure" : null }, said)),
          ),
        ),
        sheet.dimensions.map((dimension) =>
          h("tbody", {}, dimensionRow(dimension), stepsRow(ctx, dimension.steps)),
        ),
        whole,
      ),
    ),
    left,
  );
}

function dimensionRow(dimension) {
  const scored = dimension.status === "scored";
  const points = scored ? number(dimension.points, 2) : t(dimension.status);
  return h(
    "tr",
    {},
    h(
      "th",
      { scope: "row" },
      dimension.name,
      dimension.reason ? h("span", { class: "muted" }, ` ${dimension.reason}`) : null,
    ),
    h("td", { class: "figure" }, points),
    h("td", { class: "figure" }, number(dimension.full, 2)),
    h("td", { class: "figure" }, number(dimension.weight, 2)),
  );
}

function stepsRow(ctx, steps) {
  if (!steps?.length) return null;
  const list = h("ul", {}, ...steps.map((step) => h("li", {}, stepWords(ctx, step))));
  return h("tr", { class: "steps" }, h("td", { colspan: "4" }, list));
}

function stepWords(ctx, step) {
  const points = step.points > 0 ? `+${number(step.points, 2)}` : number(step.points, 2);
  const kind = t(step.kind === "fatal" ? "fatalStep" : step.kind);
  const said = [h("b", { class: "points" }, points), " ", kind, " ", step.what, " "];
  return step.turn === null || step.turn === undefined
    ? said
    : [...said, toTurn(ctx, step.turn), " ", restsOn(ctx, step)];
}

// The words a step rests on, if it names any.
function restsOn(ctx, { turn, start, end }) {
  if (start === null || start === undefined) return null;
  return quoted(ctx, { turn, start, end, quote: slice(ctx.detail.turns[turn].text, start, end) });
}

const ruleName = (rule) => RUN.rules_info?.[rule]?.category_name ?? rule;
