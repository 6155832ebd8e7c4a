// The renderer of large scenes: regions with bundled edges at first, one by one where the reader asks for it.

import { framing, worldPoint, zoomedAt } from "./camera.js";
import { gathered, heldBy } from "./bundles.js";
import { canvasSurface, drawAll } from "./canvas.js";
import { looksOf } from "./dots.js";
import { listen } from "./gestures.js";
import { inks, nodeColour } from "../shell/ink.js";
import { cleared } from "./layers.js";
import { softwareRendered, webglSurface } from "./webgl.js";
import { arrangementOf, boxAround, edgeAt, nodeAt, placeAt, radii, worldOf } from "./world.js";

const SETTLED = 140;
const TAP_SLACK = 6;

/** The kind that most edges have: bundles are drawn in its colour. */
function commonestKind(scene) {
  const counts = new Map();
  for (let j = 0; j < scene.edges.count; j += 1) counts.set(scene.edges.kind[j], (counts.get(scene.edges.kind[j]) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind]) => kind)[0];
}

/** All that the painters read: what is shown and chosen, and from where it is seen. */
function viewOf(scene) {
  const world = worldOf(scene);
  return {
    scene,
    world,
    commonest: commonestKind(scene),
    nodeMask: new Uint8Array(scene.nodes.count).fill(1),
    edgeMask: new Uint8Array(scene.edges.count).fill(1),
    radius: radii(world, null),
    colours: null,
    colourOf(i) { return (this.colours && this.colours[i]) || nodeColour(scene.nodes.kind[i]); },
    expanded: new Set(),
    bright: null,
    chosenEdges: null,
    picked: -1,
    pickedEdge: -1,
    names: [],
    moving: false,
  };
}

/** What follows from what is shown and chosen. */
function derive(view) {
  view.held = heldBy(view.scene, view.nodeMask);
  view.inks = inks();
  view.looks = looksOf(view);
  Object.assign(view, gathered(view));
  const chosen = [...(view.chosenEdges || []), ...(view.pickedEdge >= 0 ? [view.pickedEdge] : [])];
  view.top = [...new Set(chosen)].filter((j) => view.edgeMask[j]);
}

/** The places whose edges may be drawn one by one: those that hold nodes themselves. */
function expandable(scene) {
  return new Set(scene.nodes.place);
}

export function mountSigma(scene, element, shell) {
  const view = viewOf(scene);
  const surface = softwareRendered() ? canvasSurface(element) : webglSurface(element, scene);
  let stale = true;
  let asked = 0;
  let settling = 0;

  function paint() {
    asked = 0;
    if (!view.width || !view.height) return;
    if (stale) {
      derive(view);
      surface.restyle(view);
      stale = false;
    }
    surface.frame(view);
  }

  function redraw() {
    asked = asked || requestAnimationFrame(paint);
  }

  function changed() {
    stale = true;
    redraw();
  }

  function move(change) {
    view.camera = change(view.camera);
    view.moving = true;
    clearTimeout(settling);
    settling = setTimeout(() => { view.moving = false; redraw(); }, SETTLED);
    redraw();
  }

  function show(box) {
    view.camera = framing(box, view.width, view.height);
    redraw();
  }

  function measure() {
    [view.width, view.height] = [element.clientWidth, element.clientHeight];
  }

  function tap(at) {
    const point = worldPoint(view.camera, at.x, at.y);
    const slack = TAP_SLACK / view.camera.zoom;
    const node = nodeAt(view, point, slack);
    const edge = node < 0 ? edgeAt(view, point, slack) : -1;
    shell.pick(node >= 0 ? { node } : edge >= 0 ? { edge } : null);
  }

  /** Shows the edges of a place one by one and brings it into view, or bundles them again. */
  function toggle(place) {
    if (view.expanded.delete(place)) return changed();
    view.expanded.add(place);
    show(view.boxes[place]);
    changed();
  }

  function twice(at) {
    const place = placeAt(view, worldPoint(view.camera, at.x, at.y));
    if (place >= 0) toggle(place);
  }

  function everyEdge() {
    view.expanded = view.expanded.size ? new Set() : expandable(scene);
    changed();
  }

  const renderer = {
    surface,
    view,
    formats: ["png"],
    actions: [{ key: "every_edge", run: everyEdge, pressed: () => view.expanded.size > 0 }],
    show(nodeMask, edgeMask) { Object.assign(view, { nodeMask, edgeMask }); changed(); },
    select(pick) {
      view.picked = pick && pick.node !== undefined ? pick.node : -1;
      view.pickedEdge = pick && pick.edge !== undefined ? pick.edge : -1;
      changed();
    },
    highlight(nodes, edges) { Object.assign(view, { bright: nodes, chosenEdges: edges }); changed(); },
    look({ size, colour }) { Object.assign(view, { radius: radii(view.world, size), colours: colour }); changed(); },
    fit(indices) { show(indices && indices.length ? boxAround(view.at, indices) : view.at.bounds); },
    zoom(factor) { move((camera) => zoomedAt(camera, factor, view.width / 2, view.height / 2)); },
    arrange(name) {
      if (name === view.arranged) return;
      view.arranged = name;
      view.at = arrangementOf(scene, name);
      view.boxes = [];
      view.at.places.forEach((box) => { view.boxes[box.place] = box; });
      measure();
      show(view.at.bounds);
      changed();
    },
    resize() { measure(); redraw(); },
    refresh: changed,
    picture() {
      const canvas = document.createElement("canvas");
      const ctx = cleared(canvas, view.width, view.height, 2);
      ctx.fillStyle = view.inks.stage;
      ctx.fillRect(0, 0, view.width, view.height);
      drawAll(ctx, view);
      return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    },
  };
  listen(surface.target, { move, tap, twice });
  return renderer;
}
