/* Drawing a link: `l` on the coding that leads to another, `l` on that other, and why. What was begun is kept by the
   window, so that the other may stand in another transcript. */

const showEnd = (id, end, sign) => { $(id).textContent = `${sign}${end.code} “${end.quote}”`; };

acts.link = () => withRow((row) => {
  const begun = recall("link", null);
  if (begun && begun.id === row.id) {
    memory.removeItem("link");
    return tell(words.link_off);
  }
  const end = { id: row.id, code: row.code, quote: $("quote").textContent };
  if (!begun) {
    keep("link", end);
    return tell(fill(words.link_from, { code: row.code }));
  }
  showEnd("link-from", begun, "");
  showEnd("link-to", end, "⇒ ");
  $("link-box").ends = { cause: begun.id, effect: end.id, drawn: true };
  $("link-why").value = "";
  $("link-box").showModal();
  return $("link-why").focus();
});
acts["save-link"] = () => {
  const link = { ...$("link-box").ends, why: $("link-why").value.trim() };
  $("link-box").close();
  putLink(link, () => {
    memory.removeItem("link");
    keep("undoable", (undoable = [...undoable, { ...link, why: "", drawn: false }].slice(-200)));
  });
};
function putLink(link, then) {
  tell(words.saving);
  pending += 1;
  queue = queue.then(() => sendLink(link, then)).catch((error) => refuse([{ on: link.effect }], String(error)))
    .finally(() => { pending -= 1; });
  return queue;
}
async function sendLink(link, then) {
  let got;
  try {
    got = await ask("link", link);
  } catch {
    return refuse([{ on: link.effect }], words.away);
  }
  const { status, answer } = got;
  if (status !== 200) return refuse([{ on: link.effect }], [answer.what, answer.how].filter(Boolean).join(" "));
  alarm("");
  take(answer);
  tell(fill(words.saved, { time: clock(answer.saved) }));
  others.postMessage("decided");
  return then(answer);
}
$("link-why").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) acts["save-link"]();
});
