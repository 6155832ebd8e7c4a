// The map by keyboard: arrows go to the next node in that direction, Enter to its details, + - 0 zoom, Escape lets go.
import { scene } from "./scene.js";
import { change, pickedNode, state } from "./state.js";
import { byId } from "./words.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest shown node in a direction; what lies aside counts double. */
function next(from, [dx, dy], { x, y }) {
  let best = from;
  let least = Infinity;
  state.shown.nodes.forEach((shown, node) => {
    const [along, aside] = [(x[node] - x[from]) * dx + (y[node] - y[from]) * dy, (x[node] - x[from]) * dy + (y[node] - y[from]) * dx];
    const far = along + 2 * Math.abs(aside);
    if (shown && along > 0 && far < least) [best, least] = [node, far];
  });
  return best;
}

function first() {
  return state.shown.nodes.indexOf(1);
}

export function startKeys(renderer, layout, reveal) {
  byId("map").addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (arrow) {
      event.preventDefault();
      const node = pickedNode() < 0 ? first() : next(pickedNode(), arrow, scene.layouts[layout()]);
      if (node >= 0) reveal({ node });
    } else if (event.key === "Enter") {
      byId("panel").focus();
    } else if (event.key === "+" || event.key === "=") {
      renderer.zoom(1.3);
    } else if (event.key === "-") {
      renderer.zoom(1 / 1.3);
    } else if (event.key === "0") {
      renderer.fit();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") change({ pick: null, path: null, from: null, focus: false });
  });
}
