// What the reader chose, and who wants to know when it changes.
import { DATA } from "./words.js";

const listeners = [];

export const state = {
  lang: DATA.lang,
  theme: "auto", // auto, light or dark
  view: "map", // map or table
  pick: null, // { node } or { edge }
  hops: 1, // how far the neighbourhood of what is picked reaches
  focus: false, // only the neighbourhood is shown
  from: null, // node from which a path is wanted
  path: null, // { from, to }
  off: { kind: new Set(), line: new Set(), country: new Set(), region: new Set(), status: new Set() },
  least: 0, // nodes with fewer edges are hidden
  day: null, // ISO day as of which edges are shown
  size: "", // measure by which nodes are sized
  colour: "", // measure by which nodes are coloured
  shown: null, // masks of nodes and edges that the filters leave
  bright: null, // sets of nodes and edges that are not dimmed
};

/** Calls `act` after any of the fields `names` changed. */
export function watch(names, act) {
  listeners.push([names, act]);
}

export function change(fields) {
  Object.assign(state, fields);
  for (const [names, act] of listeners) {
    if (names.some((name) => name in fields)) act();
  }
}

export function pickedNode() {
  return state.pick && "node" in state.pick ? state.pick.node : -1;
}

export function pickedEdge() {
  return state.pick && "edge" in state.pick ? state.pick.edge : -1;
}
