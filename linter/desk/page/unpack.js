// The data in the file: the rows at once, the calls' details a chunk at a time.
const CHUNK = 40;
const KEPT = 4;
const unpacked = new Map();

const json = (id) => JSON.parse($(id).textContent);

async function unpack(id) {
  const element = $(id);
  if (!element) throw new Error(id);
  const text = atob(element.textContent);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

// Chunks used last are kept, so that going to and fro costs nothing and ten thousand calls no memory.
function chunk(number) {
  const known = unpacked.get(number) ?? unpack(`chunk-${number}`);
  unpacked.delete(number);
  unpacked.set(number, known);
  if (unpacked.size > KEPT) unpacked.delete(unpacked.keys().next().value);
  return known;
}

async function detail(n) {
  return (await chunk(Math.floor(n / CHUNK)))[n % CHUNK];
}
