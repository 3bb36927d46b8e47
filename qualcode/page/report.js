"use strict";
/* Opens cells onto their quotes. Interview text goes into the page as text nodes only, never as markup. */
(() => {
  const { words, signs, strings, columns, rows, cells } = JSON.parse(document.getElementById("data").textContent);
  const AT_ONCE = 50;
  const PRINTED = 2000;
  const panel = document.getElementById("panel");
  const title = document.getElementById("panel-title");
  const indexById = new Map(rows.map((row, index) => [row[0], index]));
  const isText = columns.map((name) => !["id", "turn", "start", "end", "marks"].includes(name));
  let openedFrom = null;

  const quoteAt = (index) =>
    Object.fromEntries(rows[index].map((value, c) => [columns[c], isText[c] ? strings[value] : value]));

  const usesOf = (() => {
    let uses = null;
    return (index) => {
      if (!uses) {
        uses = new Map();
        for (const [anchor, indices] of Object.entries(cells)) {
          for (const i of indices) uses.has(i) ? uses.get(i).push(anchor) : uses.set(i, [anchor]);
        }
      }
      return uses.get(index) || [];
    };
  })();

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  function link(target, text) {
    const element = make("a", "", text);
    element.href = "#" + target;
    return element;
  }

  const textOf = (heading) => (heading.firstChild ? heading.firstChild.textContent : "");

  function nameCell(cell) {
    const table = cell.closest("table");
    const row = textOf(cell.parentNode.cells[0]);
    const column = textOf(table.tHead.rows[0].cells[cell.cellIndex]);
    return [`${row} × ${column}`, table.caption.textContent];
  }

  /* Offsets of cues count code points, JavaScript's strings do not. */
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
    const kind = quote.polarity === "supporting" ? "evidence" : "contrary";
    const facts = make("p", "facts", make("b", "polarity", `${signs[kind]} ${words[quote.polarity]}`));
    const said = [words[quote.modality]];
    for (const word of [quote.directness, quote.elicited]) if (word !== "unknown") said.push(words[word]);
    said.push(`${words.coder} ${quote.coder}`, words[quote.status]);
    for (const word of said) facts.append(make("span", "", word));
    const who = [quote.case, quote.speaker, quote.transcript, `${words.turn} ${quote.turn}`,
      `${words.characters} ${quote.start}–${quote.end}`];
    const article = make("article", `quote ${kind}`,
      make("h3", "", make("span", "code", quote.code), " ", quote.label),
      facts,
      make("blockquote", "", quote.before, markCues(quote), quote.after),
      make("p", "who", who.filter(Boolean).join(" · ")));
    if (quote.reasons) article.append(make("p", "reasons", quote.reasons));
    const permalink = link(`coding-${quote.id}`, quote.id);
    permalink.className = "permalink";
    const found = usesOf(index);
    const uses = make("details", "uses", make("summary", "", `${words.cells} (${found.length})`));
    for (const anchor of found) {
      uses.append(link(anchor, nameCell(document.getElementById(anchor)).join(" · ")));
    }
    article.append(make("p", "", permalink), uses);
    return article;
  }

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
      return part.length;
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

  function openPanel(heading, id, indices) {
    title.textContent = heading;
    document.getElementById("panel-id").textContent = id;
    panel.hidden = false;
    panel.scrollTop = 0;
    document.body.classList.add("open");
    drawList(document.getElementById("panel-quotes"), indices);
    title.focus({ preventScroll: true });
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

  /* The address says what is open, so that a link, the Back button and a bookmark find it again. */
  function follow(scroll) {
    const anchor = location.hash.slice(1);
    if (Object.hasOwn(cells, anchor)) {
      const cell = document.getElementById(anchor);
      markCell(cell);
      if (scroll) cell.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
      openPanel(nameCell(cell)[0], decodeURIComponent(anchor.slice("cell-".length)), cells[anchor]);
    } else if (anchor.startsWith("coding-") && indexById.has(anchor.slice("coding-".length))) {
      const id = anchor.slice("coding-".length);
      markCell(null);
      openPanel(words.quote, id, [indexById.get(id)]);
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
    } else if (target.hash.startsWith("#cell-") || target.hash.startsWith("#coding-")) {
      openedFrom = document.activeElement;
    }
  });

  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) {
      history.pushState(null, "", "#");
      closePanel();
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

  document.getElementById("close").addEventListener("click", () => {
    history.pushState(null, "", "#");
    closePanel();
  });
  addEventListener("popstate", () => follow(true));

  function fillChoices(select, column, name) {
    const values = new Set(rows.map((row) => row[column]));
    const options = [...values].map((value) => [strings[value], name(value)]);
    options.sort((a, b) => (a[0] < b[0] ? -1 : 1));
    for (const [value, label] of options) select.append(new Option(label, value));
  }

  const form = document.getElementById("filters");
  if (form) {
    const list = document.getElementById("list");
    const column = Object.fromEntries(columns.map((name, c) => [name, c]));
    fillChoices(form.elements.code, column.counted, (value) => strings[value]);
    fillChoices(form.elements.case, column.case, (value) => strings[value]);
    fillChoices(form.elements.polarity, column.polarity, (value) => words[strings[value]]);
    const find = () => {
      const { code, case: person, polarity } = form.elements;
      const text = form.elements.text.value.toLowerCase();
      const wanted = [["counted", code.value], ["case", person.value], ["polarity", polarity.value]].filter((w) => w[1]);
      const found = [];
      rows.forEach((row, index) => {
        if (wanted.every(([name, value]) => strings[row[column[name]]] === value) &&
            strings[row[column.quote]].toLowerCase().includes(text)) found.push(index);
      });
      form.elements.found.textContent = `${found.length} / ${rows.length}`;
      drawList(list, found);
    };
    form.hidden = false;
    form.addEventListener("input", find);
    form.addEventListener("submit", (event) => event.preventDefault());
    find();
    addEventListener("beforeprint", () => drawList(list, [...rows.keys()], PRINTED));
  }

  const notices = document.getElementById("notices");
  if (notices) {
    const strip = document.getElementById("strip");
    new IntersectionObserver(([entry]) => strip.classList.toggle("away", entry.isIntersecting)).observe(notices);
  }
  addEventListener("beforeprint", () => {
    for (const rules of document.querySelectorAll(".rules")) rules.open = true;
  });

  if (location.hash) follow(true);
})();
