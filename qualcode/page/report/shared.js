/* Opens cells onto their quotes, and shows interviews with their codings beside them. Interview text goes into the page
   as text nodes only, never as markup. Offsets are code points, as in the files; JavaScript's strings count otherwise. */
const { words, signs, strings, said, judged, columns: own, rows: written, lists, cells: opened, transcripts, beside } =
  JSON.parse(document.getElementById("data").textContent);
/* A quote a row: what it has in common with others stands in the data once. */
const columns = [...said.columns, ...judged.columns, ...own];
const rows = written.map(([s, j, ...row]) => [...said.rows[s], ...judged.rows[j], ...row]);
/* The list of quotes of each cell that opens, by the cell's anchor. */
const cells = Object.fromEntries(Array.from(document.querySelectorAll("td.opens"), (cell, n) => [cell.id, opened[n]]));
const $ = (id) => document.getElementById(id);
const column = Object.fromEntries(columns.map((name, c) => [name, c]));
const indexById = new Map(rows.map((row, index) => [row[column.id], index]));
const isText = columns.map((name) => !["id", "turn", "start", "length", "marks", "lead", "trail"].includes(name));

/* Interviews by their names; a text with letters beyond JavaScript's sixteen bits is cut by code points. */
const interviews = new Map(transcripts.map(([name, text, turns]) => [name, { text, turns }]));
function cutOut(name, start, end) {
  const interview = interviews.get(name);
  if (interview.points === undefined) {
    interview.points = /[\ud800-\udfff]/.test(interview.text) ? Array.from(interview.text) : null;
  }
  return interview.points ? interview.points.slice(start, end).join("") : interview.text.slice(start, end);
}

const isPlaced = columns.includes("lead");
const wordsOf = (row) => (isPlaced
  ? cutOut(strings[row[column.transcript]], row[column.start], row[column.start] + row[column.length])
  : strings[row[column.quote]]);

function quoteAt(index) {
  const row = rows[index];
  const quote = Object.fromEntries(row.map((value, c) => [columns[c], isText[c] ? strings[value] : value]));
  quote.end = quote.start + quote.length;
  if (!isPlaced) return quote;
  const cut = (start, end) => cutOut(quote.transcript, start, end);
  return { ...quote, before: cut(quote.start - quote.lead, quote.start), quote: wordsOf(row),
    after: cut(quote.end, quote.end + quote.trail) };
}
/* The places in `rows` of the codings behind a cell, which the data hold as steps from one to the next. */
function findRows(anchor) {
  let place = 0;
  return lists[cells[anchor]].map((step) => (place += step));
}

const nameCoder = (coder) => (coder === "rules" ? words.machine : coder);
const kindOf = (quote) => (quote.polarity === "supporting" ? "evidence" : "contrary");

function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function link(target, text) {
  const element = make("a", "", text);
  element.href = "#" + target;
  return element;
}
