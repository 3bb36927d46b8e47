/* Selecting words: whole words, with Alt just what was selected. */

const WORD = /[\p{L}\p{N}\p{M}_'’-]/u;
function snap(text, start, end) {
  while (start > 0 && WORD.test(text[start - 1]) && WORD.test(text[start])) start--;
  while (end < text.length && WORD.test(text[end]) && WORD.test(text[end - 1])) end++;
  return [start, end];
}
function trim(text, start, end) {
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return [start, end];
}
function pick(passage, start, end, isExact) {
  [start, end] = trim(passage.text, start, end);
  if (!isExact && start < end) [start, end] = snap(passage.text, start, end);
  if (start >= end) return;
  const span = { transcript: passage.transcript, start: toPoint(passage, start), end: toPoint(passage, end) };
  goTo({ span, passage }, { scroll: false });
}
function indexIn(passage, node, offset) {
  if (node === passage.node) return offset;
  const range = new Range();
  range.setStart(passage.node, 0);
  range.setEnd(passage.node, passage.text.length);
  return range.comparePoint(node, offset) < 0 ? 0 : passage.text.length;
}
/* The selected words, where they are words of an interview; the selection itself goes, unless it has handles to drag. */
function takeSelection(isExact, keepsHandles) {
  const selection = getSelection();
  const first = selection.rangeCount && !selection.isCollapsed && selection.getRangeAt(0);
  if (!first || !$("content").contains(first.commonAncestorContainer)) return;
  const turn = holderOf(first).closest(".turn");
  const passage = turn && turn.passage.node ? turn.passage : passages.find((each) => first.intersectsNode(each.said));
  if (!passage || !passage.node) return;
  const start = indexIn(passage, first.startContainer, first.startOffset);
  const end = indexIn(passage, first.endContainer, first.endOffset);
  const goesOn = !passage.said.contains(first.endContainer) && passages.some((each) => each !== passage && first.intersectsNode(each.said));
  if (!keepsHandles) selection.removeAllRanges();
  pick(passage, start, end, isExact);
  if (goesOn) tell(words.one_turn);
}
const holderOf = (range) =>
  (range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentNode : range.startContainer);
document.addEventListener("mouseup", (event) => {
  const selection = getSelection();
  if (isTouched || !selection.rangeCount || !event.target.closest || !event.target.closest("main")) return;
  if (!selection.isCollapsed) return takeSelection(event.altKey, false);
  const first = selection.getRangeAt(0);
  const turn = holderOf(first).closest(".turn");
  if (turn && turn.passage.node === first.startContainer && event.target.closest(".words")) clickAt(turn.passage, first.startOffset);
});
/* A finger selects by holding and by dragging the handles, and no mouse is ever let go: what has stood still is taken. */
let isTouched = false;
let settling = 0;
document.addEventListener("pointerdown", (event) => { isTouched = event.pointerType === "touch"; });
document.addEventListener("selectionchange", () => {
  clearTimeout(settling);
  if (isTouched && "Highlight" in window) settling = setTimeout(() => takeSelection(false, true), 300);
});
document.addEventListener("click", (event) => {
  const said = isTouched && event.target.closest(".words");
  const spot = said && findLetter(event.clientX, event.clientY);
  if (spot && said.firstChild === spot.node) clickAt(said.closest(".turn").passage, spot.offset);
});
function findLetter(x, y) {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
/* A click on coded words goes to their coding, the shortest first, one after the other. */
function clickAt(passage, index) {
  const point = toPoint(passage, index);
  const here = [...byPassage.get(passage)].filter((row) => isShown(row) && row.start <= point && point < row.end);
  here.sort((one, other) => one.end - one.start - (other.end - other.start) || inOrder(one, other));
  const next = here[(here.indexOf(at && at.row) + 1) % here.length];
  if (next) goTo({ row: next, passage }, { scroll: false });
}
/* Shift and arrows: right and left move the end, down and up the begin; a word, with Alt a character. */
function stretch(key, isExact) {
  const { passage, span } = at;
  const text = passage.text;
  let [start, end] = [toIndex(passage, span.start), toIndex(passage, span.end)];
  const forth = (index) => (isExact ? index + 1 : nextEdge(text, index, 1));
  const back = (index) => (isExact ? index - 1 : nextEdge(text, index, -1));
  if (key === "ArrowRight") end = Math.min(text.length, forth(end));
  if (key === "ArrowLeft") end = Math.max(start + 1, back(end));
  if (key === "ArrowDown") start = Math.min(end - 1, forth(start));
  if (key === "ArrowUp") start = Math.max(0, back(start));
  pick(passage, start, end, isExact);
}
function nextEdge(text, index, by) {
  const isWord = (at) => WORD.test(text[at] || "");
  const ahead = () => (by > 0 ? index : index - 1);
  while (index > 0 - (by > 0) && index < text.length + (by < 0) && !isWord(ahead()) && text[ahead()] !== undefined) index += by;
  while (text[ahead()] !== undefined && isWord(ahead())) index += by;
  return index;
}
