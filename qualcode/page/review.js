"use strict";
/* The desk: stripes beside the words, keys, what a person decides sent to the server and shown once it is on the disk.
   Interview text goes into the page as text nodes only, never as markup. Offsets are code points, as in the files. */
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  if (!data.rows) return;
  const { words, codes } = data;
  const $ = (id) => document.getElementById(id);
  const codeById = new Map(codes.map((code) => [code.id, code]));
  const rows = new Map();
  const read = new Map(Object.entries(data.read));
  const known = { epoch: data.epoch, version: data.version, transcripts: Object.keys(data.units) };
  const memory = sessionStorage;
  const place = location.pathname + location.search;

  function make(tag, className, ...children) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }
  const fill = (pattern, values) => pattern.replace(/{(\w+)}/g, (_, name) => values[name]);
  const recall = (key, otherwise) => JSON.parse(memory.getItem(key) || "null") ?? otherwise;
  const keep = (key, value) => memory.setItem(key, JSON.stringify(value));

  /* ---- Words and where they stand ---- */

  const passages = [...document.querySelectorAll(".turn")].map((element) => {
    const said = element.querySelector(".words");
    const node = said.firstChild;
    const [start, end] = [Number(element.dataset.start), Number(element.dataset.end)];
    const text = node ? node.data : "";
    return { element, said, node, start, end, text, transcript: element.dataset.transcript, turn: element.dataset.turn,
      asks: element.classList.contains("interviewer"), stripes: element.querySelector(".stripes"),
      isPlain: text.length === end - start, isDrawn: false };
  });
  passages.forEach((passage) => { passage.element.passage = passage; });

  /* From code points to a JavaScript string's own units and back; they differ where emoji stand. */
  function toIndex(passage, point) {
    if (passage.isPlain) return point - passage.start;
    let index = 0;
    for (let left = point - passage.start; left > 0 && index < passage.text.length; left--) {
      index += passage.text.codePointAt(index) > 0xffff ? 2 : 1;
    }
    return index;
  }
  const toPoint = (passage, index) =>
    passage.start + (passage.isPlain ? index : [...passage.text.slice(0, index)].length);
  const isIn = (passage, span) =>
    span.transcript === passage.transcript && passage.start <= span.start && span.end <= passage.end;
  const findPassage = (span) => passages.find((passage) => isIn(passage, span));
  const wordsOf = (passage, span) => passage.text.slice(toIndex(passage, span.start), toIndex(passage, span.end));

  function rangeOf(passage, span) {
    const range = new Range();
    range.setStart(passage.node, toIndex(passage, span.start));
    range.setEnd(passage.node, toIndex(passage, span.end));
    return range;
  }

  const marks = {};
  for (const name of ["coded", "found", "picked", "now", "cue"]) {
    marks[name] = "Highlight" in window ? new Highlight() : new Set();
    if ("Highlight" in window) {
      marks[name].priority = ["coded", "found", "picked", "now", "cue"].indexOf(name);
      CSS.highlights.set(name, marks[name]);
    }
  }
  function mark(name, ranges) {
    marks[name].clear();
    for (const range of ranges) marks[name].add(range);
  }

  /* ---- Stripes ---- */

  const byPassage = new Map(passages.map((passage) => [passage, new Set()]));
  const byTranscript = new Map();
  for (const passage of passages) {
    if (!byTranscript.has(passage.transcript)) byTranscript.set(passage.transcript, []);
    byTranscript.get(passage.transcript).push(passage);
  }
  const passagesOf = (row) => (byTranscript.get(row.transcript) || []).filter((passage) => isIn(passage, row));

  function addRow(row) {
    dropRow(row.id);
    rows.set(row.id, row);
    ordered = null;
    row.passages = passagesOf(row);
    for (const passage of row.passages) byPassage.get(passage).add(row);
  }
  function dropRow(id) {
    const row = rows.get(id);
    if (!row) return;
    for (const passage of row.passages) byPassage.get(passage).delete(row);
    rows.delete(id);
    ordered = null;
  }

  let showsRejected = recall("rejected", false);
  let lastRow = null; // the coding that was at hand before words were selected
  let at = null; // what is at hand: {row} or {span}, each with its passage
  const isShown = (row) => showsRejected || row.status !== "rejected" || (at && at.row === row);
  const colour = (id) => {
    const code = codeById.get(id);
    const number = code ? code.number : 7;
    return `h${number % 8} p${(number + Math.floor(number / 8)) % 5}`;
  };
  const shorten = (id) => id.split(".").slice(id.includes(".") ? 1 : 0).join(".");
  function signOf(row) {
    const stand = { suggested: "?", accepted: "✓", edited: "✓", manual: "✓", rejected: "×" }[row.status];
    return `${row.disputed.length ? "≠" : stand} ${row.polarity === "contrary" ? "−" : ""}`;
  }

  function draw(passage) {
    if (!passage.node) return;
    passage.isDrawn = true;
    const top = passage.stripes.getBoundingClientRect().top;
    const width = passage.stripes.clientWidth;
    const spans = [...byPassage.get(passage)].filter(isShown);
    for (const range of passage.coded || []) marks.coded.delete(range);
    passage.coded = spans.filter((row) => row.status !== "rejected").map((row) => rangeOf(passage, row));
    for (const range of passage.coded) marks.coded.add(range);
    const quiet = (read.get(passage.transcript) || []).map(([start, end]) => ({ nothing: true, start, end,
      transcript: passage.transcript })).filter((span) => isIn(passage, span));
    const boxes = [...spans, ...quiet].map((span) => {
      const rects = rangeOf(passage, span).getClientRects();
      const first = rects[0] || passage.said.getBoundingClientRect();
      const last = rects[rects.length - 1] || first;
      return { span, top: first.top - top, bottom: last.bottom - top };
    });
    boxes.sort((one, other) => one.top - other.top || other.bottom - one.bottom || (one.span.start - other.span.start));
    const ends = [];
    for (const box of boxes) {
      let lane = ends.findIndex((end) => end <= box.top + 4);
      if (lane < 0) lane = ends.length;
      ends[lane] = box.bottom;
      box.lane = lane;
    }
    const step = Math.max(11, Math.min(104, width / Math.max(1, ends.length)));
    passage.stripes.replaceChildren(...boxes.map((box) => drawStripe(box, step)));
  }

  function drawStripe({ span, top, bottom, lane }, step) {
    const stripe = make("button", `stripe ${span.nothing ? "nothing" : `${span.status} ${colour(span.code)}`}`);
    stripe.type = "button";
    stripe.tabIndex = -1;
    const bar = make("i", span.nothing ? "" : colour(span.code).split(" ")[1]);
    const name = span.nothing ? "" : `${signOf(span)}${shorten(span.code)}${span.memos.length ? " ✎" : ""}`;
    stripe.append(bar, make("span", "", step > 34 ? name : ""));
    stripe.title = span.nothing ? words.read : `${signOf(span)}${span.code} ${span.label} · ${words[span.status]}`;
    stripe.setAttribute("aria-label", stripe.title);
    Object.assign(stripe.style, { top: `${top}px`, height: `${bottom - top - 2}px`, left: `${lane * step}px`,
      width: `${step - 3}px` });
    if (!span.nothing) {
      stripe.row = span;
      if (at && at.row === span) stripe.classList.add("now");
    }
    return stripe;
  }

  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const passage = entry.target.passage;
      passage.isNear = entry.isIntersecting;
      if (passage.isNear && !passage.isDrawn) draw(passage);
    }
  }, { rootMargin: "1200px 0px" });
  passages.forEach((passage) => watcher.observe(passage.element));
  function redraw(some) {
    for (const passage of some) {
      passage.isDrawn = false;
      if (passage.isNear) draw(passage);
    }
  }
  let lastWidth = 0;
  new ResizeObserver(([entry]) => {
    if (Math.abs(entry.contentRect.width - lastWidth) < 1) return;
    lastWidth = entry.contentRect.width;
    redraw(passages);
  }).observe($("content"));

  /* ---- Going from one to the next ---- */

  const inOrder = (one, other) => one.start - other.start || one.end - other.end || (one.code < other.code ? -1 : 1);
  let ordered = null; // the codings in the order of the words, until one comes or goes
  const listShown = () => {
    ordered ??= [...rows.values()].sort(inOrder);
    return ordered.filter(isShown);
  };
  const units = Object.entries(data.units).flatMap(([transcript, found]) =>
    found.map(([start, end]) => ({ transcript, start, end })));
  /* A queue's stops stand in the page's order; what was decided meanwhile keeps its stop. */
  const stopElements = data.stops && [...document.querySelectorAll(".place")];
  function passageOfStop(number) {
    let element = stopElements[number];
    let found = null;
    while ((element = element.nextElementSibling) && element.matches(".turn")) found = element.passage;
    return found;
  }

  let stopNumber = -1;
  function stopAt(number) {
    const stop = data.stops[number];
    const passage = passageOfStop(number);
    stopNumber = number;
    const row = stop.id && rows.get(stop.id);
    if (row) return goTo({ row, passage });
    if (stop.id) return goTo({ span: { transcript: passage.transcript, start: passage.start, end: passage.start }, passage });
    return goTo({ span: { transcript: passage.transcript, start: stop.start, end: stop.end }, passage });
  }
  const isOpen = (stop) => (stop.id ? rows.has(stop.id) && (data.which !== "open" || rows.get(stop.id).open)
    : !isDone({ transcript: passageOfStop(data.stops.indexOf(stop)).transcript, start: stop.start, end: stop.end }));
  const overlaps = (one, other) => one.transcript === other.transcript && one.start < other.end && other.start < one.end;
  const isDone = (unit) => [...rows.values()].some((row) => row.status !== "rejected" && overlaps(row, unit)) ||
    (read.get(unit.transcript) || []).some(([start, end]) => start < unit.end && unit.start < end);

  function step(by, onlyOpen) {
    if (data.stops) {
      let number = stopNumber + by;
      while (onlyOpen && data.stops[number] && !isOpen(data.stops[number])) number += by;
      if (data.stops[number]) return stopAt(number);
      return by > 0 ? leaveFor("next-page") : undefined;
    }
    if (data.blind) return stepUnit(by, onlyOpen);
    const list = listShown();
    let index = at && at.row ? list.indexOf(at.row) : findNear(list, by);
    index += at && at.row ? by : 0;
    while (onlyOpen && list[index] && !list[index].open) index += by;
    if (list[index]) goTo({ row: list[index] });
    else if (onlyOpen) tell(words.nothing_left);
  }
  function leaveFor(id) {
    const link = $(id);
    if (link && !data.stops) return;
    if (!link) return tell(words.nothing_left);
    return queue.then(() => $("alarm").hidden && location.assign(link.href)); // not before all is on the disk
  }
  /* Where to begin: at the selected words, else at what is on the screen. */
  function findNear(list, by) {
    const top = at && at.span ? at.span.start : firstOnScreen();
    const index = list.findIndex((each) => each.start >= top);
    if (index < 0) return by > 0 ? list.length : list.length - 1;
    return by > 0 ? index : index - 1;
  }
  function firstOnScreen() {
    const passage = passages.find((each) => each.element.getBoundingClientRect().bottom > 120);
    return passage ? passage.start : 0;
  }
  function stepUnit(by, onlyOpen) {
    const here = at ? at.row || at.span : null;
    let index = here ? units.findIndex((unit) => overlaps(unit, here)) + by : findNear(units, by);
    if (here && at.span && index >= 0 && by > 0) while (units[index] && overlaps(units[index], here)) index += by;
    while (onlyOpen && units[index] && isDone(units[index])) index += by;
    const passage = units[index] && findPassage(units[index]);
    if (passage) goTo({ span: units[index], passage });
    else if (onlyOpen) tell(words.nothing_left);
  }

  function goTo(next, { scroll = true } = {}) {
    const before = at;
    if (at && at.row) lastRow = at.row;
    at = next;
    if (at.row) at.passage = at.passage && isIn(at.passage, at.row) ? at.passage : at.row.passages[0];
    if (before && before.row && before.row.status === "rejected" && !showsRejected) redraw([before.passage]);
    if (at.row && at.row.status === "rejected" && !showsRejected) redraw([at.passage]);
    showAtHand();
    if (!at.passage) return;
    if (scroll) bringIntoView(at.passage, at.row || at.span);
    if (!at.passage.isDrawn) draw(at.passage);
    for (const stripe of document.querySelectorAll(".stripe.now")) {
      stripe.classList.remove("now");
      stripe.tabIndex = -1;
    }
    const own = at.row && [...at.passage.stripes.children].find((stripe) => stripe.row === at.row);
    if (own) {
      own.classList.add("now");
      own.tabIndex = 0;
      own.focus({ preventScroll: true });
    } else if (document.activeElement && document.activeElement.matches(".stripe")) document.activeElement.blur();
    keep(`at:${place}`, { id: at.row && at.row.id, span: at.span, stop: stopNumber });
  }

  function bringIntoView(passage, span) {
    const box = rangeOf(passage, span).getBoundingClientRect();
    const panel = getComputedStyle($("panel")).position === "fixed" ? $("panel").offsetHeight : 0;
    const [top, bottom] = [90, innerHeight - panel - 40];
    if (box.top >= top && box.bottom <= bottom) return;
    scrollBy({ top: box.top - top - (bottom - top) / 4, behavior: "instant" });
  }

  /* ---- The panel ---- */

  function showAtHand() {
    $("at-hand").hidden = !at;
    $("hint").hidden = Boolean(at);
    $("coding-acts").hidden = !(at && at.row);
    $("words-acts").hidden = !(at && at.span);
    $("move").hidden = !(lastRow && rows.has(lastRow.id));
    for (const name of ["now", "cue", "picked"]) mark(name, []);
    if (!at) return;
    if (at.passage && !("Highlight" in window)) { // an older browser: the words at hand are selected
      getSelection().removeAllRanges();
      getSelection().addRange(rangeOf(at.passage, at.row || at.span));
    }
    const name = $("code-name");
    $("quote").textContent = at.passage ? wordsOf(at.passage, at.row || at.span) : "";
    if (at.span) {
      name.replaceChildren(words.code_words);
      const turn = fill(words.turn, { turn: at.passage.turn });
      const here = [...byPassage.get(at.passage)].filter((row) => row.status !== "rejected" && overlaps(row, at.span));
      $("facts").textContent = [turn, ...here.map((row) => `${signOf(row)}${row.code} ${row.label}`)].join(" · ");
      if (at.span.end > at.span.start) mark("picked", [rangeOf(at.passage, at.span)]);
      for (const id of ["why", "memos", "entry"]) $(id).hidden = true;
      return;
    }
    const row = at.row;
    const code = codeById.get(row.code);
    name.className = colour(row.code).split(" ")[0];
    name.replaceChildren(make("i", colour(row.code).split(" ")[1]), `${row.code} ${row.label}`);
    const facts = [`${row.polarity === "contrary" ? "−" : "+"} ${words[row.polarity]}`, words[row.status]];
    if (row.modality !== "actual") facts.push(words[row.modality]);
    if (row.decided.length) facts.push(fill(words.decided, { names: row.decided.join(", ") }));
    if (row.disputed.length) facts.push(fill(words.disputed, { names: row.disputed.join(", ") }));
    facts.push(fill(words.coder, { name: row.coder }));
    $("facts").textContent = facts.join(" · ");
    mark("now", [rangeOf(at.passage, row)]);
    mark("cue", row.reasons.flatMap((reason) => (byTranscript.get(row.transcript) || [])
      .filter((passage) => isIn(passage, { ...reason, transcript: row.transcript }))
      .map((passage) => rangeOf(passage, reason))));
    list("why", row.reasons.map((reason) => make("li", "", reason.why, ...(reason.said ? [make("br"),
      make("q", "", reason.said)] : []), make("small", "", reason.rule))));
    list("memos", row.memos.map((memo) => make("li", "", memo.text, make("small", "", `${memo.who}, ${clock(memo.when, true)}`))));
    $("entry").hidden = !code;
    const lines = !code ? [] : code.proposed ? [words.proposed] : codeById.get(code.of).entry;
    $("entry").lastElementChild.replaceChildren(...lines.map((line) => make("p", "", line)));
  }
  function list(id, items) {
    $(id).hidden = !items.length;
    $(id).lastElementChild.replaceChildren(...items);
  }
  function clock(when, withDay) {
    const time = new Date(when);
    const two = (number) => String(number).padStart(2, "0");
    const day = withDay ? `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())} ` : "";
    return `${day}${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}`;
  }
  const tell = (text) => { $("status").textContent = text; };
  function alarm(text, ...buttons) {
    $("alarm").hidden = !text;
    $("alarm").firstElementChild.textContent = text || "";
    $("alarm").lastElementChild.replaceChildren(...buttons);
  }
  function button(text, act) {
    const element = make("button", "", text);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  function showProgress() {
    let [waiting, total] = [0, 0];
    if (data.blind) {
      const shown = data.stops ? data.stops.map((stop, n) => ({ ...stop, transcript: passageOfStop(n).transcript })) : units;
      total = shown.length;
      waiting = shown.filter((unit) => !isDone(unit)).length;
    } else {
      const shown = data.stops ? data.stops.map((stop) => rows.get(stop.id)).filter(Boolean) : [...rows.values()];
      total = shown.filter((row) => row.open || row.coder !== data.coder).length;
      waiting = shown.filter((row) => row.open).length;
    }
    $("progress").max = total || 1;
    $("progress").value = total - waiting;
    $("left").textContent = fill(data.blind ? words.units_left : words.left, { left: waiting, total });
  }

  /* ---- Deciding: one request after the other; shown as saved only when the server says that it is on the disk ---- */

  let queue = Promise.resolve();
  let pending = 0;
  let undoable = recall("undoable", []);

  async function ask(path, body) {
    const response = await fetch(path, { method: "POST", headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...body, known }), cache: "no-store", signal: AbortSignal.timeout(30000) });
    const answer = await response.json();
    return { status: response.status, answer };
  }

  function take(answer) {
    if (answer.anew) {
      if (!document.querySelector("dialog[open]")) location.reload();
      return [];
    }
    known.version = answer.version;
    const touched = new Set();
    for (const id of answer.gone) {
      if (rows.has(id)) rows.get(id).passages.forEach((passage) => touched.add(passage));
      dropRow(id);
    }
    for (const row of answer.rows) {
      if (rows.has(row.id)) rows.get(row.id).passages.forEach((passage) => touched.add(passage));
      const isAtHand = at && at.row && at.row.id === row.id;
      addRow(row);
      if (!codeById.has(row.code)) addCode(row);
      if (isAtHand) at.row = row;
      row.passages.forEach((passage) => touched.add(passage));
    }
    for (const [transcript, spans] of Object.entries(answer.read)) {
      if (JSON.stringify(read.get(transcript)) === JSON.stringify(spans)) continue;
      read.set(transcript, spans);
      (byTranscript.get(transcript) || []).forEach((passage) => touched.add(passage));
    }
    if (at && at.row && !rows.has(at.row.id)) at = null;
    if (touched.size) {
      redraw(touched);
      showProgress();
      showAtHand();
    }
    return [...touched];
  }
  function addCode(row) {
    const code = { id: row.code, of: row.code, labels: { id: row.label, en: row.label }, entry: [], number: codes.length, proposed: true };
    codes.push(code);
    codeById.set(code.id, code);
  }

  /* `choices` as the server takes them; `then` is called with what was answered once it is saved. */
  function decide(choices, then = () => {}) {
    tell(words.saving);
    pending += 1;
    queue = queue.then(() => send(choices, then)).catch((error) => {
      refuse(choices, String(error));
    }).finally(() => { pending -= 1; });
    return queue;
  }
  addEventListener("beforeunload", (event) => { if (pending) event.preventDefault(); });
  async function send(choices, then) {
    let got;
    try {
      got = await ask("decide", { choices });
    } catch {
      return refuse(choices, words.away);
    }
    const { status, answer } = got;
    if (status === 200) {
      if (choices[0].act !== "undo") undoable.push(...answer.decisions);
      keep("undoable", (undoable = undoable.slice(-200)));
    }
    if (answer.anew) {
      pending = 0;
      location.reload();
    } else if (status === 200) {
      alarm("");
      take(answer);
      tell(fill(words.saved, { time: clock(answer.saved) }));
      then(answer);
    } else if (status === 409) {
      take(answer);
      tell("");
      const now = answer.conflict.map((id) => rows.get(id)).filter(Boolean);
      const again = choices.map((choice) => ({ ...choice, state: rows.has(choice.on) ? rows.get(choice.on).state : "" }));
      const shown = now.map((row) => `${row.code} ${words[row.status]} (${[...row.decided, ...row.disputed].join(", ")})`);
      alarm(fill(words.conflict, { now: shown.join("; ") || "–" }),
        ...(now.length ? [button(words.again, () => { alarm(""); decide(again, then); })] : []),
        button(words.leave, () => alarm("")));
      if (now.length) goTo({ row: now[0] });
    } else {
      refuse(choices, [...(answer.problems || []), answer.what, answer.how].filter(Boolean).join(" "));
    }
  }
  function refuse(choices, why) {
    tell("");
    const row = rows.get(choices[0].on);
    if (row) goTo({ row });
    alarm(fill(words.not_saved, { why }), button(words.close, () => alarm("")));
  }

  /* What other windows and people decided; in turn with own decisions, so that no older answer comes after a newer. */
  let isAway = false;
  let isListening = false;
  function listen() {
    if (document.hidden || isListening) return;
    isListening = true;
    queue = queue.then(hear).finally(() => { isListening = false; });
  }
  async function hear() {
    try {
      const { status, answer } = await ask("changes", {});
      if (isAway) alarm("");
      isAway = false;
      if (status === 200) take(answer);
    } catch {
      isAway = true;
      alarm(words.away);
    }
  }
  setInterval(listen, 4000);
  document.addEventListener("visibilitychange", listen);
  addEventListener("focus", listen);

  const on = (row, act, more = {}) => ({ act, on: row.id, state: row.state, ...more });
  const spanOf = (span) => ({ transcript: span.transcript, start: span.start, end: span.end });

  const acts = {
    next: () => step(1, false),
    previous: () => step(-1, false),
    "next-open": () => step(1, true),
    "next-unit": () => stepUnit(1, false),
    "previous-unit": () => stepUnit(-1, false),
    accept: () => withRow((row) => decideAndGoOn(row, "accept")),
    reject: () => withRow((row) => decideAndGoOn(row, "reject")),
    polarity: () => withRow((row) => {
      const polarity = row.polarity === "contrary" ? "supporting" : "contrary";
      decide([on(row, "polarity", { polarity })], goToAnswer);
    }),
    recode: () => withRow((row) => openPicker({ row })),
    code: () => withSpan((span) => openPicker({ span })),
    "code-or-recode": () => (at && at.row ? acts.recode() : acts.code()),
    memo: () => withRow((row) => {
      $("memo-text").value = memory.getItem(`memo:${row.id}`) || "";
      $("memo-box").row = row;
      $("memo-box").showModal();
      $("memo-text").focus();
    }),
    "save-memo": () => {
      const row = $("memo-box").row;
      const comment = $("memo-text").value.trim();
      $("memo-box").close();
      if (comment) decide([{ act: "comment", on: row.id, comment }], () => memory.removeItem(`memo:${row.id}`));
    },
    nothing: () => withSpan((span) => decide([{ act: "nothing", ...spanOf(span) }], () => data.blind && step(1, true))),
    move: () => {
      if (!at || !at.span) return tell(words.no_selection);
      const row = lastRow;
      if (!row || !rows.has(row.id) || row.transcript !== at.span.transcript) return tell(words.no_coding);
      const { start, end } = at.span;
      return decide([on(rows.get(row.id), "move", { start, end })], goToAnswer);
    },
    place: (source) => withSpan((span) => decide([{ act: "place", on: source.dataset.on, ...spanOf(span) }], (answer) => {
      source.closest("li").remove();
      goToAnswer(answer);
    })),
    undo: () => {
      const hash = undoable.pop();
      if (!hash) return tell(words.nothing_to_undo);
      return decide([{ act: "undo", on: hash }], (answer) => {
        keep("undoable", undoable);
        goToAnswer(answer);
        tell(`${words.undone}, ${fill(words.saved, { time: clock(answer.saved) })}`);
      });
    },
    rejected: () => { $("rejected").checked = !$("rejected").checked; $("rejected").dispatchEvent(new Event("change")); },
    search: () => { $("search").focus(); $("search").select(); },
    help: () => $("help").showModal(),
    close: () => document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close()),
    leave: () => {
      getSelection().removeAllRanges();
      if (at && at.span && lastRow && rows.has(lastRow.id)) goTo({ row: rows.get(lastRow.id) }, { scroll: false });
      else { at = null; showAtHand(); }
    },
  };
  function withRow(work) {
    if (at && at.row) return work(at.row);
    return tell(words.no_coding);
  }
  function withSpan(work) {
    if (at && at.span && at.span.end > at.span.start) return work(at.span);
    return tell(words.no_selection);
  }
  function decideAndGoOn(row, act) {
    const number = stopNumber;
    decide([on(row, act)]);
    if (at && at.row === row && stopNumber === number) step(1, true);
  }
  function goToAnswer(answer) {
    const row = rows.get(answer.at);
    if (row) goTo({ row });
  }

  const KEYS = { j: "next", k: "previous", o: "next-open", J: "next-unit", K: "previous-unit", a: "accept", r: "reject",
    c: "code-or-recode", p: "polarity", m: "memo", n: "nothing", s: "move", u: "undo", t: "rejected", "/": "search",
    "?": "help", Escape: "leave" };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    if (document.querySelector("dialog[open]") || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.shiftKey && ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].includes(event.key) && at && at.span) {
      event.preventDefault();
      return stretch(event.key, event.altKey);
    }
    if (event.altKey || !KEYS[event.key]) return;
    event.preventDefault();
    acts[KEYS[event.key]]();
  });
  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-do]");
    const stripe = event.target.closest(".stripe");
    if (act) acts[act.dataset.do](act);
    else if (stripe && stripe.row) {
      if (data.stops) stopNumber = data.stops.findIndex((stop) => stop.id === stripe.row.id);
      goTo({ row: stripe.row, passage: stripe.closest(".turn").passage }, { scroll: false });
    }
  });
  $("rejected").checked = showsRejected;
  $("rejected").addEventListener("change", () => {
    showsRejected = $("rejected").checked;
    keep("rejected", showsRejected);
    redraw(passages);
  });

  /* ---- Selecting words: whole words, with Alt just what was selected ---- */

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

  /* ---- Choosing a code ---- */

  const picker = $("picker");
  const input = $("picker-input");
  let picking = null;
  let offered = [];
  let chosen = 0;
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const labelOf = (code) => code.labels[data.language] || code.labels.id || code.labels.en;

  function openPicker(what) {
    const passage = at.passage;
    picking = { ...what, quote: wordsOf(passage, what.row || what.span) };
    $("picker-title").textContent = what.row ? words.recode : words.code_words;
    $("picker-words").textContent = `“${picking.quote}”`;
    input.value = "";
    picker.showModal();
    input.focus();
    offer();
  }
  function rank(code, query) {
    if (!query) return 0;
    const [id, one, other] = [plain(code.id), plain(code.labels.id), plain(code.labels.en)];
    const all = `${id} ${one} ${other}`;
    if (!query.split(/\s+/).every((word) => all.includes(word))) return -1;
    if (id === query || id.split(".").includes(query)) return 5;
    if (id.startsWith(query) || id.split(".").some((part) => part.startsWith(query))) return 4;
    if (one.startsWith(query) || other.startsWith(query)) return 3;
    return all.split(/[\s.]/).some((word) => word.startsWith(query)) ? 2 : 1;
  }
  function offer() {
    const query = plain(input.value.trim());
    const recent = recall("recent", []);
    const score = (code) => rank(code, query) * 100 + (recent.includes(code.id) ? recent.length - recent.indexOf(code.id) : 0);
    offered = codes.filter((code) => rank(code, query) >= 0 && !(picking.row && picking.row.code === code.id));
    offered.sort((one, other) => score(other) - score(one));
    const label = input.value.trim() || picking.quote.slice(0, 80);
    offered.push({ isNew: true, label });
    chosen = 0;
    $("picker-list").replaceChildren(...offered.map(drawOffer));
    choose(0);
  }
  function drawOffer(code, number) {
    const item = code.isNew ? make("li", "", "+ ", fill(words.new_code, { label: code.label }))
      : make("li", colour(code.id).split(" ")[0], make("i", colour(code.id).split(" ")[1]), make("b", "", code.id), make("span", "", labelOf(code)),
        ...(code.proposed ? [make("small", "", words.proposed)] : []));
    item.id = `offer-${number}`;
    item.setAttribute("role", "option");
    item.addEventListener("mousemove", () => number !== chosen && choose(number));
    item.addEventListener("click", () => { choose(number); give(); });
    return item;
  }
  function choose(number) {
    chosen = Math.max(0, Math.min(offered.length - 1, number));
    [...$("picker-list").children].forEach((item, n) => item.setAttribute("aria-selected", String(n === chosen)));
    const item = $(`offer-${chosen}`);
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
    const code = offered[chosen];
    $("picker-entry").textContent = code.isNew ? (offered.length === 1 ? words.no_code : "") : codeById.get(code.of).entry[0] || "";
  }
  function give() {
    const code = offered[chosen];
    const { row, span } = picking;
    picker.close();
    const target = spanOf(row || span);
    if (!code.isNew) keep("recent", [code.id, ...recall("recent", []).filter((id) => id !== code.id)].slice(0, 5));
    if (!code.isNew && !code.proposed && row) return decide([on(row, "recode", { code: code.id })], goToAnswer);
    if (!code.isNew && !code.proposed) return decide([{ act: "code", code: code.id, ...target }], goToAnswer);
    const propose = { act: "propose", label: code.isNew ? code.label : labelOf(code), ...target };
    if (code.proposed) propose.code = code.id;
    if (row) propose.polarity = row.polarity;
    return decide([...(row ? [on(row, "reject")] : []), propose], goToAnswer);
  }
  input.addEventListener("input", offer);
  input.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (steps[event.key]) { event.preventDefault(); choose(chosen + steps[event.key]); }
    if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); give(); }
  });
  $("memo-text").addEventListener("input", () => memory.setItem(`memo:${$("memo-box").row.id}`, $("memo-text").value));
  $("memo-text").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) acts["save-memo"]();
  });

  /* ---- Searching in the words ---- */

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

  /* ---- Begin ---- */

  data.rows.forEach(addRow);
  showProgress();
  const last = recall(`at:${place}`, null);
  if (data.stops) {
    if (data.stops.length) stopAt(last && data.stops[last.stop] ? last.stop : 0);
  } else if (last && last.id && rows.has(last.id)) goTo({ row: rows.get(last.id) });
  else if (last && last.span && findPassage(last.span)) goTo({ span: last.span, passage: findPassage(last.span) });
})();
