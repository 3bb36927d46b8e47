/* Deciding: one request after the other; shown as saved only when the server says that it is on the disk. */

let queue = Promise.resolve();
let pending = 0;
let undoable = recall("undoable", []);

/* Whoever has the server's port when it has ended is no server of ours and hears nothing, least of all the address:
   the server proves first that it has the secret of the address, without either saying it. */
const utf8 = new TextEncoder();
const secret = location.pathname.split("/")[1];
async function meetServer() {
  const question = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const response = await fetch(`/hello?n=${question}`, { cache: "no-store", signal: AbortSignal.timeout(30000) });
  const proof = Uint8Array.from((await response.json()).proof.match(/../g), (byte) => parseInt(byte, 16));
  const key = await crypto.subtle.importKey("raw", utf8.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  const isOurs = await crypto.subtle.verify("HMAC", key, proof, utf8.encode(`${location.port} ${question}`));
  if (!isOurs) throw new Error("another program has the port");
}
async function ask(path, body) {
  await meetServer();
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
    const changed = findChanged(read.get(transcript) || [], spans);
    read.set(transcript, spans);
    for (const passage of changed.length ? byTranscript.get(transcript) || [] : []) {
      if (changed.some(([start, end]) => isIn(passage, { transcript, start, end }))) touched.add(passage);
    }
  }
  if (at && at.row && !rows.has(at.row.id)) at = null;
  if (touched.size) {
    redraw(touched);
    showProgress();
    showAtHand();
  }
  return [...touched];
}
/* What stands in one of two lists of places and not in the other. */
function findChanged(before, now) {
  const names = [before, now].map((spans) => new Set(spans.map(String)));
  return [...before.filter((span) => !names[1].has(String(span))), ...now.filter((span) => !names[0].has(String(span)))];
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
    if (choices[0].act !== "undo") undoable.push(answer.decisions);
    keep("undoable", (undoable = undoable.slice(-200)));
  }
  if (answer.anew) {
    pending = 0;
    location.reload();
  } else if (status === 200) {
    alarm("");
    take(answer);
    tell(fill(words.saved, { time: clock(answer.saved) }));
    others.postMessage("decided");
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
  isAway = false;
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
    if (!$("alarm").hidden) return; // that something was not saved is said until it is read
    isAway = true;
    alarm(words.away);
  }
}
const others = new BroadcastChannel(`qualcode ${location.pathname.split("/")[1]}`);
others.onmessage = listen;
setInterval(listen, 4000);
document.addEventListener("visibilitychange", listen);
addEventListener("focus", listen);
