// Single keys, for those who go through hundreds of calls; they can be switched off (WCAG 2.1.4).
let keysOn = true;
const KEYS = [
  ["?", "k_help"],
  ["/", "k_search"],
  ["o", "k_o"],
  ["l", "k_l"],
  ["j k", "k_jk"],
  ["Enter", "k_enter"],
  ["e E", "k_e"],
  ["Esc", "k_esc"],
  ["n p", "k_np"],
  ["x", "k_x"],
];

function buildKeys() {
  const off = h(
    "button",
    { type: "button", id: "keys-switch", "aria-pressed": String(keysOn), on: { click: switchKeys } },
    t("keysOn"),
  );
  fill(
    $("keys"),
    h("h2", { id: "keys-title" }, t("keysTitle")),
    h(
      "table",
      { class: "plain" },
      h("caption", { class: "unseen" }, t("keysTitle")),
      h(
        "tbody",
        {},
        KEYS.map(([keys, said]) =>
          h(
            "tr",
            {},
            h(
              "th",
              { scope: "row" },
              keys.split(" ").map((key) => [h("kbd", {}, key), " "]),
            ),
            h("td", {}, t(said)),
          ),
        ),
      ),
    ),
    h(
      "p",
      {},
      off,
      " ",
      h("button", { type: "button", id: "keys-close", on: { click: () => $("keys").close() } }, t("close")),
    ),
  );
}

function switchKeys() {
  keysOn = !keysOn;
  $("keys-switch").setAttribute("aria-pressed", String(keysOn));
  $("keys-switch").textContent = t(keysOn ? "keysOn" : "keysOff");
}

const typing = (target) => target.closest("input:not([type=checkbox]), select, textarea");

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || $("keys").open) return;
  if (event.key === "Escape") return escaped(event);
  if (typing(event.target)) return;
  if (event.key === "Enter") return entered(event);
  if (!keysOn) return;
  const done = DOES[event.key];
  if (!done) return;
  event.preventDefault();
  done();
}

const DOES = {
  "?": () => $("keys").showModal(),
  "/": () => {
    location.hash = listHash(state);
    afterwards = () => $("q").focus();
    if (onList()) $("q").focus();
  },
  o: () => {
    location.hash = "#overview";
  },
  l: () => {
    location.hash = listHash(state);
  },
  j: () => next(1),
  k: () => next(-1),
  e: () => walk(1),
  E: () => walk(-1),
  n: () => $("next-call")?.click(),
  p: () => $("prev-call")?.click(),
  x: () => tick(),
};

function next(by) {
  if (!$("call").hidden && opened) return nextFinding(by);
  const links = [
    ...document.querySelectorAll("#list:not([hidden]) a.open, #overview:not([hidden]) .first a"),
  ];
  const row = document.activeElement?.closest("tr[data-n]");
  const at = links.indexOf(row?.querySelector("a.open") ?? document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at < 0 ? 0 : at + by))]?.focus();
}

// The first press goes to the finding that is looked at, if one is nowhere among them yet.
function nextFinding(by) {
  const { items, current } = opened;
  if (!items.length) return;
  const at = items.indexOf(current);
  const there = $("call").querySelector(".finding:focus, .finding :focus") || origin;
  const to = there ? Math.max(0, Math.min(items.length - 1, at + by)) : Math.max(0, at);
  toFinding(items[to]);
}

function entered(event) {
  const finding = event.target;
  if (!finding.matches("#call .finding")) return;
  event.preventDefault();
  follow(itemOf(finding.dataset.item).finding.turn, finding);
}

function escaped(event) {
  if (event.target.id === "q" && state.q) return;
  if ($("call").hidden || typing(event.target)) return;
  if (!goBack()) location.hash = listHash(state);
}

function tick() {
  const row = document.activeElement?.closest("tr[data-n]");
  row?.querySelector("input[type=checkbox]")?.click();
}
