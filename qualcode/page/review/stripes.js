/* Stripes. */

const byPassage = new Map(passages.map((passage) => [passage, new Set()]));
const byTranscript = new Map();
for (const passage of passages) {
  if (!byTranscript.has(passage.transcript)) byTranscript.set(passage.transcript, []);
  byTranscript.get(passage.transcript).push(passage);
}
const passagesOf = (row) => (byTranscript.get(row.transcript) || []).filter((passage) => isIn(passage, row));

function addRow(row) {
  dropRow(row.id);
  rows.set(row.id, row);
  ordered = null;
  row.passages = passagesOf(row);
  for (const passage of row.passages) byPassage.get(passage).add(row);
}
function dropRow(id) {
  const row = rows.get(id);
  if (!row) return;
  for (const passage of row.passages) byPassage.get(passage).delete(row);
  rows.delete(id);
  ordered = null;
}

let showsRejected = recall("rejected", false);
let lastRow = null; // the coding that was at hand before words were selected
let at = null; // what is at hand: {row} or {span}, each with its passage
const isShown = (row) => showsRejected || row.status !== "rejected" || (at && at.row === row);
const colour = (id) => {
  const code = codeById.get(id);
  const number = code ? code.number : 7;
  return `h${number % 8} p${(number + Math.floor(number / 8)) % 5}`;
};
const shorten = (id) => id.split(".").slice(id.includes(".") ? 1 : 0).join(".");
function signOf(row) {
  const stand = { suggested: "?", accepted: "✓", edited: "✓", manual: "✓", rejected: "×" }[row.status];
  return `${row.disputed.length ? "≠" : stand} ${row.polarity === "contrary" ? "−" : ""}`;
}

/* Draws the stripes of some turns. All are measured before any is drawn, or each would be laid out anew for the next. */
function draw(some) {
  const measured = some.filter((passage) => passage.node).map(measureAll);
  for (const { passage, spans, boxes, quiet, width } of measured) {
    passage.isDrawn = true;
    for (const range of passage.coded || []) marks.coded.delete(range);
    passage.coded = spans.filter((row) => row.status !== "rejected").map((row) => rangeOf(passage, row));
    for (const range of passage.coded) marks.coded.add(range);
    const lanes = putInLanes(boxes);
    const step = Math.max(11, Math.min(104, width / Math.max(1, lanes)));
    passage.stripes.replaceChildren(...quiet.map(drawRead), ...boxes.map((box) => drawStripe(passage, box, step)));
  }
}
function measureAll(passage) {
  const top = passage.stripes.getBoundingClientRect().top;
  const spans = [...byPassage.get(passage)].filter(isShown);
  const quiet = (read.get(passage.transcript) || []).map(([start, end]) => ({ transcript: passage.transcript, start, end }))
    .filter((span) => isIn(passage, span));
  return { passage, spans, width: passage.stripes.clientWidth, boxes: spans.map((row) => measure(passage, row, top)),
    quiet: quiet.map((span) => measure(passage, span, top)) };
}
/* Sorts boxes from the top, gives each the first lane that is free, and says how many lanes there are. */
function putInLanes(boxes) {
  boxes.sort((one, other) => one.top - other.top || other.bottom - one.bottom || (one.row.start - other.row.start));
  const ends = [];
  for (const box of boxes) {
    let lane = ends.findIndex((end) => end <= box.top + 4);
    if (lane < 0) lane = ends.length;
    ends[lane] = box.bottom;
    box.lane = lane;
  }
  return ends.length;
}

/* Where a span's lines begin and end, down from the top of its turn. */
function measure(passage, span, top) {
  const rects = rangeOf(passage, span).getClientRects();
  const first = rects[0] || passage.said.getBoundingClientRect();
  const last = rects[rects.length - 1] || first;
  return { row: span, top: first.top - top, bottom: last.bottom - top };
}

function drawStripe(passage, { row, top, bottom, lane }, step) {
  const stripe = make("button", `stripe ${row.status} ${colour(row.code)}`);
  const whole = `${signOf(row)}${shorten(row.code)}${row.memos.length ? " ✎" : ""}`;
  const name = step > 64 ? whole : step > 34 ? signOf(row) + shorten(row.code).split(".")[0] : "";
  stripe.type = "button";
  stripe.tabIndex = -1;
  stripe.row = row;
  stripe.append(make("i", colour(row.code).split(" ")[1]), make("span", "", name));
  stripe.title = `${signOf(row)}${row.code} ${row.label} · ${words[row.status]}`;
  stripe.setAttribute("aria-label", stripe.title);
  Object.assign(stripe.style, { top: `${top}px`, height: `${bottom - top - 2}px`, left: `${lane * step}px`,
    width: `${step - 3}px` });
  if (at && at.row === row && at.passage === passage) stripe.classList.add("now");
  return stripe;
}

const isRead = (span) => (read.get(span.transcript) || []).some(([start, end]) => start === span.start && end === span.end);

/* A dotted line beside words that were read and given no code. */
function drawRead({ top, bottom }) {
  const line = make("i", "nothing");
  line.title = words.read;
  Object.assign(line.style, { top: `${top}px`, height: `${bottom - top - 2}px` });
  return line;
}

const watcher = new IntersectionObserver((entries) => {
  for (const entry of entries) entry.target.passage.isNear = entry.isIntersecting;
  draw(entries.map((entry) => entry.target.passage).filter((passage) => passage.isNear && !passage.isDrawn));
}, { rootMargin: "1200px 0px" });
passages.forEach((passage) => watcher.observe(passage.element));
function redraw(some) {
  for (const passage of some) passage.isDrawn = false;
  draw([...some].filter((passage) => passage.isNear));
}
let lastWidth = 0;
new ResizeObserver(([entry]) => {
  if (Math.abs(entry.contentRect.width - lastWidth) < 1) return;
  lastWidth = entry.contentRect.width;
  redraw(passages);
}).observe($("content"));
