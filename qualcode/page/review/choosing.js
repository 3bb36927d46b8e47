/* Choosing a code. */

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
  getSelection().removeAllRanges();
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
