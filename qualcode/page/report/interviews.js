/* Whole interviews, a turn a block, with a stripe in the margin for each coding that the filters let through. */
const shownTurns = new Map(); // turns on the page, by their number

/* Words cut where codings begin and end, so that each piece is coded by the same ones. */
function drawWords(name, [, , , start, end], codings) {
  const points = Array.from(cutOut(name, start, end));
  const inside = (place) => Math.max(0, Math.min(points.length, place - start));
  const cuts = new Set([0, points.length]);
  for (const coding of codings) cuts.add(inside(coding.start)).add(inside(coding.end));
  const edges = [...cuts].sort((one, other) => one - other);
  const said = make("p", "said");
  for (let e = 0; e + 1 < edges.length; e += 1) {
    const here = codings.filter((coding) => inside(coding.start) <= edges[e] && inside(coding.end) >= edges[e + 1]);
    const piece = points.slice(edges[e], edges[e + 1]).join("");
    const node = here.length ? make("mark", "", piece) : document.createTextNode(piece);
    for (const coding of here) coding.nodes.push(node);
    said.append(node);
  }
  return said;
}

const light = (coding, lit) => coding.nodes.forEach((node) => node.classList.toggle("lit", lit));

function drawTurn(name, turn, codings) {
  const [number, speaker, role] = turn;
  const stripes = make("div", "stripes");
  const block = make("div", `turn ${role}`,
    make("p", "speaker", make("b", "", strings[speaker]), make("small", "", ` ${number}`)),
    drawWords(name, turn, codings), stripes);
  for (const coding of codings) {
    const stripe = link(`coding-${coding.id}`, "");
    stripe.className = `stripe ${kindOf(coding)} ${coding.status}`;
    const sign = signs[kindOf(coding)];
    const short = coding.code.slice(coding.code.indexOf(".") + 1);
    stripe.append(make("span", "", `${sign} ${short}`));
    stripe.title = `${sign} ${coding.code} ${coding.label} · ${nameCoder(coding.coder)} · ${words[coding.status]}`;
    stripe.setAttribute("aria-label", stripe.title);
    stripes.append(stripe);
    coding.stripe = stripe;
    for (const [event, lit] of [["mouseenter", true], ["mouseleave", false], ["focus", true], ["blur", false]]) {
      stripe.addEventListener(event, () => light(coding, lit));
    }
  }
  for (const [interview, place, text] of beside) {
    if (interview === name && place === number) block.append(make("p", "jottings", text));
  }
  shownTurns.set(number, { block, stripes, codings });
  return block;
}

const NARROWEST = 24; // pixels: less can hardly be touched

/* Stripes beside the lines that they code, in as many lanes as overlap and fit; what finds no lane stands further down.
   All is measured first, then placed. */
function placeStripes() {
  const placed = [];
  for (const { stripes, codings } of shownTurns.values()) {
    if (!codings.length) continue;
    const box = stripes.getBoundingClientRect();
    const most = Math.max(1, Math.floor(box.width / NARROWEST));
    const ends = [];
    const here = codings.filter((coding) => coding.nodes.length).map((coding) => {
      const rects = coding.nodes.map((node) => node.getBoundingClientRect());
      let top = Math.min(...rects.map((rect) => rect.top)) - box.top;
      const height = Math.max(NARROWEST, Math.max(...rects.map((rect) => rect.bottom)) - box.top - top - 2);
      let lane = ends.findIndex((end) => end <= top + 4);
      if (lane < 0 && ends.length < most) lane = ends.length;
      if (lane < 0) {
        lane = ends.indexOf(Math.min(...ends));
        top = ends[lane];
      }
      ends[lane] = top + height + 2;
      return { stripe: coding.stripe, top, height, lane };
    });
    placed.push([stripes, here, Math.max(NARROWEST, Math.min(112, box.width / Math.max(1, ends.length))), ends]);
  }
  for (const [stripes, here, step, ends] of placed) {
    stripes.style.minHeight = `${Math.max(0, ...ends)}px`;
    for (const { stripe, top, height, lane } of here) {
      Object.assign(stripe.style, { top: `${top}px`, height: `${height}px`, left: `${lane * step}px`,
        width: `${step - 3}px` });
      stripe.classList.toggle("narrow", step < 60);
    }
  }
}

function drawInterview(box, name, indices) {
  const byTurn = new Map();
  for (const index of indices) {
    const coding = { ...quoteAt(index), nodes: [] };
    if (coding.transcript !== name) continue;
    if (!byTurn.has(coding.turn)) byTurn.set(coding.turn, []);
    byTurn.get(coding.turn).push(coding);
  }
  shownTurns.clear();
  box.replaceChildren(...interviews.get(name).turns.map((turn) => drawTurn(name, turn, byTurn.get(turn[0]) || [])));
  placeStripes();
}

let lastWidth = 0;
function watchWidth(box) {
  new ResizeObserver(([entry]) => {
    if (!shownTurns.size || Math.abs(entry.contentRect.width - lastWidth) < 1) return;
    lastWidth = entry.contentRect.width;
    placeStripes();
  }).observe(box);
}
