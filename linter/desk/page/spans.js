// Places in a turn count code points; the browser counts UTF-16.
const ASTRAL = /[\ud800-\udbff][\udc00-\udfff]/;

function points(text) {
  if (!ASTRAL.test(text)) return (point) => Math.max(0, Math.min(point, text.length));
  const at = [0];
  for (const character of text) at.push(at[at.length - 1] + character.length);
  return (point) => at[Math.max(0, Math.min(point, at.length - 1))];
}

function slice(text, start, end) {
  const at = points(text);
  return text.slice(at(start), at(end));
}

// Cut a text where any of its marks begins or ends: [{text, start, end, marks}], marks as given.
function segments(text, marks) {
  const at = points(text);
  const length = [...text].length;
  const within = marks.filter((mark) => mark.start < mark.end && mark.start < length);
  const cuts = new Set([0, length]);
  for (const mark of within) cuts.add(Math.max(0, mark.start)).add(Math.min(mark.end, length));
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => {
    const start = edges[i];
    return {
      start,
      end,
      text: text.slice(at(start), at(end)),
      marks: within.filter((m) => m.start <= start && end <= m.end),
    };
  });
}
