"use strict";
// The map: vis-network over the scene, its layout by the shape of the window, filter and highlight.

const nodeSet = new vis.DataSet(DATA.network.nodes.map((node) => ({ ...node, ctxRenderer: drawCard })));
const edgeSet = new vis.DataSet(DATA.network.edges);
const BASE = new Map(DATA.network.edges.map((edge) => [edge.id, edge]));
const network = new vis.Network(byId("map"), { nodes: nodeSet, edges: edgeSet }, DATA.network.options);

function layout() {
  return window.innerHeight > window.innerWidth ? SCENE.tall : SCENE.wide;
}

function smooth(bend) {
  return { enabled: bend !== 0, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) };
}

/** `text` in lines of about `width` letters. */
function wrapped(text, width = 22) {
  return text.split(" ").reduce((lines, word) => {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && longer.length <= width) return [...lines.slice(0, -1), longer];
    return [...lines, word];
  }, []).join("\n");
}

/** Whether the label of an edge is written: where it has room, and on all edges of a selection. */
function labelShown(edge, labelled) {
  if (!state.near) return labelled.has(edge.id);
  return state.near.has(edge.id);
}

function edgeLook(edge, labelled) {
  const far = state.near && !state.near.has(edge.id);
  const base = BASE.get(edge.id);
  return {
    id: edge.id,
    hidden: !edgeShown(edge),
    color: { color: base.color, highlight: base.color, hover: base.color, opacity: far ? 0.1 : 0.85 },
    label: wrapped(inLanguage(edge.label)),
    font: { size: labelShown(edge, labelled) ? 12 : 0 },
  };
}

/** Draws all again as the filter, the selection and the language ask. */
function refresh() {
  const labelled = new Set(layout().labelled);
  nodeSet.update(SCENE.nodes.map((node) => ({ id: node.id, hidden: !nodeShown(node), label: inLanguage(node.title) })));
  edgeSet.update(SCENE.edges.map((edge) => edgeLook(edge, labelled)));
  byId("empty").hidden = SCENE.nodes.some(nodeShown);
}

let drawn = null; // the layout that the cards stand in

/** Puts every card where the layout for this window has it. */
function place() {
  drawn = layout();
  const { positions, curves } = drawn;
  nodeSet.update(SCENE.nodes.map(({ id }) => ({ id, x: positions[id][0], y: positions[id][1] })));
  edgeSet.update(SCENE.edges.map(({ id }) => ({ id, smooth: smooth(curves[id]) })));
}

/** Shows the whole map, with its containers and the bends of its edges. */
function fit() {
  state.fitted = true;
  if (state.free) {
    network.fit();
    return;
  }
  const [left, top, right, bottom] = layout().bounds;
  const stage = byId("stage");
  const scale = Math.min((stage.clientWidth - 24) / (right - left), (stage.clientHeight - 24) / (bottom - top), 1.2);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02) });
}

/** Fits the map to its room on the page: anew if the reader has not moved it, else about the same middle. */
function resize() {
  const before = { position: network.getViewPosition(), scale: network.getScale() };
  network.setSize("100%", "100%");
  if (!state.free && drawn !== layout()) place();
  if (state.fitted) fit();
  else network.moveTo(before);
  network.redraw();
}

function zoom(factor) {
  state.fitted = false;
  network.moveTo({ scale: network.getScale() * factor });
}

/** The ids that stay bright: a card with its edges and partners, or an edge with its two ends. */
function neighbourhood(id) {
  const edge = EDGES.get(id);
  if (edge) return new Set([id, edge.source, edge.target]);
  const edges = edgesOf(id).filter(edgeShown);
  return new Set([id, ...edges.map((one) => one.id), ...edges.map((one) => otherEnd(one, id))]);
}

/** The middle of the cards and the zoom at which they fit beside or above the panel. */
function frame(ids) {
  const positions = network.getPositions(ids);
  const boxes = ids.map((id) => cardBox(id, positions[id]));
  const { left, top, right, bottom } = around(boxes);
  const stage = byId("stage");
  const covered = window.innerWidth <= 760 ? byId("panel").clientHeight : 0;
  const scale = Math.min(stage.clientWidth / (right - left), (stage.clientHeight - covered) / (bottom - top), 1);
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, offset: { x: 0, y: -covered / 2 } };
}

/** Brings what is selected into view: with its partners where that leaves it readable, else alone. */
function centre(id) {
  state.fitted = false;
  const near = frame([...state.near].filter((one) => NODES.has(one)));
  const edge = EDGES.get(id);
  const alone = { ...frame(edge ? [edge.source, edge.target] : [id]), scale: Math.max(network.getScale(), 0.75) };
  network.moveTo(near.scale < 0.5 ? alone : near);
}

function toggleFree() {
  state.free = !state.free;
  network.setOptions({ physics: { enabled: state.free } });
  if (!state.free) {
    place();
    fit();
  }
}

["dragEnd", "zoom"].forEach((event) => network.on(event, () => { state.fitted = false; }));
network.on("beforeDrawing", (ctx) => drawContainers(ctx, network.getPositions(), drawContainer));
network.on("afterDrawing", (ctx) => drawContainers(ctx, network.getPositions(), drawHeading));
