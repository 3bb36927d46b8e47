/* A quote: its words in context, who said them, why they were coded, and every cell that rests on them. */

const usesOf = (() => {
  let uses = null;
  return (index) => {
    if (!uses) {
      uses = new Map();
      for (const anchor of Object.keys(cells)) {
        for (const i of findRows(anchor)) uses.has(i) ? uses.get(i).push(anchor) : uses.set(i, [anchor]);
      }
    }
    return uses.get(index) || [];
  };
})();

const textOf = (heading) => (heading.firstChild ? heading.firstChild.textContent : "");

function nameCell(cell) {
  const table = cell.closest("table");
  const row = textOf(cell.parentNode.cells[0]);
  const head = textOf(table.tHead.rows[0].cells[cell.cellIndex]);
  return [`${row} × ${head}`, table.caption.textContent];
}

function markCues(quote) {
  const points = Array.from(quote.quote);
  const mark = make("mark", "");
  let done = 0;
  for (let m = 0; m < quote.marks.length; m += 2) {
    mark.append(points.slice(done, quote.marks[m]).join(""));
    mark.append(make("b", "cue", points.slice(quote.marks[m], quote.marks[m + 1]).join("")));
    done = quote.marks[m + 1];
  }
  mark.append(points.slice(done).join(""));
  return mark;
}

function drawQuote(index) {
  const quote = quoteAt(index);
  const kind = kindOf(quote);
  const facts = make("p", "facts", make("b", "polarity", `${signs[kind]} ${words[quote.polarity]}`));
  const said = [words[quote.modality]];
  for (const word of [quote.directness, quote.elicited]) if (word !== "unknown") said.push(words[word]);
  said.push(`${words.coder} ${nameCoder(quote.coder)}`, words[quote.status]);
  for (const word of said) facts.append(make("span", "", word));
  const who = [quote.case, quote.speaker, quote.transcript, `${words.turn} ${quote.turn}`,
    `${words.characters} ${quote.start}–${quote.end}`];
  const article = make("article", `quote ${kind}`,
    make("h3", "", make("span", "code", quote.code), " ", quote.label),
    facts,
    make("blockquote", "", quote.before, markCues(quote), quote.after),
    make("p", "who", who.filter(Boolean).join(" · ")));
  if (quote.jottings) article.append(make("p", "jottings", quote.jottings));
  if (quote.reasons) article.append(make("p", "reasons", quote.reasons));
  const permalink = link(`coding-${quote.id}`, quote.id);
  permalink.className = "permalink";
  const address = make("p", "addresses", permalink);
  if (interviews.has(quote.transcript)) address.append(link(`said-${quote.id}`, words.whole));
  const found = usesOf(index);
  const uses = make("details", "uses", make("summary", "", `${words.cells} (${found.length})`));
  for (const anchor of found) uses.append(link(anchor, nameCell($(anchor)).join(" · ")));
  article.append(address, uses);
  return article;
}

const AT_ONCE = 50;

/* Draws the quotes a part at a time, so that fifty thousand of them cost no more than fifty. */
function drawList(box, indices, most = AT_ONCE) {
  box.replaceChildren();
  let shown = 0;
  const more = make("button", "more");
  more.type = "button";
  const drawMore = (count) => {
    const part = indices.slice(shown, shown + count);
    more.before(...part.map(drawQuote));
    shown += part.length;
    more.textContent = `${words.more} (${indices.length - shown})`;
    more.hidden = shown >= indices.length;
  };
  box.append(more);
  drawMore(most);
  more.addEventListener("click", () => {
    const before = more.previousElementSibling;
    drawMore(AT_ONCE);
    const first = before && before.nextElementSibling;
    if (first && first !== more) { first.tabIndex = -1; first.focus(); }
  });
}
