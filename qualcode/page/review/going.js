/* Going from one to the next. */

const inOrder = (one, other) => one.start - other.start || one.end - other.end || (one.code < other.code ? -1 : 1);
let ordered = null; // the codings in the order of the words, until one comes or goes
const listShown = () => {
  ordered ??= [...rows.values()].sort(inOrder);
  return ordered.filter(isShown);
};
const units = Object.entries(data.units).flatMap(([transcript, found]) =>
  found.map(([start, end]) => ({ transcript, start, end, passage: data.stops ? null : findPassage({ transcript, start, end }) })));
/* A queue's stops stand in the page's order; what was decided meanwhile keeps its stop. */
const stopElements = data.stops && [...document.querySelectorAll(".place")];
function passageOfStop(number) {
  let element = stopElements[number];
  let found = null;
  while ((element = element.nextElementSibling) && element.matches(".turn")) found = element.passage;
  return found;
}

let stopNumber = -1;
function stopAt(number) {
  const stop = data.stops[number];
  const passage = passageOfStop(number);
  stopNumber = number;
  const row = stop.id && rows.get(stop.id);
  if (row) return goTo({ row, passage });
  if (stop.id) return goTo({ span: { transcript: passage.transcript, start: passage.start, end: passage.start }, passage });
  return goTo({ span: { transcript: passage.transcript, start: stop.start, end: stop.end }, passage });
}
const isOpen = (stop) => (stop.id ? rows.has(stop.id) && (data.which !== "open" || rows.get(stop.id).open)
  : !isDone({ transcript: passageOfStop(data.stops.indexOf(stop)).transcript, start: stop.start, end: stop.end }));
const overlaps = (one, other) => one.transcript === other.transcript && one.start < other.end && other.start < one.end;
const rowsNear = (unit) => (unit.passage ? byPassage.get(unit.passage) : rows.values());
const isDone = (unit) => [...rowsNear(unit)].some((row) => row.status !== "rejected" && overlaps(row, unit)) ||
  (read.get(unit.transcript) || []).some(([start, end]) => start < unit.end && unit.start < end);

function step(by, onlyOpen) {
  if (data.stops) {
    let number = stopNumber + by;
    while (onlyOpen && data.stops[number] && !isOpen(data.stops[number])) number += by;
    if (data.stops[number]) return stopAt(number);
    return by > 0 ? leaveFor("next-page") : undefined;
  }
  if (data.blind) return stepUnit(by, onlyOpen);
  const list = listShown();
  let index = at && at.row ? list.indexOf(at.row) : findNear(list, by);
  index += at && at.row ? by : 0;
  while (onlyOpen && list[index] && !list[index].open) index += by;
  if (list[index]) goTo({ row: list[index] });
  else if (onlyOpen) tell(words.nothing_left);
}
function leaveFor(id) {
  const link = $(id);
  if (link && !data.stops) return;
  if (!link) return tell(words.nothing_left);
  return queue.then(() => $("alarm").hidden && location.assign(link.href)); // not before all is on the disk
}
/* Where to begin: at the selected words, else at what is on the screen. */
function findNear(list, by) {
  const top = at && at.span ? at.span.start : firstOnScreen();
  const index = list.findIndex((each) => each.start >= top);
  if (index < 0) return by > 0 ? list.length : list.length - 1;
  return by > 0 ? index : index - 1;
}
function firstOnScreen() {
  const passage = passages.find((each) => each.element.getBoundingClientRect().bottom > 120);
  return passage ? passage.start : 0;
}
function stepUnit(by, onlyOpen) {
  const here = at ? at.row || at.span : null;
  let index = here ? units.findIndex((unit) => overlaps(unit, here)) + by : findNear(units, by);
  if (here && at.span && index >= 0 && by > 0) while (units[index] && overlaps(units[index], here)) index += by;
  while (onlyOpen && units[index] && isDone(units[index])) index += by;
  const passage = units[index] && (units[index].passage || findPassage(units[index]));
  if (passage) goTo({ span: units[index], passage });
  else if (onlyOpen) tell(words.nothing_left);
}

function goTo(next, { scroll = true } = {}) {
  const before = at;
  if (at && at.row) lastRow = at.row;
  at = next;
  if (at.row) at.passage = at.passage && isIn(at.passage, at.row) ? at.passage : at.row.passages[0];
  if (before && before.row && before.row.status === "rejected" && !showsRejected) redraw([before.passage]);
  if (at.row && at.row.status === "rejected" && !showsRejected) redraw([at.passage]);
  showAtHand();
  if (!at.passage) return;
  if (scroll) bringIntoView(at.passage, at.row || at.span);
  if (!at.passage.isDrawn) draw([at.passage]);
  for (const stripe of document.querySelectorAll(".stripe.now")) {
    stripe.classList.remove("now");
    stripe.tabIndex = -1;
  }
  const own = at.row && [...at.passage.stripes.children].find((stripe) => stripe.row === at.row);
  if (own) {
    own.classList.add("now");
    own.tabIndex = 0;
    own.focus({ preventScroll: true });
  } else if (document.activeElement && document.activeElement.matches(".stripe")) document.activeElement.blur();
  keep(`at:${place}`, { id: at.row && at.row.id, span: at.span && spanOf(at.span), stop: stopNumber });
}

function bringIntoView(passage, span) {
  const box = rangeOf(passage, span).getBoundingClientRect();
  const panel = getComputedStyle($("panel")).position === "fixed" ? $("panel").offsetHeight : 0;
  const [top, bottom] = [90, innerHeight - panel - 40];
  if (box.top >= top && box.bottom <= bottom) return;
  scrollBy({ top: box.top - top - (bottom - top) / 4, behavior: "instant" });
}
