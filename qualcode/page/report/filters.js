/* What is shown of quotes and interviews: one form for both. */
const PRINTED = 2000;
const form = $("filters");
const list = $("list");

function fillChoices(select, name, label) {
  const values = new Set(rows.map((row) => row[column[name]]));
  const options = [...values].map((value) => [strings[value], label(strings[value])]);
  options.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  for (const [value, text] of options) select.append(new Option(text, value));
}

const FIELDS = { code: "counted", case: "case", polarity: "polarity", coder: "coder", status: "status" };

/* The places of the codings that the form lets through. */
function findWanted() {
  const text = form.elements.text.value.toLowerCase();
  const wanted = Object.entries(FIELDS).filter(([field]) => form.elements[field].value)
    .map(([field, name]) => [column[name], form.elements[field].value]);
  const found = [];
  rows.forEach((row, index) => {
    if (wanted.every(([c, value]) => strings[row[c]] === value) &&
        (!text || wordsOf(row).toLowerCase().includes(text))) found.push(index);
  });
  return found;
}

function drawWanted(most) {
  const found = findWanted();
  const name = form.elements.view.value;
  form.elements.found.textContent = `${found.length} / ${rows.length}`;
  if (interviews.has(name)) {
    drawInterview(list, name, found);
  } else {
    shownTurns.clear();
    drawList(list, found, most);
  }
}

/* Shows the interview that holds a coding, with the words in the middle of the window. */
function showSaid(id) {
  const quote = quoteAt(indexById.get(id));
  form.reset();
  form.elements.view.value = quote.transcript;
  drawWanted();
  const turn = shownTurns.get(quote.turn);
  const coding = turn.codings.find((each) => each.id === id);
  coding.stripe.scrollIntoView({ block: "center", behavior: "instant" });
  coding.stripe.focus({ preventScroll: true });
  light(coding, true); // a window in the background is told of no focus
}

if (form) {
  for (const name of interviews.keys()) form.elements.view.append(new Option(name, name));
  form.elements.view.closest("label").hidden = !interviews.size;
  const named = { polarity: (value) => words[value], status: (value) => words[value], coder: nameCoder };
  for (const [field, name] of Object.entries(FIELDS)) {
    fillChoices(form.elements[field], name, named[field] || ((value) => value));
  }
  form.hidden = false;
  form.addEventListener("input", () => drawWanted());
  form.addEventListener("submit", (event) => event.preventDefault());
  drawWanted();
  watchWidth(list);
  addEventListener("beforeprint", () => drawWanted(PRINTED));
}
