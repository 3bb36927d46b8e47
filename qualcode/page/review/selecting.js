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
document.addEventListener("mouseup", (event) => {
  const selection = getSelection();
  const first = selection.rangeCount && selection.getRangeAt(0);
  const home = event.target.closest && event.target.closest("main");
  if (!first || !home) return;
  const holder = first.startContainer.nodeType === Node.TEXT_NODE ? first.startContainer.parentNode : first.startContainer;
  const turn = holder.closest(".turn");
  if (selection.isCollapsed) {
    if (turn && turn.passage.node === first.startContainer && event.target.closest(".words")) clickAt(turn.passage, first.startOffset);
    return;
  }
  const passage = turn && turn.passage.node ? turn.passage : passages.find((each) => first.intersectsNode(each.said));
  if (!passage || !passage.node) return;
  const start = indexIn(passage, first.startContainer, first.startOffset);
  const end = indexIn(passage, first.endContainer, first.endOffset);
  const goesOn = !passage.said.contains(first.endContainer) && passages.some((each) => each !== passage && first.intersectsNode(each.said));
  selection.removeAllRanges();
  pick(passage, start, end, event.altKey);
  if (goesOn) tell(words.one_turn);
});
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
