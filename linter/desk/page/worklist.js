// The worklist: a table, fifty calls a page.
const PAGE = 50;
const chosen = new Set();

function buildList() {
  fill(
    $("list"),
    h("h2", { id: "list-title", tabindex: "-1" }, t("list")),
    h("p", { class: "lists" }, lists()),
    h("details", {}, h("summary", {}, t("how")), h("p", { id: "how" })),
    filterForm(),
    h(
      "div",
      { class: "status" },
      h("p", { id: "count", role: "status" }),
      h("p", { id: "progress", class: "muted" }),
      h("div", { id: "chosen" }),
    ),
    h("div", { id: "table" }),
    h("nav", { id: "pager", "aria-label": t("pager") }),
  );
}

// Two lists: what to listen to, and what to show to others.
const worthShowing = () => state.sort === "show";
const WORTH = { ...PLAIN, show: "worth", sort: "show" };

function lists() {
  if (!ROWS.some((row) => row.show > 0)) return null;
  return [
    h("a", { href: listHash(PLAIN), id: "to-first" }, t("firstList")),
    " ",
    h("a", { href: listHash(WORTH), id: "to-worth" }, t("worth")),
  ];
}

function drawLists() {
  const worth = worthShowing();
  for (const [id, now] of [
    ["to-first", !worth],
    ["to-worth", worth],
  ])
    if ($(id)) now ? $(id).setAttribute("aria-current", "page") : $(id).removeAttribute("aria-current");
  fill($("how"), (worth ? RUN.showing : RUN.priority) ?? "");
}

function showList() {
  drawLists();
  document.title = RUN.title;
  showFilters();
  drawList();
  if (!terms(state.q).length) return fill($("progress"));
  if (allRead()) return fill($("progress"), t("searched", { all: ROWS.length }));
  let last = 0;
  readTexts((done) => {
    fill($("progress"), t("searching", { done, all: ROWS.length }));
    // Not after every chunk: a table is drawn more slowly than a chunk is read.
    if (done - last > ROWS.length / 8) {
      last = done;
      if (onList()) drawList();
    }
  }).then(
    () => {
      fill($("progress"), t("searched", { all: ROWS.length }));
      if (onList()) drawList();
    },
    (error) => fill($("progress"), t("broken", { why: error.message })),
  );
  return null;
}

const onList = () => !$("list").hidden;

function drawList() {
  refilter();
  const pages = Math.max(1, Math.ceil(shownRows.length / PAGE));
  state.page = Math.min(state.page, pages);
  const rows = shownRows.slice((state.page - 1) * PAGE, state.page * PAGE);
  fill(
    $("count"),
    shownRows.length ? t("found", { count: shownRows.length, page: state.page, pages }) : t("none"),
  );
  const at = document.activeElement?.dataset?.key;
  fill($("table"), rows.length ? tableOf(rows, (state.page - 1) * PAGE) : null);
  if (at)
    $("table")
      .querySelector(`[data-key="${CSS.escape(at)}"]`)
      ?.focus();
  drawPager(pages);
  drawChosen();
}

function drawPager(pages) {
  const to = (page, key) =>
    h(
      "button",
      {
        type: "button",
        class: "button",
        "data-key": key,
        disabled: page < 1 || page > pages,
        on: { click: () => turnPage(page, key) },
      },
      t(key),
    );
  fill(
    $("pager"),
    pages > 1
      ? [to(state.page - 1, "prev"), h("span", {}, `${state.page} / ${pages}`), to(state.page + 1, "next")]
      : null,
  );
}

// Another page is a step one can go back from.
function turnPage(page, key) {
  state = { ...state, page };
  history.pushState(null, "", listHash(state));
  drawList();
  const button = $("pager").querySelector(`[data-key="${key}"]:not(:disabled)`);
  (button ?? $("list-title")).focus({ preventScroll: true });
  $("list-title").scrollIntoView();
}

function choose(row, on) {
  if (on) chosen.add(row.n);
  else chosen.delete(row.n);
  drawChosen();
}

function drawChosen() {
  const none = () => {
    chosen.clear();
    drawList();
  };
  fill(
    $("chosen"),
    chosen.size
      ? [
          h("span", { role: "status" }, t("chosen", { count: chosen.size })),
          " ",
          h("button", { type: "button", id: "print-chosen", on: { click: printChosen } }, t("printChosen")),
          " ",
          h("button", { type: "button", on: { click: none } }, t("unchoose")),
        ]
      : null,
  );
}
