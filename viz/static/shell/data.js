// Reads the data of the page: JSON, or that of a large scene, which viz/dense.py made small.

const GROUPED = 1; // this text is the Russian one with commas between the groups of digits
const WITH_EDGES = -1; // the claims of all its edges are claims of this node too

async function inflated(base64) {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

function summed(steps) {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

/** A flat column as lists of these lengths. */
function cut(flat, lengths) {
  let start = 0;
  return lengths.map((length) => flat.slice(start, (start += length)));
}

function plainFacts({ long, names, name, step }) {
  const last = names.map(() => 0);
  const flat = step.flatMap((by, place) => [names[name[place]], (last[name[place]] += by)]);
  return cut(flat, plainColumn(long));
}

/** A dense column in one of the forms of viz/payload.py. */
function plainColumn(column) {
  if (!column || typeof column !== "object" || Array.isArray(column)) return column;
  if ("names" in column) return plainFacts(column);
  if ("long" in column) return cut(plainColumn(column.flat), plainColumn(column.long));
  if ("step" in column) return summed(column.step);
  return "at" in column ? { of: column.of, at: plainColumn(column.at) } : column;
}

function plainTable(table) {
  return Object.fromEntries(Object.entries(table).map(([name, column]) => [name, plainColumn(column)]));
}

function regrouped({ ru, ...others }) {
  const told = (text, place) => (text === GROUPED ? ru[place].replaceAll("\u00a0", ",") : text);
  return { ru, ...Object.fromEntries(Object.entries(others).map(([lang, texts]) => [lang, texts.map(told)])) };
}

/** Gives the nodes back what stands at their edges alone. */
function shareClaims({ nodes, edges }) {
  if (!nodes.claims || !edges.claims) return;
  const all = nodes.claims.map((claims) => (claims[0] === WITH_EDGES ? new Set(claims.slice(1)) : null));
  const give = (node, claims) => all[node] && claims.forEach((claim) => all[node].add(claim));
  edges.claims.forEach((claims, edge) => { give(edges.source[edge], claims); give(edges.target[edge], claims); });
  nodes.claims = nodes.claims.map((claims, node) => (all[node] ? [...all[node]].sort((a, b) => a - b) : claims));
}

function plainScene(scene) {
  const found = Object.fromEntries(Object.entries(scene).map(([name, part]) =>
    [name, typeof part === "object" ? plainTable(part) : part]));
  const layouts = Object.fromEntries(Object.entries(scene.layouts).map(([name, layout]) => [name, plainTable(layout)]));
  shareClaims(found);
  return { ...found, layouts, words: regrouped(scene.words) };
}

export async function readData() {
  const element = document.getElementById("data");
  if (element.type === "application/json") return JSON.parse(element.textContent);
  document.getElementById("old-browser").hidden = "DecompressionStream" in window;
  const data = await inflated(element.textContent);
  return { ...data, scene: plainScene(data.scene) };
}
