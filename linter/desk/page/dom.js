// Elements. What comes from the data gets in as text or as the value of an attribute, never as markup.
const $ = (id) => document.getElementById(id);

function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on")
      for (const [event, done] of Object.entries(value)) element.addEventListener(event, done);
    else if (name === "value" || name === "checked" || name === "indeterminate") element[name] = value;
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""),
  );
  return element;
}

function fill(element, ...children) {
  element.replaceChildren(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""),
  );
  return element;
}

// A word for those who do not see a shape.
const unseen = (text) => h("span", { class: "unseen" }, text);

// Shapes, so that nothing is told by colour alone.
const SHAPES = { error: "■", warning: "▲", info: "●", review: "◇", praise: "★", load: "♥" };
const shape = (kind) => h("span", { class: `shape ${kind}`, "aria-hidden": "true" }, SHAPES[kind]);

const number = (value, digits = 1) =>
  value === null || value === undefined ? "–" : String(Math.round(value * 10 ** digits) / 10 ** digits);

function duration(ms) {
  const seconds = Math.round(ms / 1000);
  return t("minutes", { m: Math.floor(seconds / 60), s: seconds % 60 });
}

function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

// To the minute, as the clock where the call was made had it.
const when = (row) => (row.started_at ?? "").slice(0, 16).replace("T", " ");
