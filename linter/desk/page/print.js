// On paper nothing is folded away, except a customer's swearing, of which it is said how much it is,
// and the chains of the diagnosis, which are those of the findings once more.
const MOST = 100;
let folded = [];

function beforePrint() {
  folded = [...document.querySelectorAll("main details:not([open])")].filter(
    (one) => !one.closest(".diagnosis"),
  );
  for (const one of folded) one.open = true;
}

function afterPrint() {
  for (const one of folded) one.open = false;
  folded = [];
  document.body.classList.remove("set");
  $("print").replaceChildren();
}

// The chosen calls one after the other, as the list has them.
async function printChosen() {
  const rows = sorted(
    ROWS.filter((row) => chosen.has(row.n)),
    state,
  ).slice(0, MOST);
  const made = [];
  for (const row of rows) made.push(callElement(contextOf(row, await detail(row.n), `c${row.n}-`)));
  fill($("print"), chosen.size > MOST ? h("p", {}, t("tooMany", { most: MOST })) : null, made);
  document.body.classList.add("set");
  window.print();
}
