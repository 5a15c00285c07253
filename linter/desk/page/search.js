// Words of the dialogues. Chunks are unpacked one after the other, and the page stays awake between.
const texts = [];
// What a row shows of them: as it was said, with customers' swearing folded; only where it differs.
const faces = new Map();
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
      details.forEach(({ turns }, i) => {
        const said = turns.map((turn) => turn.text).join("\u0000");
        const face = turns.map(faceOf).join("\u0000");
        texts[n + i] = said.toLowerCase();
        if (face !== texts[n + i] && face.length === texts[n + i].length) faces.set(n + i, face);
      });
      progress(Math.min(ROWS.length, n + CHUNK));
    }
  })();
  return searching;
}

function faceOf({ text, load }) {
  if (!load?.length) return text;
  const signs = [...text];
  for (const [start, end] of load)
    for (let at = start; at < end; at++) signs[at] = "＊".repeat(signs[at].length);
  return signs.join("");
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
  const { turn } = best;
  const [term] = best.there;
  const at = best.text.indexOf(term);
  const text = faces.get(row.n)?.split("\u0000")[turn] ?? best.text;
  const from = Math.max(0, at - 12);
  return {
    turn,
    before: (from ? "…" : "") + text.slice(from, at),
    term: text.slice(at, at + term.length),
    after: text.slice(at + term.length, at + term.length + 16),
  };
}
