/* What each key and button does. */

const on = (row, act, more = {}) => ({ act, on: row.id, state: row.state, ...more });
const spanOf = (span) => ({ transcript: span.transcript, start: span.start, end: span.end });

let isUndoing = false;
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
  nothing: () => withSpan((span) => {
    if (isRead(span)) return data.blind && step(1, true);
    return decide([{ act: "nothing", ...spanOf(span) }], () => data.blind && step(1, true));
  }),
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
    const last = undoable.at(-1); // the hashes of decisions, or a link to take away
    if (isUndoing) return undefined;
    if (!last) return tell(words.nothing_to_undo);
    isUndoing = true;
    const then = (answer) => {
      keep("undoable", (undoable = undoable.filter((each) => each !== last)));
      goToAnswer(answer);
      tell(`${words.undone}, ${fill(words.saved, { time: clock(answer.saved) })}`);
    };
    const undone = Array.isArray(last) ? decide(last.toReversed().map((hash) => ({ act: "undo", on: hash })), then)
      : putLink(last, then);
    return undone.finally(() => { isUndoing = false; });
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
  c: "code-or-recode", p: "polarity", m: "memo", l: "link", n: "nothing", s: "move", u: "undo", t: "rejected", "/": "search",
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
