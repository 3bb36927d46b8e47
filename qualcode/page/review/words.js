/* Words and where they stand. */

const passages = [...document.querySelectorAll(".turn")].map((element) => {
  const said = element.querySelector(".words");
  const node = said.firstChild;
  const [start, end] = [Number(element.dataset.start), Number(element.dataset.end)];
  const text = node ? node.data : "";
  return { element, said, node, start, end, text, transcript: element.dataset.transcript, turn: element.dataset.turn,
    asks: element.classList.contains("interviewer"), stripes: element.querySelector(".stripes"),
    isPlain: text.length === end - start, isDrawn: false };
});
passages.forEach((passage) => { passage.element.passage = passage; });

/* From code points to a JavaScript string's own units and back; they differ where emoji stand. */
function toIndex(passage, point) {
  if (passage.isPlain) return point - passage.start;
  let index = 0;
  for (let left = point - passage.start; left > 0 && index < passage.text.length; left--) {
    index += passage.text.codePointAt(index) > 0xffff ? 2 : 1;
  }
  return index;
}
const toPoint = (passage, index) =>
  passage.start + (passage.isPlain ? index : [...passage.text.slice(0, index)].length);
const isIn = (passage, span) =>
  span.transcript === passage.transcript && passage.start <= span.start && span.end <= passage.end;
const findPassage = (span) => passages.find((passage) => isIn(passage, span));
const wordsOf = (passage, span) => passage.text.slice(toIndex(passage, span.start), toIndex(passage, span.end));

function rangeOf(passage, span) {
  const range = new Range();
  range.setStart(passage.node, toIndex(passage, span.start));
  range.setEnd(passage.node, toIndex(passage, span.end));
  return range;
}

const marks = {};
for (const name of ["coded", "found", "picked", "now", "cue"]) {
  marks[name] = "Highlight" in window ? new Highlight() : new Set();
  if ("Highlight" in window) {
    marks[name].priority = ["coded", "found", "picked", "now", "cue"].indexOf(name);
    CSS.highlights.set(name, marks[name]);
  }
}
function mark(name, ranges) {
  marks[name].clear();
  for (const range of ranges) marks[name].add(range);
}
