/* The beginning: notices stay in sight, entry rules are printed, and what the address names is opened. */
const notices = $("notices");
if (notices) {
  new IntersectionObserver(([entry]) => $("strip").classList.toggle("away", entry.isIntersecting)).observe(notices);
}
addEventListener("beforeprint", () => {
  for (const rules of document.querySelectorAll(".rules")) rules.open = true;
});
/* To the eye a large table is made of blocks, and some readers of screens then no longer take it for a table. */
const ROLES = { "": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "thead th": "columnheader",
  "tbody th": "rowheader", "td": "cell" };
for (const [part, role] of Object.entries(ROLES)) {
  for (const element of document.querySelectorAll(`table.large ${part}`)) element.setAttribute("role", role);
}
if (location.hash) follow(true);
