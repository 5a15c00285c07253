// What the address says is shown.
let afterwards = null;
const VIEWS = ["overview", "list", "call"];

function about() {
  const { rules } = RUN;
  const said = [
    rules ? t("about", rules) : "",
    RUN.scheme ? t("scheme", RUN.scheme) : "",
    RUN.masked ? t("masked") : "",
    RUN.agents === "pseudonyms" ? t("pseudonyms") : RUN.agents === "hidden" ? t("hidden") : "",
  ];
  fill($("about"), said.filter(Boolean).join(" · "));
  fill(
    $("views"),
    h("a", { href: "#overview", id: "go-overview" }, t("overview")),
    h("a", { href: "#list", id: "go-list" }, t("list")),
    h(
      "button",
      { type: "button", id: "go-keys", on: { click: () => $("keys").showModal() } },
      t("keys"),
      " ",
      h("kbd", { "aria-hidden": "true" }, "?"),
    ),
  );
  $("views").setAttribute("aria-label", t("views"));
  fill($("skip"), t("skip"));
  fill($("foot"), h("p", {}, t("made")), RUN.rules?.name ? h("p", {}, t("packs"), RUN.rules.name) : null);
}

async function show(moved) {
  const { view, said } = read(location.hash);
  if (view === "list") state = listState(said);
  for (const name of VIEWS) $(name).hidden = name !== view;
  for (const name of ["overview", "list"]) $(`go-${name}`).toggleAttribute("aria-current", false);
  $(`go-${view}`)?.setAttribute("aria-current", "page");
  document.body.dataset.view = view;
  forget();
  if (view === "list") {
    showList();
    $("go-list").href = listHash(state);
  } else if (view === "call") await showCall(said);
  else document.title = RUN.title;
  if (moved && !said.has("turn") && !said.has("finding")) arrive(view);
  afterwards?.();
  afterwards = null;
}

// Whoever goes somewhere by keyboard or ear is there: at the heading; back in the list, at the call.
function arrive(view) {
  const row = view === "list" && opened ? document.querySelector(`[data-key="open-${opened.row.n}"]`) : null;
  (row ?? $(`${view}-title`))?.focus({ preventScroll: !row });
  if (!row) scrollTo(0, 0);
}

// The address says what is shown; skipping must not change it.
function skipped(event) {
  event.preventDefault();
  $("main").focus();
}

function broken(error) {
  fill($("wait"), t("broken", { why: error.message }));
  $("wait").hidden = false;
  $("wait").classList.add("problem");
}

async function start() {
  RUN = json("run");
  FIXED = json("words");
  if (typeof DecompressionStream === "undefined") return fill($("wait"), t("old")).classList.add("problem");
  index(await unpack("rows"));
  about();
  refilter();
  buildOverview();
  buildList();
  buildKeys();
  $("wait").hidden = true;
  addEventListener("hashchange", () => show(true).catch(broken));
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
  addEventListener("keydown", pressed);
  $("main").addEventListener("click", clicked);
  $("back").addEventListener("click", goBack);
  $("skip").addEventListener("click", skipped);
  await show(false);
  document.body.dataset.ready = "";
  return null;
}

start().catch(broken);
