// What the filters leave, and what of it is bright.
import { scene } from "./scene.js";
import { change, pickedEdge, pickedNode, state, watch } from "./state.js";
import { neighbourhood, shortest, stations } from "./reach.js";
import { byId } from "./words.js";

export const NONE = "";

function nodePasses(node) {
  const { off } = state;
  const { kind, country, region } = scene.nodes;
  if (scene.measures.links[node] < state.least) return false;
  return !off.kind.has(kind[node]) && !off.country.has(country[node] ?? NONE) && !off.region.has(region[node] ?? NONE);
}

/** Whether an edge held on the chosen day, as far as its dates say; one without dates always does. */
function holds(edge) {
  const { since, until } = scene.edges;
  return !state.day || ((since[edge] ?? "") <= state.day && (until[edge] ?? "9") >= state.day);
}

function edgePasses(edge) {
  const { off } = state;
  return !off.line.has(scene.edges.kind[edge]) && !off.status.has(scene.edges.status[edge] ?? NONE) && holds(edge);
}

function masks() {
  const { nodes, edges } = scene;
  const own = Uint8Array.from({ length: nodes.count }, (_, node) => nodePasses(node));
  const lines = Uint8Array.from({ length: edges.count }, (_, edge) =>
    edgePasses(edge) && own[edges.source[edge]] && own[edges.target[edge]]);
  return { nodes: own, edges: lines };
}

/** The masks of what is near the pick alone. */
function focused({ nodes, edges }) {
  const near = neighbourhood([pickedNode()], state.hops, (edge) => edges[edge]);
  return {
    nodes: nodes.map((shown, node) => shown && near.nodes.has(node)),
    edges: edges.map((shown, edge) => shown && near.nodes.has(scene.edges.source[edge]) && near.nodes.has(scene.edges.target[edge])),
  };
}

function show() {
  const all = masks();
  change({ shown: state.focus && pickedNode() >= 0 ? focused(all) : all });
}

export function passable(edge) {
  return state.shown.edges[edge] === 1;
}

function bright() {
  if (state.path) {
    const edges = shortest(state.path.from, state.path.to, passable) || [];
    return { nodes: new Set([state.path.to, ...stations(state.path.from, edges)]), edges: new Set(edges) };
  }
  const edge = pickedEdge();
  if (edge >= 0) return { nodes: new Set([scene.edges.source[edge], scene.edges.target[edge]]), edges: new Set([edge]) };
  return pickedNode() >= 0 ? neighbourhood([pickedNode()], state.hops, passable) : null;
}

/** Shows or hides all that has this key in a group: a kind of node or edge, a country, region or status. */
export function filter(group, key, shown) {
  const keys = new Set(state.off[group]);
  if (shown) keys.delete(key);
  else keys.add(key);
  change({ off: { ...state.off, [group]: keys } });
}

export function startFilters() {
  watch(["off", "day", "focus", "least"], show);
  byId("least").addEventListener("input", () => change({ least: Number(byId("least").value) || 0 }));
  watch(["least"], () => { byId("least").value = state.least || ""; });
  watch(["pick", "hops"], () => (state.focus ? show() : null));
  watch(["shown", "pick", "hops", "path"], () => change({ bright: bright() }));
  show();
}
