// The map by vis-network, as pyvis carries it: positions of the layout, physics only when asked for.
import { levelOf } from "../svg/boxes.js";
import { DATA, short } from "../shell/words.js";
import { paintBox, paintCard, paintHead } from "./draw.js";
import { edgeColour, inks } from "../shell/ink.js";

const READABLE = 0.5;

function smooth(bend) {
  return { enabled: bend !== 0, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) };
}

/** Puts the network on an element; what it returns is what every renderer gives the shell. */
export function mountNetwork(scene, element, shell) {
  const { nodes, edges, places } = scene;
  const look = { shown: null, bright: null, brightEdges: null, size: null, colour: null, free: false, fitted: true };
  let layout = null;
  let name = "";
  let ink = inks();
  const nodeSet = new vis.DataSet(DATA.more.nodes.map((node) => ({ ...node, ctxRenderer: drawn })));
  const edgeSet = new vis.DataSet(DATA.more.edges);
  const network = new vis.Network(element, { nodes: nodeSet, edges: edgeSet }, DATA.more.options);
  const levels = places.id.map((_, place) => levelOf(scene, place));

  function cardOf(node, x, y) {
    const { kind, width, height, lines, placeholder, synthetic } = nodes;
    return {
      left: x - width[node] / 2,
      top: y - height[node] / 2,
      width: width[node],
      height: height[node],
      kind: kind[node],
      placeholder: placeholder[node],
      caption: shell.say(`node_${kind[node]}`),
      mark: synthetic[node] ? shell.say("synthetic_mark") : "",
      lines: shell.word(lines[node]).split("\n"),
      fill: look.colour?.[node] ?? ink.paper,
      size: look.size?.[node] ?? 0,
    };
  }

  /** The renderer of a card, as vis-network calls it. */
  function drawn({ ctx, id, x, y, state }) {
    const far = look.bright && !look.bright.has(id);
    const drawNode = () => paintCard(ctx, cardOf(id, x, y), state, far, ink);
    return { drawNode, nodeDimensions: { width: nodes.width[id], height: nodes.height[id] } };
  }

  /** The containers that hold a shown node, countries first, so that regions lie upon them. */
  function containers() {
    if (look.free || !layout) return [];
    const full = new Set();
    nodes.place.forEach((own, node) => {
      for (let place = own; look.shown?.[node] && place >= 0; place = places.parent[place]) full.add(place);
    });
    return [...full].sort((a, b) => (levels[a] === "region") - (levels[b] === "region"));
  }

  function edgeLook(edge) {
    const colour = edgeColour(edges.kind[edge], edges.status[edge]);
    const near = look.brightEdges?.has(edge);
    const labelled = look.brightEdges ? near : layout.labels?.[edge]?.length;
    return {
      id: edge,
      hidden: !look.shownEdges?.[edge],
      color: { color: colour, highlight: colour, hover: colour, opacity: look.brightEdges && !near ? 0.1 : 0.85 },
      label: shell.word(edges.lines[edge]) || undefined,
      font: { size: labelled ? 12 : 0, color: ink.ink, background: ink.stage },
    };
  }

  function redraw() {
    nodeSet.update(nodes.id.map((_, node) => ({ id: node, hidden: !look.shown?.[node] })));
    edgeSet.update(edges.kind.map((_, edge) => edgeLook(edge)));
  }

  function place() {
    nodeSet.update(nodes.id.map((_, node) => ({ id: node, x: layout.x[node], y: layout.y[node] })));
    edgeSet.update(edges.kind.map((_, edge) => ({ id: edge, smooth: smooth(layout.bends[edge]) })));
  }

  function arrange(wanted) {
    if (wanted === name) return;
    name = wanted;
    layout = scene.layouts[name];
    if (!look.free) place();
    redraw();
    fit();
  }

  function around(chosen) {
    const spots = network.getPositions(chosen);
    const sides = (axis, size) => chosen.flatMap((node) => [spots[node][axis] - size[node] / 2, spots[node][axis] + size[node] / 2]);
    const [xs, ys] = [sides("x", nodes.width), sides("y", nodes.height)];
    return [Math.min(...xs) - 24, Math.min(...ys) - 24, Math.max(...xs) + 24, Math.max(...ys) + 24];
  }

  /** Shows the whole map, or some nodes above what the panel covers. */
  function fit(chosen) {
    look.fitted = !chosen?.length;
    const [left, top, right, bottom] = look.fitted ? layout.bounds : around(chosen);
    const below = look.fitted ? 0 : shell.covered();
    const scale = Math.min((element.clientWidth - 24) / (right - left), (element.clientHeight - below - 24) / (bottom - top), 1.2);
    if (scale < READABLE && chosen?.length > 1) {
      fit([chosen[0]]);
      return;
    }
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 };
    network.moveTo({ position, scale: Math.max(scale, 0.02), offset: { x: 0, y: -below / 2 } });
  }

  function resize() {
    const before = { position: network.getViewPosition(), scale: network.getScale() };
    network.setSize("100%", "100%");
    if (look.fitted) fit();
    else network.moveTo(before);
    network.redraw();
  }

  function toggleFree() {
    look.free = !look.free;
    network.setOptions({ physics: { enabled: look.free } });
    if (look.free) return;
    place();
    fit();
  }

  function select(pick) {
    network.unselectAll();
    if (pick?.node !== undefined) network.selectNodes([pick.node], false);
    else if (pick) network.selectEdges([pick.edge]);
  }

  ["dragEnd", "zoom"].forEach((event) => network.on(event, () => { look.fitted = false; }));
  network.on("click", ({ nodes: [node], edges: [edge] }) =>
    shell.pick(node !== undefined ? { node } : edge !== undefined ? { edge } : null));
  network.on("beforeDrawing", (ctx) => containers().forEach((one) => paintBox(ctx, layout.boxes[one], levels[one], ink)));
  network.on("afterDrawing", (ctx) => containers().forEach((one) =>
    paintHead(ctx, layout.boxes[one], levels[one], short(shell.word(places.title[one])), ink)));

  return {
    network,
    formats: ["png"],
    actions: [{ key: "physics", run: toggleFree, pressed: () => look.free }],
    ready: new Promise((done) => network.once("afterDrawing", done)),
    arrange,
    fit,
    resize,
    select,
    zoom: (factor) => { look.fitted = false; network.moveTo({ scale: network.getScale() * factor }); },
    show: (own, lines) => { Object.assign(look, { shown: own, shownEdges: lines }); redraw(); },
    highlight: (bright, brightEdges) => { Object.assign(look, { bright, brightEdges }); redraw(); },
    look: (looks) => { Object.assign(look, looks); network.redraw(); },
    refresh: () => { ink = inks(); redraw(); },
    picture: () => picture(),
  };

  /** The map as it is seen, upon the colour of the page. */
  function picture() {
    const seen = element.querySelector("canvas");
    const canvas = Object.assign(document.createElement("canvas"), { width: seen.width, height: seen.height });
    const ctx = canvas.getContext("2d");
    ctx.fillStyle = ink.stage;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    ctx.drawImage(seen, 0, 0);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }
}
