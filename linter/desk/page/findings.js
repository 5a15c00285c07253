// What was found, each with what it rests on, and the links between that and the dialogue.

function badge(kind, said) {
  return h("span", { class: `badge ${kind}` }, shape(kind), " ", said);
}

function findingElement(ctx, item) {
  const { finding } = item;
  const id = `${ctx.prefix}finding-${item.key}`;
  const sure = finding.certainty === "certain";
  const title = h(
    "h4",
    { id: `${id}-title` },
    h("span", { class: `sign ${item.kind}` }, item.label),
    " ",
    item.title,
  );
  const badges = h(
    "p",
    { class: "badges" },
    item.finding.praise
      ? badge("praise", t("praise"))
      : badge(finding.severity, fixed("severities", finding.severity)),
    " ",
    h(
      "span",
      { class: `badge sure ${finding.certainty}` },
      sure ? "✔ " : "◇ ",
      sure ? t("sure") : t("unsure"),
    ),
    " ",
    finding.late ? h("span", { class: "badge" }, t("late")) : null,
    " ",
    h("code", {}, finding.rule),
  );
  const line = (key, text) => (text ? h("p", { class: key }, h("b", {}, t(key)), text) : null);
  const window = finding.window?.length
    ? h(
        "p",
        { class: "muted" },
        t("searchedIn", { turns: finding.window.map((turn) => `#${turn}`).join(" ") }),
      )
    : null;
  const chain = item.links.length
    ? h(
        "details",
        { class: "links" },
        h("summary", {}, t("chain", { count: item.links.length })),
        chainList(ctx, item.links),
      )
    : null;
  return h(
    "article",
    {
      class: `finding ${item.kind} ${finding.certainty}`,
      id,
      tabindex: "-1",
      "data-item": item.key,
      "aria-labelledby": `${id}-title`,
    },
    title,
    badges,
    h("p", { class: "where" }, toTurn(ctx, finding.turn), " ", quoted(ctx, finding)),
    finding.praise ? null : h("p", {}, finding.message),
    line("because", finding.why),
    finding.praise ? h("p", {}, finding.suggestion) : line("instead", finding.suggestion),
    window,
    chain,
  );
}

function problems(ctx) {
  const found = ctx.items.filter((item) => !item.finding.praise);
  const none = ctx.nothingJudged ? t("nothingJudged") : t("noFindings");
  return h(
    "section",
    { "aria-labelledby": `${ctx.prefix}findings` },
    h("h3", { id: `${ctx.prefix}findings` }, t("findings")),
    found.length ? found.map((item) => findingElement(ctx, item)) : h("p", {}, none),
  );
}

function went(ctx) {
  const praised = ctx.items.filter((item) => item.finding.praise);
  const parts = (ctx.detail.diagnosis ?? []).filter((part) => part.status === "做到");
  const met = metList(ctx);
  if (!praised.length && !parts.length && !met) return null;
  return h(
    "section",
    { class: "went", "aria-labelledby": `${ctx.prefix}went` },
    h("h3", { id: `${ctx.prefix}went` }, t("went")),
    parts.length
      ? h(
          "p",
          {},
          parts.map((part) => h("span", { class: "badge praise" }, "✓ ", fixed("aspects", part.name))),
        )
      : null,
    praised.map((item) => findingElement(ctx, item)),
    met,
  );
}

// What was done, with the turns it was done in.
function metList(ctx) {
  const places = new Map();
  for (const { rule, turn } of ctx.detail.met ?? [])
    places.set(doneWords(rule), [...(places.get(doneWords(rule)) ?? []), turn]);
  if (!places.size) return null;
  return h(
    "p",
    { class: "met" },
    h("b", {}, t("metAlso")),
    [...places].map(([said, turns], i) => [
      i ? semicolon() : "",
      said,
      [...new Set(turns)].filter((turn) => turn !== null).map((turn) => [" ", toTurn(ctx, turn)]),
    ]),
  );
}

// Categories are named by what is wrong: 缺少开头语 is not there where there is a 开头语.
function doneWords(rule) {
  const known = RUN.rules_info?.[rule];
  const name = known?.category_name ?? rule;
  return known?.met ?? (name.startsWith("缺少") ? name.slice(2) : t("notThere", { what: name }));
}
