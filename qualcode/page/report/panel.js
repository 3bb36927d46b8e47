/* The panel in which a cell or a quote is opened. */
const panel = $("panel");
let openedFrom = null;

function openPanel(heading, id, indices) {
  $("panel-title").textContent = heading;
  $("panel-id").textContent = id;
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("open");
  drawList($("panel-quotes"), indices);
  $("panel-title").focus({ preventScroll: true });
}

function markCell(cell) {
  for (const other of document.querySelectorAll("td.current")) other.classList.remove("current");
  if (cell) cell.classList.add("current");
}

function closePanel() {
  if (panel.hidden) return;
  panel.hidden = true;
  document.body.classList.remove("open");
  const cell = document.querySelector("td.current");
  markCell(null);
  const back = (cell && cell.querySelector("a.open")) || openedFrom;
  if (back) back.focus({ preventScroll: true });
}

function leavePanel() {
  history.pushState(null, "", "#");
  closePanel();
}
