// Nodes as cards: the mark and the name of the kind, the title in lines, and a bar where a measure is shown.
import { draw, glyph } from "../shell/glyphs.js";
import { fitText } from "./boxes.js";

const LEFT = 15;
const FIRST = 36;
const LINE = 18;

function frame(scene, node) {
  const { kind, width, height, placeholder } = scene.nodes;
  const [left, top] = [-width[node] / 2, -height[node] / 2];
  const colour = `var(--node-${kind[node]})`;
  const paper = draw("rect", {
    class: "paper", x: left, y: top, width: width[node], height: height[node], rx: 7, stroke: colour,
    "stroke-dasharray": placeholder[node] || kind[node] === "Gap" ? "6 5" : "none",
  });
  if (placeholder[node]) return [paper];
  const edge = `M${left + 6} ${top}h-1a5 5 0 0 0-5 5v${height[node] - 10}a5 5 0 0 0 5 5h1z`;
  return [paper, draw("path", { d: edge, fill: colour })];
}

/** One card about 0, 0. */
function card(scene, node) {
  const { kind, width, height, placeholder } = scene.nodes;
  const [left, top] = [-width[node] / 2, -height[node] / 2];
  const caption = draw("text", { class: "caption", x: left + 33, y: top + 19, fill: `var(--node-${kind[node]})` });
  const mark = draw("text", { class: "caption synthetic", x: -left - 10, y: top + 19, "text-anchor": "end" });
  const title = draw("text", { class: placeholder[node] ? "title unnamed" : "title" });
  const bar = draw("rect", { class: "bar", x: left + LEFT, y: -top - 6, height: 3, width: 0 });
  const parts = [...frame(scene, node), glyph(kind[node], left + 21, top + 15, placeholder[node]), caption, mark, title, bar];
  return { group: draw("g", { class: "card", "data-node": node }, ...parts), caption, mark, title, bar, paper: parts[0] };
}

export function drawCards(scene, shell) {
  const { kind, width, height, lines, synthetic, place } = scene.nodes;
  const cards = kind.map((_, node) => card(scene, node));
  const front = draw("g", { class: "cards" }, ...cards.map(({ group }) => group));
  let at = null;

  function arrange(layout) {
    at = layout;
    cards.forEach(({ group }, node) => group.setAttribute("transform", `translate(${at.x[node]} ${at.y[node]})`));
  }

  function titleLine(text, node, row) {
    const [x, y] = [-width[node] / 2 + LEFT, -height[node] / 2 + FIRST + LINE * row + 5];
    return Object.assign(draw("tspan", { x, y }), { textContent: text });
  }

  function refresh() {
    cards.forEach(({ caption, mark, title }, node) => {
      const stands = !at.boxes && kind[node] === "Enterprise";
      caption.textContent = stands ? shell.word(scene.places.title[place[node]]) : shell.say(`node_${kind[node]}`);
      mark.textContent = synthetic[node] ? shell.say("synthetic_mark") : "";
      title.replaceChildren(...shell.word(lines[node]).split("\n").map((text, row) => titleLine(text, node, row)));
      [...title.children].forEach((line) => fitText(line, width[node] - LEFT - 9));
    });
  }

  /** The rectangle around cards, with a margin. */
  function around(nodes) {
    const sides = (spot, size) => nodes.flatMap((node) => [spot[node] - size[node] / 2, spot[node] + size[node] / 2]);
    const [xs, ys] = [sides(at.x, width), sides(at.y, height)];
    return [Math.min(...xs) - 24, Math.min(...ys) - 24, Math.max(...xs) + 24, Math.max(...ys) + 24];
  }

  function look({ size, colour }) {
    cards.forEach(({ bar, paper }, node) => {
      bar.setAttribute("width", size ? size[node] * (width[node] - 2 * LEFT) : 0);
      paper.style.fill = colour?.[node] ?? "";
    });
  }

  return {
    front,
    arrange,
    refresh,
    around,
    look,
    show: (nodes) => cards.forEach(({ group }, node) => group.classList.toggle("off", !nodes[node])),
    select: (chosen) => cards.forEach(({ group }, node) => group.classList.toggle("picked", node === chosen)),
    highlight: (nodes) => cards.forEach(({ group }, node) => group.classList.toggle("far", nodes !== null && !nodes.has(node))),
  };
}
