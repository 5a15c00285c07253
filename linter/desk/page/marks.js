// Words of a turn with what was found in them marked, and with swearing folded.

// The marks of a turn: findings, the chain of the one that is looked at, abuse, words searched for.
function marksOf(ctx, turn) {
  const marks = [];
  for (const item of ctx.items) {
    const { turn: at, start, end } = item.finding;
    if (at === turn) marks.push({ start, end, kind: "finding", item });
  }
  for (const [step, link] of (ctx.current?.links ?? []).entries()) {
    if (link.turn === turn && !link.own)
      marks.push({ start: link.start, end: link.end, kind: "link", step: step + 1 });
  }
  for (const [start, end] of ctx.detail.turns[turn].load ?? []) marks.push({ start, end, kind: "load" });
  return marks;
}

// Where findings overlap, words look like the surest of them.
function classes(marks) {
  const link = marks.some((mark) => mark.kind === "link") ? "link" : "";
  const found = marks.filter((mark) => mark.kind === "finding").map((mark) => mark.item);
  const missing = (item) => Boolean(item.finding.window?.length);
  const order = (item) => Number(missing(item)) * 2 + Number(item.finding.certainty !== "certain");
  const [first] = found.sort((a, b) => order(a) - order(b));
  return [link, ...(first ? [first.kind, first.finding.certainty, missing(first) ? "missing" : ""] : [])]
    .filter(Boolean)
    .join(" ");
}

// Marked words; those of a customer who swears are folded.
function words(ctx, text, marks) {
  const out = [];
  let folded = null;
  for (const part of segments(text, marks)) {
    const begun = part.marks.filter(
      (mark) => mark.start === part.start || (part.start === 0 && mark.start < 0),
    );
    const signs = begun.filter((mark) => mark.kind !== "load").map((mark) => sign(ctx, mark));
    const shown = part.marks.some((mark) => mark.kind === "finding" || mark.kind === "link");
    const said = shown ? h("mark", { class: classes(part.marks) }, part.text) : part.text;
    const load = part.marks.find((mark) => mark.kind === "load");
    if (!load) out.push(signs, said);
    else if (folded?.load === load) folded.words.append(...signs, said);
    else {
      folded = fold(ctx, slice(text, load.start, load.end), [...signs, said]);
      folded.load = load;
      out.push(folded.element);
    }
  }
  return out;
}

function sign(ctx, mark) {
  if (mark.kind === "link")
    return h("span", { class: "step" }, unseen(`${t("chain", { count: "" })} `), letter(mark.step));
  const { item } = mark;
  if (!item) return null;
  return h(
    "a",
    {
      class: `sign ${item.kind}`,
      href: callHash(ctx.row, { finding: item.key }),
      "data-item": item.key,
      "aria-label": item.name,
      title: item.name,
    },
    item.label,
  );
}

// Findings have numbers, the links of a chain letters.
function letter(step) {
  return step > 26
    ? letter(Math.floor((step - 1) / 26)) + letter(((step - 1) % 26) + 1)
    : String.fromCharCode(96 + step);
}

// Folded and still there: a button says how much it is and shows it.
function fold(ctx, text, children) {
  const count = [...text].length;
  const wordsShown = h("span", { class: "harsh" }, children);
  const button = h("button", { type: "button", class: "fold", "data-count": count });
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    wordsShown.hidden = !open;
    button.textContent = open ? t("refold") : t("fold", { count });
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") !== "true"));
  show(ctx.unfolded);
  return { element: h("span", { class: "folding" }, button, wordsShown), words: wordsShown };
}

// Words quoted outside the dialogue: as they stand in their turn, folded where they are there.
function quoted(ctx, { turn, start, end, quote }) {
  const said = ctx.detail.turns[turn];
  if (!quote) return null;
  const load = (said?.load ?? []).filter(([from, to]) => from < end && start < to);
  if (!load.length || slice(said.text, start, end) !== quote) return h("q", {}, mild(ctx, quote));
  const marks = load.map(([from, to]) => ({ start: from - start, end: to - start, kind: "load" }));
  return h("q", {}, words(ctx, quote, marks));
}

// Abuse that is repeated in what is said about it.
function mild(ctx, text) {
  let said = text;
  for (const harsh of ctx.harsh) said = said.split(harsh).join(t("hiddenWords"));
  return said;
}
