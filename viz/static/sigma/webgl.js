// The map by sigma: nodes and edges on the graphics card, the ground under them and the marks over them on canvases.

import { worldPoint } from "./camera.js";
import { FADED, drawDots, drawTop } from "./dots.js";
import { edgeColour } from "../shell/ink.js";
import { drawGround } from "./ground.js";
import { cleared, layerOn } from "./layers.js";
import { drawMarks } from "./marks.js";

const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;
const SETTINGS = {
  allowInvalidContainer: true,
  autoRescale: true,
  itemSizesReference: "positions",
  minEdgeThickness: 1,
  renderEdgeLabels: false,
  renderLabels: false,
  stagePadding: 0,
  zoomToSizeRatioFunction: (ratio) => ratio,
};

/** Whether WebGL is missing or rendered by software, as far as the browser says. */
export function softwareRendered() {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return true;
  const named = gl.getExtension("WEBGL_debug_renderer_info");
  const name = String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  const lose = gl.getExtension("WEBGL_lose_context");
  if (lose) lose.loseContext();
  return SOFTWARE.test(name);
}

function channels(colour) {
  const digits = colour.length === 4 ? colour.slice(1).replace(/./g, "$&$&") : colour.slice(1);
  return [0, 2, 4].map((from) => parseInt(digits.slice(from, from + 2), 16));
}

/** What a colour seen through looks like on the paper: sigma adds colours up where they are not opaque. */
function through(colour, alpha, paper) {
  const ground = channels(paper);
  const mixed = channels(colour).map((value, i) => Math.round(ground[i] + (value - ground[i]) * alpha));
  return `rgb(${mixed.join(", ")})`;
}

function boxOn(element) {
  const box = document.createElement("div");
  Object.assign(box.style, { position: "absolute", inset: "0", pointerEvents: "none" });
  element.append(box);
  return box;
}

function graphOf(scene) {
  const graph = new SIGMA.Graph({ multi: true, type: "directed", allowSelfLoops: true });
  for (let i = 0; i < scene.nodes.count; i += 1) graph.addNode(i, { x: 0, y: 0, size: 1, color: "#000000" });
  return graph;
}

function restyleNodes(graph, view) {
  const look = new Map();
  view.looks.forEach((one) => one.nodes.forEach((i) => look.set(i, one)));
  graph.updateEachNodeAttributes((key, attributes) => {
    const i = Number(key);
    const own = look.get(i);
    attributes.x = view.at.x[i];
    attributes.y = -view.at.y[i];
    attributes.size = view.radius[i];
    attributes.hidden = !own || Boolean(own.hollow);
    if (own) attributes.color = own.faded ? through(own.colour, FADED, view.inks.region) : own.colour;
    return attributes;
  });
}

function restyleEdges(graph, view) {
  graph.clearEdges();
  const { source, target, kind, status } = view.scene.edges;
  const alpha = view.bright ? 0.1 : 0.28;
  for (const j of view.raw) {
    graph.addEdge(source[j], target[j], { color: through(edgeColour(kind[j], status[j]), alpha, view.inks.region), size: 1 });
  }
}

/** Lets sigma look from where the reader looks. */
function aim(sigma, view) {
  const at = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
  const here = sigma.graphToViewport({ x: 0, y: 0 }, { cameraState: at });
  const there = sigma.graphToViewport({ x: 100, y: 0 }, { cameraState: at });
  const middle = worldPoint(view.camera, view.width / 2, view.height / 2);
  const ratio = (there.x - here.x) / 100 / view.camera.zoom;
  const framed = sigma.viewportToFramedGraph(sigma.graphToViewport({ x: middle.x, y: -middle.y }));
  sigma.getCamera().setState({ x: framed.x, y: framed.y, angle: 0, ratio });
}

export function webglSurface(element, scene) {
  const below = layerOn(element);
  const box = boxOn(element);
  const above = layerOn(element);
  const graph = graphOf(scene);
  let sigma = null;
  return {
    name: "webgl",
    target: above,
    spotOf: (i) => sigma.graphToViewport(graph.getNodeAttributes(i)),
    restyle(view) {
      restyleNodes(graph, view);
      restyleEdges(graph, view);
      sigma = sigma || new SIGMA.Sigma(graph, box, SETTINGS);
      const { left, top, right, bottom } = view.at.bounds;
      sigma.setCustomBBox({ x: [left, right], y: [-bottom, -top] });
      sigma.refresh();
    },
    frame(view) {
      const { width, height } = sigma.getDimensions();
      if (width !== view.width || height !== view.height) sigma.resize();
      drawGround(cleared(below, view.width, view.height), view);
      aim(sigma, view);
      const ctx = cleared(above, view.width, view.height);
      drawDots(ctx, view, view.looks.filter((look) => look.hollow));
      drawTop(ctx, view);
      drawMarks(ctx, view);
    },
  };
}
