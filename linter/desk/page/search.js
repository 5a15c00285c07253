// Words of the dialogues. Chunks are unpacked one after the other, and the page stays awake between.
const texts = [];
let searching = null;

const terms = (query) => query.toLowerCase().split(/\s+/).filter(Boolean);

const facing = (row) => [row.id, row.path, row.agent, row.team, row.business].join("\u0000").toLowerCase();

function holds(row, wanted) {
  const about = (row.facing ??= facing(row));
  const said = texts[row.n];
  return wanted.every((term) => about.includes(term) || (said !== undefined && said.includes(term)));
}

// Read what is not read yet; `progress` is told after every chunk, `done` at the end.
function readTexts(progress) {
  searching ??= (async () => {
    for (let n = 0; n < ROWS.length; n += CHUNK) {
      const details = await unpack(`chunk-${n / CHUNK}`);
      details.forEach(
        (one, i) =>
          (texts[n + i] = one.turns
            .map((turn) => turn.text)
            .join("\u0000")
            .toLowerCase()),
      );
      progress(Math.min(ROWS.length, n + CHUNK));
    }
  })();
  return searching;
}

const allRead = () => texts.length >= ROWS.length;

// The turn that has most of the words, with a little around one of them.
function found(row, wanted) {
  const said = texts[row.n];
  if (said === undefined) return null;
  let best = null;
  for (const [turn, text] of said.split("\u0000").entries()) {
    const there = wanted.filter((term) => text.includes(term));
    if (there.length > (best?.there.length ?? 0)) best = { turn, text, there };
  }
  if (!best) return null;
  const { turn, text } = best;
  const [term] = best.there;
  const at = text.indexOf(term);
  const from = Math.max(0, at - 12);
  return {
    turn,
    before: (from ? "…" : "") + text.slice(from, at),
    term,
    after: text.slice(at + term.length, at + term.length + 16),
  };
}
