// The four parts: wording, attitude, duty, ending in time.
const PARTS = ["话术", "态度", "职责", "适时结束"];
const STATUS = { 做到: ["met", "✓"], 缺失: ["lacking", "✗"], 不适用: ["na", "–"], 未评: ["open", "?"] };

function statusSign(status) {
  const [name, sign] = STATUS[status] ?? ["na", "–"];
  return h(
    "span",
    { class: `status ${name}` },
    h("span", { "aria-hidden": "true" }, sign),
    " ",
    fixed("statuses", status),
  );
}

function diagnosis(ctx) {
  const parts = ctx.detail.diagnosis ?? [];
  if (!parts.some((part) => part.status !== "不适用")) return null;
  const id = `${ctx.prefix}diagnosis`;
  return h(
    "section",
    { class: "diagnosis", "aria-labelledby": id },
    h("h3", { id, tabindex: "-1" }, t("diagnosisLong")),
    h(
      "dl",
      {},
      parts.map((part) => [
        h("dt", {}, h("b", {}, fixed("aspects", part.name)), " ", statusSign(part.status)),
        h("dd", {}, partBody(ctx, part)),
      ]),
    ),
  );
}

function partBody(ctx, part) {
  const where =
    part.turn === null || part.turn === undefined
      ? null
      : h(
          "p",
          { class: "where" },
          toTurn(ctx, part.turn),
          " ",
          part.quote ? quoted(ctx, placed(ctx, part)) : null,
        );
  const chain = part.chain?.length
    ? h(
        "details",
        { class: "links" },
        h("summary", {}, t("chain", { count: part.chain.length })),
        chainList(ctx, part.chain),
      )
    : null;
  return [
    where,
    part.reason ? h("p", {}, part.reason) : null,
    part.suggestion ? h("p", { class: "instead" }, h("b", {}, t("should")), part.suggestion) : null,
    chain,
  ];
}

// A part of the diagnosis quotes without saying where in the turn.
function placed(ctx, part) {
  const { text } = ctx.detail.turns[part.turn] ?? { text: "" };
  const at = text.indexOf(part.quote);
  const start = at < 0 ? 0 : [...text.slice(0, at)].length;
  return { turn: part.turn, start, end: start + [...part.quote].length, quote: part.quote };
}

// The same in one cell of the worklist.
function diagnosisSigns(statuses) {
  if (!statuses.length) return "–";
  return h(
    "span",
    { class: "signs" },
    statuses.map((status, i) => {
      const [name, sign] = STATUS[status] ?? STATUS.不适用;
      const said = `${fixed("aspects", PARTS[i])} ${fixed("statuses", status)}`;
      return h(
        "span",
        { class: `status ${name}`, title: said },
        h("span", { "aria-hidden": "true" }, sign),
        unseen(`${said} `),
      );
    }),
  );
}
