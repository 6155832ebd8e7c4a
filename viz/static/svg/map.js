// The container map: countries and regions as boxes, nodes as cards with text, edges led around the cards.
import { draw } from "../shell/glyphs.js";
import { drawBoxes } from "./boxes.js";
import { drawCards } from "./cards.js";
import { drawLines } from "./lines.js";
import { NARROW, startView } from "./view.js";
import { picture } from "./picture.js";

/** The box that a reader would begin with: the highest, and of several the leftmost. */
function first(boxes = []) {
  return [...boxes].sort((a, b) => a[1] - b[1] || a[0] - b[0])[0];
}

/** Puts the map on an element; what it returns is what every renderer gives the shell. */
export function mountMap(scene, element, shell) {
  const world = draw("g", { class: "world" });
  const root = draw("svg", { class: "map", width: "100%", height: "100%" }, world);
  element.replaceChildren(root);
  const parts = [drawBoxes(scene, shell), drawLines(scene, shell), drawCards(scene, shell)];
  const [boxes, lines, cards] = parts;
  world.append(boxes.back, lines.back, boxes.heads, lines.front, cards.front);
  const click = (target) => {
    const { place } = target.dataset;
    if (place === undefined) shell.pick(picked(target));
    else boxes.fold(Number(place));
  };
  const view = startView(root, world, click, shell.covered);
  let layout = null;
  let name = "";

  function arrange(wanted) {
    if (wanted === name) return;
    name = wanted;
    layout = scene.layouts[name];
    parts.forEach((part) => part.arrange(layout));
    fit();
  }

  /** The first frame: the whole map; on a narrow page where that is too small to read, its first box. */
  function begin() {
    const small = root.clientWidth <= NARROW && !view.readable(layout.bounds);
    if (small) view.begin(first(layout.boxes) ?? layout.bounds);
    else fit();
  }

  /** Shows the whole map; or some nodes, of which the first alone where all would be too small to read. */
  function fit(nodes) {
    if (!nodes?.length) view.fit(layout.bounds, true);
    else view.fit(cards.around(view.readable(cards.around(nodes)) ? nodes : nodes.slice(0, 1)));
  }

  return {
    formats: ["png", "svg"],
    actions: [],
    arrange,
    begin,
    fit,
    zoom: view.zoom,
    resize: view.resize,
    print: view.print,
    show: (nodes, edges) => { cards.show(nodes); lines.show(edges); boxes.show(nodes); },
    select: (pick) => { cards.select(pick?.node); lines.select(pick?.edge); },
    highlight: (nodes, edges) => { cards.highlight(nodes); lines.highlight(edges); boxes.highlight(nodes); },
    look: (looks) => cards.look(looks),
    refresh: () => parts.forEach((part) => part.refresh()),
    picture: (kind) => picture(root, layout.bounds, kind),
  };
}

/** The node or edge that an element of the map stands for. */
function picked(target) {
  const { node, edge } = target.closest("[data-node], [data-edge]")?.dataset || {};
  if (node !== undefined) return { node: Number(node) };
  return edge === undefined ? null : { edge: Number(edge) };
}
