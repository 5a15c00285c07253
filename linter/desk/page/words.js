// What the page says. Words it has in common with the other reports come with the data.
let RUN = {};
let FIXED = {};

function t(key, values = {}) {
  return (SAID[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

function fixed(kind, key) {
  const table = FIXED[kind] ?? {};
  return Object.hasOwn(table, key) ? table[key] : key;
}
