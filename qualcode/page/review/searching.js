/* Searching in the words. */

let finds = [];
let findNumber = -1;
function search() {
  const query = plain($("search").value);
  finds = [];
  for (const passage of query ? passages : []) {
    const text = passage.text.toLowerCase();
    for (let i = text.indexOf(query); i >= 0; i = text.indexOf(query, i + query.length)) {
      if (i + query.length > passage.text.length) break;
      finds.push({ passage, start: toPoint(passage, i), end: toPoint(passage, i + query.length) });
    }
  }
  findNumber = -1;
  mark("found", finds.map((each) => rangeOf(each.passage, each)));
  $("found").textContent = query ? fill(words.found, { n: finds.length }) : "";
}
$("search").addEventListener("input", search);
$("search").addEventListener("keydown", (event) => {
  if (event.key === "Escape") { event.preventDefault(); $("search").blur(); }
  if (event.key !== "Enter" || !finds.length) return;
  findNumber = (findNumber + (event.shiftKey ? finds.length - 1 : 1)) % finds.length;
  const find = finds[findNumber];
  $("found").textContent = `${findNumber + 1} / ${finds.length}`;
  bringIntoView(find.passage, find);
});
