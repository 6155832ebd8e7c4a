// The state in the part of the address after #, so that a link or a bookmark shows the same.
import { scene, edgeName } from "./scene.js";
import { change, state, watch } from "./state.js";
import { LANGUAGES } from "./words.js";

const GROUPS = ["kind", "line", "country", "region", "status"];
const THEMES = ["light", "dark"];
const RESTED = 200;
let writing = 0;

function pickName(pick) {
  return "node" in pick ? scene.nodes.id[pick.node] : edgeName(pick.edge);
}

/** What has this name: a node by its id, an edge by kind, ends and number; null for nothing. */
function pickOf(name) {
  const node = scene.nodes.id.indexOf(name);
  if (node >= 0) return { node };
  const start = scene.nodes.id.indexOf(name.split("|")[1]);
  const edge = start < 0 ? undefined : scene.links[start].find((one) => edgeName(one) === name);
  return edge === undefined ? null : { edge };
}

function hash() {
  const parts = new URLSearchParams();
  const put = (name, value) => (value ? parts.set(name, value) : null);
  put("lang", state.lang);
  put("theme", state.theme === "auto" ? "" : state.theme);
  put("view", state.view === "map" ? "" : state.view);
  put("pick", state.pick ? pickName(state.pick) : "");
  put("hops", state.hops > 1 ? String(state.hops) : "");
  put("focus", state.focus ? "1" : "");
  put("path", state.path ? [state.path.from, state.path.to].map((node) => scene.nodes.id[node]).join("|") : "");
  put("least", state.least ? String(state.least) : "");
  put("day", state.day);
  put("size", state.size);
  put("colour", state.colour);
  GROUPS.forEach((group) => state.off[group].forEach((key) => parts.append(`off-${group}`, key)));
  return `#${parts}`;
}

function path(name) {
  const [from, to] = (name || "").split("|").map((id) => scene.nodes.id.indexOf(id));
  return from >= 0 && to >= 0 ? { from, to } : null;
}

/** The fields of the state that the address gives; what it gives wrongly is as if it were not there. */
function told() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const among = (name, values, otherwise) => (values.includes(parts.get(name)) ? parts.get(name) : otherwise);
  const measures = Object.keys(scene.measures);
  return {
    lang: among("lang", LANGUAGES, state.lang),
    theme: among("theme", THEMES, "auto"),
    view: among("view", ["table"], "map"),
    pick: parts.get("pick") ? pickOf(parts.get("pick")) : null,
    hops: Number(among("hops", ["2", "3", "Infinity"], "1")),
    focus: parts.get("focus") === "1",
    path: path(parts.get("path")),
    least: /^\d{1,4}$/.test(parts.get("least") || "") ? Number(parts.get("least")) : 0,
    day: /^\d{4}-\d\d-\d\d$/.test(parts.get("day") || "") ? parts.get("day") : null,
    size: among("size", measures, ""),
    colour: among("colour", measures, ""),
    off: Object.fromEntries(GROUPS.map((group) => [group, new Set(parts.getAll(`off-${group}`))])),
  };
}

/** Writes the state into the address; a page within another (a notebook) has none to write to. */
function keep() {
  if (location.protocol !== "about:" && location.hash !== hash()) history.replaceState(null, "", hash());
}

/** Writes it once the reader rests: browsers refuse many changes of the address in a row. */
function keepSoon() {
  clearTimeout(writing);
  writing = setTimeout(keep, RESTED);
}

export function startFragment() {
  const fields = Object.keys(told());
  change(told());
  watch(fields, keepSoon);
  window.addEventListener("hashchange", () => change(told()));
}
