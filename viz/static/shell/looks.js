// Size and colour of nodes by a measure.
import { scene } from "./scene.js";
import { change, state, watch } from "./state.js";
import { DATA, byId, make, say } from "./words.js";

const RAMP = {
  light: ["#e3eef5", "#b9d7e8", "#84b8d6", "#4a93bd", "#12699a"],
  dark: ["#22323f", "#2b4a60", "#336584", "#3f86ae", "#6cb8e6"],
};

/** Values as shares of the largest, 0 to 1; null where there is none. */
function shares(name) {
  const values = scene.measures[name];
  const most = values.reduce((top, value) => Math.max(top, value ?? 0), 0);
  return values.map((value) => (value === null || !most ? null : Math.max(0, value) / most));
}

/** What a renderer is told of the looks of nodes. */
export function looks() {
  const ramp = RAMP[document.documentElement.dataset.theme];
  const size = state.size ? Float32Array.from(shares(state.size), (share) => share ?? 0) : null;
  const step = (share) => (share === null ? null : ramp[Math.min(ramp.length - 1, Math.floor(share * ramp.length))]);
  return { size, colour: state.colour ? shares(state.colour).map(step) : null };
}

function fill(id, field) {
  const select = byId(id);
  const option = (value, text) => Object.assign(make("option", "", text), { value });
  const names = Object.keys(scene.measures);
  select.replaceChildren(option("", say("look_none")), ...names.map((name) => option(name, say(`fact_measure_${name}`))));
  select.value = state[field];
}

export function startLooks() {
  for (const field of ["size", "colour"]) {
    byId(`look-${field}`).addEventListener("change", (event) => change({ [field]: event.target.value }));
    watch(["lang", field], () => fill(`look-${field}`, field));
  }
}

/** The colours of kinds for the theme, as variables of the style sheet. */
export function setColours() {
  const at = document.documentElement.dataset.theme === "dark" ? 1 : 0;
  const { style } = document.documentElement;
  for (const [kind, colours] of Object.entries(DATA.style.nodes)) style.setProperty(`--node-${kind}`, colours[at]);
  for (const [kind, { colour }] of Object.entries(DATA.style.edges)) style.setProperty(`--edge-${kind}`, colour[at]);
  style.setProperty("--ended", DATA.style.ended[at]);
}
