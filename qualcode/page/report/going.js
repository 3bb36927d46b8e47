/* Going about: the address says what is open, so that a link, the Back button and a bookmark find it again. */
function follow(scroll) {
  const anchor = location.hash.slice(1);
  const [kind, id] = [anchor.split("-", 1)[0], anchor.slice(anchor.indexOf("-") + 1)];
  if (Object.hasOwn(cells, anchor)) {
    const cell = $(anchor);
    markCell(cell);
    if (scroll) cell.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
    openPanel(nameCell(cell)[0], decodeURIComponent(id), findRows(anchor));
  } else if (kind === "coding" && indexById.has(id)) {
    markCell(null);
    openPanel(words.quote, id, [indexById.get(id)]);
  } else if (kind === "said" && indexById.has(id) && form) {
    closePanel();
    showSaid(id);
  } else {
    closePanel();
  }
}

function go(anchor) {
  history.pushState(null, "", "#" + anchor);
  follow(false);
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const target = event.target.closest("a[href], td.opens");
  if (!target) return;
  if (target.matches("td.opens, a.open")) {
    if (target.matches("td") && String(getSelection())) return;
    event.preventDefault();
    openedFrom = document.activeElement;
    go(target.closest("td").id);
  } else if (/^#(cell|coding|said)-/.test(target.hash || "")) {
    openedFrom = document.activeElement;
  }
});

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) {
    leavePanel();
    return;
  }
  const step = STEPS[event.key];
  if (!step || !event.target.matches("a.open")) return;
  let cell = event.target.closest("td");
  const table = cell.closest("table");
  while (cell) {
    const row = table.rows[cell.parentNode.rowIndex + step[0]];
    cell = row && row.cells[cell.cellIndex + step[1]];
    const next = cell && cell.querySelector("a.open");
    if (next) {
      event.preventDefault();
      next.focus();
      return;
    }
  }
});
$("close").addEventListener("click", leavePanel);
addEventListener("popstate", () => follow(true));
