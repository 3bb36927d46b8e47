/* Opens cells onto their quotes, and shows interviews with their codings beside them. Interview text goes into the page
   as text nodes only, never as markup. Offsets are code points, as in the files; JavaScript's strings count otherwise. */
const { words, signs, strings, columns, rows, cells, transcripts } =
  JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);
const indexById = new Map(rows.map((row, index) => [row[0], index]));
const column = Object.fromEntries(columns.map((name, c) => [name, c]));
const isText = columns.map((name) => !["id", "turn", "start", "end", "marks"].includes(name));

const quoteAt = (index) =>
  Object.fromEntries(rows[index].map((value, c) => [columns[c], isText[c] ? strings[value] : value]));
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
