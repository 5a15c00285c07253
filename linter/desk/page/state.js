// What is shown stands in the address, so that it can be sent to somebody and Back works.
const FILTERS = ["q", "show", "category", "part", "team", "agent", "band", "business"];
const PLAIN = {
  q: "",
  show: "",
  category: "",
  part: "",
  team: "",
  agent: "",
  band: "",
  business: "",
  sort: "priority",
  down: true,
  page: 1,
};
let ROWS = [];
let state = { ...PLAIN };
let ids = new Map();

function index(rows) {
  ROWS = rows;
  ids = new Map();
  for (const row of rows) ids.set(row.id, [...(ids.get(row.id) ?? []), row.n]);
}

function read(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const view = said.has("call") ? "call" : said.has("list") ? "list" : "overview";
  return { view, said };
}

function listState(said) {
  const found = { ...PLAIN };
  for (const name of FILTERS) found[name] = said.get(name) ?? "";
  found.sort = said.get("sort") ?? PLAIN.sort;
  found.down = said.get("up") === null;
  found.page = Math.max(1, Number.parseInt(said.get("page") ?? "1", 10) || 1);
  return found;
}

function listHash(from) {
  const said = new URLSearchParams();
  for (const name of FILTERS) if (from[name]) said.set(name, from[name]);
  if (from.sort !== PLAIN.sort) said.set("sort", from.sort);
  if (!from.down) said.set("up", "");
  if (from.page > 1) said.set("page", String(from.page));
  return `#list${said.size ? `&${said}` : ""}`;
}

// By id, which outlives a run; by number too where files have the same ids.
function callHash(row, more = {}) {
  const said = new URLSearchParams({ call: row.id });
  if (ids.get(row.id).length > 1) said.set("n", String(row.n));
  for (const [name, value] of Object.entries(more)) said.set(name, String(value));
  return `#${said}`;
}

// Where a call stands, when its id alone does not say which it is.
function whichOne(row) {
  if (ids.get(row.id).length < 2) return "";
  return row.line ? `${row.path}:${row.line}` : row.path;
}

function calledRow(said) {
  const all = ids.get(said.get("call")) ?? [];
  const n = Number.parseInt(said.get("n") ?? "", 10);
  return ROWS[all.includes(n) ? n : all[0]];
}
