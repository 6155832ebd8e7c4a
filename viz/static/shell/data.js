// Reads the data of the page, which viz/dense.py made small.

const GROUPED = 1; // this text is the Russian one with commas between the groups of digits
const ENGLISH = 2; // this Uzbek text is the English one
const WITH_EDGES = -1; // the claims of all its edges are claims of this node too

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const DIGIT = Object.fromEntries([...DIGITS].map((digit, value) => [digit, value]));

/** The whole numbers of a text in Base64 VLQ; many stand as they are. */
function numbers(text) {
  if (Array.isArray(text)) return text;
  const found = [];
  let [sum, place] = [0, 1];
  for (const one of text) {
    const digit = DIGIT[one];
    sum += (digit % 32) * place;
    place *= 32;
    if (digit < 32) {
      found.push(sum % 2 ? (1 - sum) / 2 : sum / 2);
      [sum, place] = [0, 1];
    }
  }
  return found;
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
  const which = numbers(name);
  const flat = numbers(step).flatMap((by, place) => [names[which[place]], (last[which[place]] += by)]);
  return cut(flat, plainColumn(long));
}

/** A dense column in one of the forms of viz/payload.py. */
function plainColumn(column) {
  if (typeof column === "string") return numbers(column);
  if (!column || typeof column !== "object" || Array.isArray(column)) return column;
  if ("names" in column) return plainFacts(column);
  if ("long" in column) return cut(plainColumn(column.flat), plainColumn(column.long));
  if ("step" in column) return summed(numbers(column.step));
  return "at" in column ? { of: column.of, at: plainColumn(column.at) } : column;
}

function plainTable(table) {
  return Object.fromEntries(Object.entries(table).map(([name, column]) => [name, plainColumn(column)]));
}

function plainWords({ ru, ...others }) {
  const [en, uz] = [others.en, others.uz].map((texts) =>
    texts.map((text, place) => (text === GROUPED ? ru[place].replaceAll("\u00a0", ",") : text)));
  return { ru, en, uz: uz.map((text, place) => (text === ENGLISH ? en[place] : text)) };
}

/** A path as x, y, x, y … from the steps of all x and then of all y. */
function plainPath(steps) {
  const half = steps.length / 2;
  const [xs, ys] = [summed(steps.slice(0, half)), summed(steps.slice(half))];
  return xs.flatMap((x, at) => [x, ys[at]]);
}

function plainLayout(layout) {
  const found = plainTable(layout);
  return found.paths ? { ...found, paths: found.paths.map(plainPath) } : found;
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
  const layouts = Object.fromEntries(Object.entries(scene.layouts).map(([name, layout]) => [name, plainLayout(layout)]));
  shareClaims(found);
  return { ...found, layouts, words: plainWords(scene.words) };
}

export function readData(data) {
  return { ...data, scene: plainScene(data.scene) };
}
