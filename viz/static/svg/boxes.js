// Countries, regions and the blocks of what lies in no country, as boxes with headings.
import { draw } from "../shell/glyphs.js";
import { short } from "../shell/words.js";

const HEAD = { region: { font: 13, y: 21 }, country: { font: 17, y: 21 } };

export function levelOf(scene, place) {
  if (scene.places.parent[place] >= 0) return "region";
  return scene.places.id[place].startsWith("shared:") ? "shared" : "country";
}

/** The boxes and, apart, their headings, which lie over the edges. */
export function drawBoxes(scene, shell) {
  const levels = scene.places.id.map((_, place) => levelOf(scene, place));
  const rects = levels.map((level) => draw("rect", { class: `box ${level}`, rx: level === "region" ? 8 : 12 }));
  const heads = levels.map((level) => draw("text", { class: `head ${level}` }));
  const order = [...levels.keys()].sort((a, b) => (levels[a] === "region") - (levels[b] === "region"));
  const back = draw("g", {}, ...order.map((place) => rects[place]));
  const front = draw("g", { class: "heads" }, ...heads);

  function arrange({ boxes = [] }) {
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
      head.textContent = short(shell.word(scene.places.title[place]));
      fitText(head, Number(head.dataset.room));
    });
  }

  /** Hides the boxes that hold no shown node. */
  function show(nodes) {
    const full = new Set();
    nodes.forEach((shown, node) => {
      for (let place = scene.nodes.place[node]; shown && place >= 0; place = scene.places.parent[place]) full.add(place);
    });
    rects.forEach((rect, place) => [rect, heads[place]].forEach((part) => part.classList.toggle("off", !full.has(place))));
  }

  function highlight(nodes) {
    front.classList.toggle("far", nodes !== null);
  }

  return { back, heads: front, arrange, refresh, show, highlight };
}

/** Presses a line of text together where it is wider than its room. */
export function fitText(text, room) {
  text.removeAttribute("textLength");
  if (text.getComputedTextLength() <= room) return;
  text.setAttribute("textLength", room);
  text.setAttribute("lengthAdjust", "spacingAndGlyphs");
}
