// Findings as the page numbers them, and the chains they rest on.

// Findings in the order of the page: praise first. Problems are 1, 2, 3; praise is ★1, ★2.
function itemsOf(detail) {
  const order = (a, b) => a.turn - b.turn || a.start - b.start || a.end - b.end;
  const counts = { praise: 0, problem: 0 };
  const made = [...detail.findings].sort(order).map((finding) => {
    const group = finding.praise ? "praise" : "problem";
    const n = ++counts[group];
    const title = finding.praise
      ? finding.message.replace(/[。.]$/, "")
      : (RUN.rules_info?.[finding.rule]?.category_name ??
        RUN.categories?.[finding.category] ??
        finding.category);
    return {
      finding,
      title,
      n,
      key: finding.praise ? `p${n}` : String(n),
      label: finding.praise ? `★${n}` : String(n),
      kind: finding.praise ? "praise" : finding.severity,
      name: t(finding.praise ? "toPraise" : "toFinding", { n, what: title }),
      links: linksOf(finding),
    };
  });
  return [...made.filter((item) => item.finding.praise), ...made.filter((item) => !item.finding.praise)];
}

// The chain as the call goes, the finding's own words in their place.
function linksOf(finding) {
  const own = {
    turn: finding.turn,
    start: finding.start,
    end: finding.end,
    quote: finding.quote,
    as: "",
    label: "",
    own: true,
  };
  const all = (finding.evidence ?? []).map((link) => ({ ...link, own: false }));
  if (!all.length) return [];
  return [...all, own].sort((a, b) => a.turn - b.turn || a.start - b.start || Number(b.own) - Number(a.own));
}

function toTurn(ctx, turn, more = {}) {
  return h(
    "a",
    { class: "place", href: callHash(ctx.row, { turn }), "data-turn": turn, ...more },
    `#${turn} ${who(ctx, turn)}`,
  );
}

// Evidence that is a finding of its own is labelled with its rule.
const labelOf = ({ label }) => RUN.rules_info?.[label]?.category_name ?? label ?? "";

function chainList(ctx, links) {
  return h(
    "ol",
    { class: "chain" },
    links.map((link) =>
      h(
        "li",
        { class: link.own ? "own" : null },
        toTurn(ctx, link.turn),
        " ",
        h("span", { class: "what" }, link.own ? t("here") : fixed("kinds", link.as)),
        " ",
        mild(ctx, labelOf(link)),
        link.label && link.quote ? "：" : "",
        quoted(ctx, link),
      ),
    ),
  );
}
