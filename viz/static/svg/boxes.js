// Countries, regions and the blocks of what lies in no country, as boxes with headings.
import { draw } from "../shell/glyphs.js";
import { short } from "../shell/words.js";

const HEAD = { region: { font: 13, y: 21 }, country: { font: 17, y: 21 } };

export function levelOf(scene, place) {
  if (scene.places.parent[place] >= 0) return "region";
  return scene.places.id[place].startsWith("shared:") ? "shared" : "country";
}

const FOLDED = 42;

/** The filter that a box stands for, and its key: the country or region of what lies in it; null for a block of others. */
function filterOf(scene, place, level) {
  const inside = (node) => scene.nodes.place[node] === place || scene.places.parent[scene.nodes.place[node]] === place;
  const node = level === "shared" ? -1 : scene.nodes.kind.findIndex((_, one) => inside(one));
  const key = node < 0 ? null : scene.nodes[level][node];
  return key ? { group: level, key } : null;
}

/** The boxes, where the layout has any, and, apart, their headings, which lie over the edges. */
export function drawBoxes(scene, shell) {
  const levels = (scene.layouts.wide.boxes || []).map((_, place) => levelOf(scene, place));
  const rects = levels.map((level) => draw("rect", { class: `box ${level}`, rx: level === "region" ? 8 : 12 }));
  const filters = levels.map((level, place) => filterOf(scene, place, level));
  const heads = levels.map((level, place) => draw("text", {
    class: `head ${level}`, ...(filters[place] ? { role: "button", tabindex: 0, "data-place": place } : {}),
  }));
  const order = [...levels.keys()].sort((a, b) => (levels[a] === "region") - (levels[b] === "region"));
  const back = draw("g", {}, ...order.map((place) => rects[place]));
  const front = draw("g", { class: "heads" }, ...heads);
  const folded = (place) => Boolean(filters[place]) && shell.hidden(filters[place]);
  const fold = (place) => shell.filter(filters[place].group, filters[place].key, folded(place));
  let at = [];
  heads.forEach((head, place) => head.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    fold(place);
  }));

  function arrange({ boxes = [] }) {
    at = boxes;
    boxes.forEach(([left, top, right, bottom], place) => {
      Object.entries({ x: left, y: top, width: right - left, height: bottom - top }).forEach(([name, value]) => rects[place].setAttribute(name, value));
      heads[place].setAttribute("x", left + 14);
      heads[place].setAttribute("y", top + HEAD[levels[place] === "region" ? "region" : "country"].y);
      heads[place].dataset.room = right - left - 28;
    });
    refresh();
  }

  function refresh() {
    heads.forEach((head, place) => {
      if (!head.dataset.room) return;
      const mark = filters[place] ? `${folded(place) ? "▸" : "▾"} ` : "";
      if (mark) head.setAttribute("aria-expanded", String(!folded(place)));
      head.textContent = mark + short(shell.word(scene.places.title[place]));
      fitText(head, Number(head.dataset.room));
    });
  }

  /** Hides the boxes that hold no shown node; of one that is folded the heading stays. */
  function show(nodes) {
    const full = new Set();
    nodes.forEach((shown, node) => {
      for (let place = scene.nodes.place[node]; shown && place >= 0; place = scene.places.parent[place]) full.add(place);
    });
    rects.forEach((rect, place) => {
      const parent = scene.places.parent[place];
      const closed = folded(place);
      const off = !full.has(place) && (!closed || (parent >= 0 && folded(parent)));
      [rect, heads[place]].forEach((part) => part.classList.toggle("off", off));
      if (at[place]) rect.setAttribute("height", closed ? FOLDED : at[place][3] - at[place][1]);
    });
    refresh();
  }

  function highlight(nodes) {
    front.classList.toggle("far", nodes !== null);
  }

  return { back, heads: front, fold, arrange, refresh, show, highlight };
}

/** Presses a line of text together where it is wider than its room. */
export function fitText(text, room) {
  text.removeAttribute("textLength");
  if (text.getComputedTextLength() <= room) return;
  text.setAttribute("textLength", room);
  text.setAttribute("lengthAdjust", "spacingAndGlyphs");
}
