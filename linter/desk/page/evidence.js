// From a finding to its words, along its chain, and back.
let origin = null;
let step = -1;

function forget() {
  origin = null;
  step = -1;
  drawBack();
}

// Look at a finding: its chain is marked in the dialogue, its evidence unfolded.
function select(item) {
  const ctx = opened;
  const before = ctx.current;
  if (before === item) return;
  ctx.current = item;
  step = -1;
  const touched = new Set([before, item].flatMap((one) => (one?.links ?? []).map((link) => link.turn)));
  for (const turn of touched) if ($(`said-${turn}`)) drawWords(ctx, turn, $(`said-${turn}`));
  for (const one of $("call").querySelectorAll(".finding")) {
    const now = one.dataset.item === item?.key;
    one.classList.toggle("current", now);
    const links = one.querySelector("details.links");
    if (links && now) links.open = true;
  }
}

const itemOf = (key) => opened?.items.find((item) => item.key === key);
const findingOf = (item) => $(`finding-${item.key}`);

function bring(element, block = "center") {
  element.scrollIntoView({
    block,
    behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
  });
  element.focus({ preventScroll: true });
}

// Where there is room for both, the words are brought beside what is said of them.
function toFinding(item) {
  select(item);
  forget();
  if (matchMedia("(min-width: 68rem)").matches)
    $(`turn-${item.finding.turn}`).scrollIntoView({ block: "center" });
  bring(findingOf(item), "nearest");
}

// To a turn, remembering where from.
function follow(turn, from) {
  const target = $(`turn-${turn}`);
  if (!target) return;
  if (from && !from.closest(".dialogue")) origin = from;
  for (const one of $("call").querySelectorAll(".turn.target")) one.classList.remove("target");
  target.classList.add("target");
  bring(target);
  drawBack();
}

function goBack() {
  if (!origin) return false;
  const to = origin;
  origin = null;
  bring(to.isConnected ? to : $("call-title"), "nearest");
  drawBack();
  return true;
}

function drawBack() {
  const button = $("back");
  button.hidden = !origin;
  if (!origin) return;
  const item = itemOf(origin.closest(".finding")?.dataset.item);
  button.textContent = item ? t(item.finding.praise ? "backPraise" : "back", { n: item.n }) : t("backPart");
}

// One link further along the chain of the finding that is looked at.
function walk(by) {
  const item = opened?.current;
  if (!item) return;
  const links = item.links.length ? item.links : [{ turn: item.finding.turn }];
  step = step < 0 ? (by > 0 ? 0 : links.length - 1) : (step + by + links.length) % links.length;
  follow(links[step].turn, origin ?? findingOf(item));
}

// What the address asks for within the call.
function reveal(said) {
  const item = said.has("finding") ? itemOf(said.get("finding")) : null;
  if (item) toFinding(item);
  else if (said.has("turn")) follow(said.get("turn"), null);
}

function clicked(event) {
  const link = event.target.closest("a[data-turn], a[data-item]");
  if (!link || !opened || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  if (link.dataset.item) return toFinding(itemOf(link.dataset.item));
  const item = itemOf(link.closest(".finding")?.dataset.item);
  if (item) select(item);
  follow(link.dataset.turn, link);
}
