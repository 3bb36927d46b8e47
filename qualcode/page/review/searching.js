/* Searching in the words. */

/* A text without accents and capitals, and of each of its units where the character that it comes from begins. */
function fold(text) {
  const from = [];
  let folded = "";
  let index = 0;
  for (const character of text) {
    const plainly = character < "\x80" ? character.toLowerCase() : plain(character);
    for (let n = 0; n < plainly.length; n++) from.push(index);
    folded += plainly;
    index += character.length;
  }
  return { folded, from: (at) => (at < from.length ? from[at] : text.length) };
}
function* findIn(text, query) {
  const { folded, from } = fold(text);
  for (let at = folded.indexOf(query); at >= 0; at = folded.indexOf(query, at + query.length)) {
    let end = at + query.length;
    while (end < folded.length && from(end) === from(end - 1)) end++;
    yield [from(at), from(end)];
  }
}

let finds = [];
let findNumber = -1;
function search() {
  const query = fold($("search").value).folded;
  finds = [];
  for (const passage of query ? passages : []) {
    for (const [start, end] of findIn(passage.text, query)) {
      finds.push({ passage, start: toPoint(passage, start), end: toPoint(passage, end) });
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
