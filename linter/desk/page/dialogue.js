// What was said, turn by turn, with what was found in it.

function who(ctx, turn) {
  const { role, speaker } = ctx.detail.turns[turn] ?? { role: "unknown" };
  const named = role === "agent" && speaker && ctx.speakers > 1 ? ` ${speaker}` : "";
  return fixed("roles", role) + named;
}

function turnElement(ctx, turn) {
  const said = ctx.detail.turns[turn];
  const time =
    said.start_ms === null || said.start_ms === undefined
      ? null
      : h("span", { class: "time" }, clock(said.start_ms));
  const doubtful = ctx.detail.casting?.doubtful?.includes(turn)
    ? h("span", { class: "doubt", title: t("doubtful") }, "？")
    : null;
  const text = h("p", { class: "said", id: `${ctx.prefix}said-${turn}` });
  const element = h(
    "li",
    { class: `turn ${said.role}`, id: `${ctx.prefix}turn-${turn}`, "data-turn": turn, tabindex: "-1" },
    h(
      "p",
      { class: "who" },
      h("span", { class: "at" }, `#${turn}`),
      " ",
      h("b", {}, who(ctx, turn)),
      " ",
      time,
      doubtful,
    ),
    text,
  );
  drawWords(ctx, turn, text);
  const notes = ctx.items.filter((item) => item.finding.turn === turn).map((item) => note(ctx, item));
  if (notes.length) element.append(h("ul", { class: "notes" }, notes));
  return element;
}

function drawWords(ctx, turn, element) {
  const { text } = ctx.detail.turns[turn];
  if (text.trim()) fill(element, words(ctx, text, marksOf(ctx, turn)));
  else fill(element, h("span", { class: "muted" }, t("empty")));
}

function note(ctx, item) {
  return h(
    "li",
    {},
    h(
      "a",
      {
        class: `note ${item.kind} ${item.finding.certainty}`,
        href: callHash(ctx.row, { finding: item.key }),
        "data-item": item.key,
      },
      h("span", { class: `sign ${item.kind}`, "aria-hidden": "true" }, item.label),
      " ",
      item.title,
    ),
  );
}

// What the marks mean, in the marks themselves.
function legend() {
  const sample = (looks, said) => h("li", {}, h("mark", { class: looks }, t("sample")), " ", said);
  return h(
    "details",
    { class: "legend" },
    h("summary", {}, t("legend")),
    h(
      "ul",
      {},
      ["error", "warning", "info"].map((severity) =>
        sample(`certain ${severity}`, `${fixed("severities", severity)} ${t("sure")}`),
      ),
      sample("review warning", t("unsure")),
      sample("certain warning missing", t("missingHere")),
      sample("praise certain", t("praise")),
      sample("link", t("chainHere")),
    ),
  );
}

function dialogue(ctx) {
  return h(
    "section",
    { class: "dialogue", "aria-labelledby": `${ctx.prefix}dialogue` },
    h("h3", { id: `${ctx.prefix}dialogue` }, t("dialogue")),
    h("p", { class: "muted" }, t("numbering")),
    legend(),
    h(
      "ol",
      { class: "turns" },
      ctx.detail.turns.map((_, turn) => turnElement(ctx, turn)),
    ),
  );
}
