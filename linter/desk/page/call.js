// One call: what went well, the diagnosis, the findings; beside them what was said.
let opened = null;

function contextOf(row, data, prefix = "") {
  const harsh = new Set();
  for (const turn of data.turns)
    for (const [start, end] of turn.load ?? []) if (end - start > 1) harsh.add(slice(turn.text, start, end));
  const speakers = new Set(data.turns.filter((turn) => turn.role === "agent").map((turn) => turn.speaker))
    .size;
  const nothingJudged =
    !data.findings.length && (data.unjudged ?? []).length > 0 && !Object.keys(data.scores ?? {}).length;
  return {
    row,
    detail: data,
    prefix,
    items: itemsOf(data),
    current: null,
    unfolded: false,
    speakers,
    nothingJudged,
    harsh: [...harsh].sort((a, b) => b.length - a.length),
  };
}

function facts(ctx) {
  const { row } = ctx;
  const said = [
    row.agent,
    row.team,
    row.channel ? fixed("channels", row.channel) : "",
    row.business,
    when(row),
    row.ms ? duration(row.ms) : "",
    row.path,
  ];
  return h(
    "p",
    { class: "muted facts" },
    said.filter(Boolean).map((fact) => h("span", {}, fact)),
  );
}

const reasonLine = (key, said) =>
  said ? h("p", { class: "reasons" }, h("b", {}, t(key), "："), said) : null;

function callHead(ctx) {
  const { row } = ctx;
  const scored = row.score === null || row.score === undefined ? "" : `${t("score")} ${number(row.score)}`;
  return h(
    "div",
    { class: "head" },
    h("h2", { id: `${ctx.prefix}call-title`, tabindex: "-1" }, t("call"), " ", row.id),
    facts(ctx),
    h(
      "p",
      { class: "badges" },
      scored ? h("span", { class: "badge" }, scored, row.band ? ` ${row.band}` : "") : null,
      " ",
      row.fatal ? badge("error", t("fatalStep")) : null,
    ),
    reasonLine("why", reasons(row, false)),
    reasonLine("worthWhy", reasons(row, true)),
  );
}

function callElement(ctx) {
  return h(
    "article",
    { class: "call", "aria-labelledby": `${ctx.prefix}call-title` },
    callHead(ctx),
    h(
      "div",
      { class: "sides" },
      h(
        "div",
        { class: "panel" },
        went(ctx),
        load(ctx),
        diagnosis(ctx),
        problems(ctx),
        score(ctx),
        unjudged(ctx),
        left(ctx),
        casting(ctx),
      ),
      dialogue(ctx),
    ),
  );
}

function toolbar(ctx) {
  const rows = visible();
  const at = rows.findIndex((row) => row.n === ctx.row.n);
  const step = (row, key, name) =>
    row
      ? h(
          "a",
          { class: "button", href: callHash(row), id: name, rel: key === "nextCall" ? "next" : "prev" },
          t(key),
        )
      : h("span", { class: "button off" }, t(key));
  const unfold =
    ctx.harsh.length || ctx.row.load
      ? h(
          "button",
          { type: "button", id: "unfold", "aria-pressed": "false", on: { click: unfoldAll } },
          t("unfoldAll"),
        )
      : null;
  return h(
    "nav",
    { class: "tools", "aria-label": t("neighbours") },
    h("a", { class: "button", href: listHash(state), id: "to-list" }, t("toList")),
    step(rows[at - 1], "prevCall", "prev-call"),
    step(at < 0 ? rows[0] : rows[at + 1], "nextCall", "next-call"),
    at < 0 ? null : h("span", { class: "muted" }, t("place", { place: at + 1, count: rows.length })),
    h("button", { type: "button", id: "print-this", on: { click: () => window.print() } }, t("printThis")),
    unfold,
  );
}

function unfoldAll() {
  opened.unfolded = !opened.unfolded;
  const button = $("unfold");
  button.setAttribute("aria-pressed", String(opened.unfolded));
  button.textContent = t(opened.unfolded ? "foldAll" : "unfoldAll");
  for (const one of $("call").querySelectorAll(".fold"))
    if (one.getAttribute("aria-expanded") !== String(opened.unfolded)) one.click();
}

async function showCall(said) {
  const row = calledRow(said);
  if (!row) return missingCall(said.get("call"));
  if (opened?.row.n !== row.n || !$("call").firstChild) {
    const data = await detail(row.n);
    if (calledRow(read(location.hash).said)?.n !== row.n) return null;
    opened = contextOf(row, data);
    forget();
    fill($("call"), toolbar(opened), callElement(opened));
    scrollTo(0, 0);
    select(opened.items.find((item) => !item.finding.praise) ?? opened.items[0] ?? null);
  }
  document.title = `${row.id} · ${RUN.title}`;
  reveal(said);
  return null;
}

function missingCall(id) {
  opened = null;
  fill(
    $("call"),
    h("p", { class: "problem" }, t("noCall", { id })),
    h("p", {}, h("a", { href: "#list" }, t("toList"))),
  );
}
