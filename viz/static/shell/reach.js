// Who is near, and by which way.
import { scene, otherEnd } from "./scene.js";

/** The nodes within `hops` steps over edges that `passable` lets through, and the edges among them. */
export function neighbourhood(start, hops, passable) {
  const nodes = new Set(start);
  let border = [...start];
  for (let hop = 0; hop < hops && border.length; hop += 1) {
    const next = new Set();
    for (const node of border) {
      for (const edge of scene.links[node]) {
        const other = otherEnd(edge, node);
        if (passable(edge) && !nodes.has(other)) next.add(other);
      }
    }
    next.forEach((node) => nodes.add(node));
    border = [...next];
  }
  return { nodes, edges: within(nodes, start, hops, passable) };
}

/** The edges among nodes; after one step only those of the start itself. */
function within(nodes, start, hops, passable) {
  const from = hops === 1 ? start : nodes;
  const edges = new Set();
  for (const node of from) {
    for (const edge of scene.links[node]) if (passable(edge) && nodes.has(otherEnd(edge, node))) edges.add(edge);
  }
  return edges;
}

/** A shortest way between two nodes as its edges in order; null where there is none. */
export function shortest(from, to, passable) {
  const came = new Map([[from, -1]]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) return wayBack(came, from, to);
    for (const edge of scene.links[node]) {
      const other = otherEnd(edge, node);
      if (!came.has(other) && passable(edge)) {
        came.set(other, edge);
        queue.push(other);
      }
    }
  }
  return null;
}

function wayBack(came, from, to) {
  const edges = [];
  for (let node = to; node !== from; node = otherEnd(came.get(node), node)) edges.unshift(came.get(node));
  return edges;
}

/** The nodes along a way of edges, from its start. */
export function stations(from, edges) {
  const nodes = [from];
  edges.forEach((edge) => nodes.push(otherEnd(edge, nodes.at(-1))));
  return nodes;
}
