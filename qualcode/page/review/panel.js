/* The panel. */

function showAtHand() {
  $("at-hand").hidden = !at;
  $("hint").hidden = Boolean(at);
  $("coding-acts").hidden = !(at && at.row);
  $("words-acts").hidden = !(at && at.span);
  $("move").hidden = !(lastRow && rows.has(lastRow.id));
  for (const name of ["now", "cue", "picked"]) mark(name, []);
  if (!at) return;
  if (at.passage && !("Highlight" in window)) { // an older browser: the words at hand are selected
    getSelection().removeAllRanges();
    getSelection().addRange(rangeOf(at.passage, at.row || at.span));
  }
  const name = $("code-name");
  $("quote").textContent = at.passage ? wordsOf(at.passage, at.row || at.span) : "";
  if (at.span) {
    name.replaceChildren(words.code_words);
    const turn = fill(words.turn, { turn: at.passage.turn });
    const here = [...byPassage.get(at.passage)].filter((row) => row.status !== "rejected" && overlaps(row, at.span));
    $("facts").textContent = [turn, ...here.map((row) => `${signOf(row)}${row.code} ${row.label}`)].join(" · ");
    if (at.span.end > at.span.start) mark("picked", [rangeOf(at.passage, at.span)]);
    for (const id of ["why", "links", "memos", "entry"]) $(id).hidden = true;
    return;
  }
  const row = at.row;
  const code = codeById.get(row.code);
  name.className = colour(row.code).split(" ")[0];
  name.replaceChildren(make("i", colour(row.code).split(" ")[1]), `${row.code} ${row.label}`);
  const facts = [`${row.polarity === "contrary" ? "−" : "+"} ${words[row.polarity]}`, words[row.status]];
  if (row.modality !== "actual") facts.push(words[row.modality]);
  if (row.decided.length) facts.push(fill(words.decided, { names: row.decided.join(", ") }));
  if (row.disputed.length) facts.push(fill(words.disputed, { names: row.disputed.join(", ") }));
  facts.push(fill(words.coder, { name: row.by }));
  $("facts").textContent = facts.join(" · ");
  mark("now", [rangeOf(at.passage, row)]);
  mark("cue", row.reasons.flatMap((reason) => shownBeside(at.passage)
    .filter((passage) => isIn(passage, { ...reason, transcript: row.transcript }))
    .map((passage) => rangeOf(passage, reason))));
  list("why", row.reasons.map((reason) => make("li", "", reason.why, ...(reason.said ? [make("br"),
    make("q", "", reason.said)] : []), make("small", "", reason.rule))));
  list("links", row.links.map((link) => make("li", "", `${link.way} ${link.end}`, ...(link.why ? [make("br"), link.why] : []),
    make("small", "", `${link.who}, ${clock(link.when, true)}`))));
  list("memos", row.memos.map((memo) => make("li", "", memo.text, make("small", "", `${memo.who}, ${clock(memo.when, true)}`))));
  $("entry").hidden = !code;
  const lines = !code ? [] : code.proposed ? [words.proposed] : codeById.get(code.of).entry;
  $("entry").lastElementChild.replaceChildren(...lines.map((line) => make("p", "", line)));
}
/* A queue shows one turn several times: what belongs to the one at hand is it and the question before it. */
function shownBeside(passage) {
  if (!data.stops) return byTranscript.get(passage.transcript);
  const question = passage.element.previousElementSibling;
  return [passage, ...(question && question.passage ? [question.passage] : [])];
}
function list(id, items) {
  $(id).hidden = !items.length;
  $(id).lastElementChild.replaceChildren(...items);
}
function clock(when, withDay) {
  const time = new Date(when);
  const two = (number) => String(number).padStart(2, "0");
  const day = withDay ? `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ` : "";
  return `${day}${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
}
const tell = (text) => { $("status").textContent = text; };
function alarm(text, ...buttons) {
  $("alarm").hidden = !text;
  $("alarm").firstElementChild.textContent = text || "";
  $("alarm").lastElementChild.replaceChildren(...buttons);
}
function button(text, act) {
  const element = make("button", "", text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

function showProgress() {
  let [waiting, total] = [0, 0];
  if (data.blind) {
    const shown = data.stops ? data.stops.map((stop, n) => ({ ...stop, transcript: passageOfStop(n).transcript })) : units;
    total = shown.length;
    waiting = shown.filter((unit) => !isDone(unit)).length;
  } else {
    const shown = data.stops ? data.stops.map((stop) => rows.get(stop.id)).filter(Boolean) : [...rows.values()];
    total = shown.filter((row) => row.open || row.coder !== data.coder).length;
    waiting = shown.filter((row) => row.open).length;
  }
  if (data.stops) [waiting, total] = [data.left - (total - waiting), data.left]; // the pages that come after count too
  $("progress").max = total || 1;
  $("progress").value = total - waiting;
  $("left").textContent = fill(data.blind ? words.units_left : words.left, { left: waiting, total });
}
