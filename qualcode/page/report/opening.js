/* The beginning: notices stay in sight, entry rules are printed, and what the address names is opened. */
const notices = $("notices");
if (notices) {
  new IntersectionObserver(([entry]) => $("strip").classList.toggle("away", entry.isIntersecting)).observe(notices);
}
addEventListener("beforeprint", () => {
  for (const rules of document.querySelectorAll(".rules")) rules.open = true;
});
if (location.hash) follow(true);
