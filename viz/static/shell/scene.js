// The scene as plain columns: one array a field, a byte mask where the file lists places.
import { DATA, word } from "./words.js";

const EMPTY = { title: -1, place: -1, label: -1, dates: -1, lines: -1, parent: -1, source: -1, weight: 1 };
const LISTS = new Set(["facts", "claims", "aliases"]);
const MASKS = new Set(["placeholder", "synthetic"]);
const NODE_FIELDS = ["id", "kind", "title", "aliases", "place", "country", "region", "status", "facts", "claims", "placeholder",
  "synthetic", "width", "height", "lines"];
const EDGE_FIELDS = ["kind", "source", "target", "label", "dates", "since", "until", "status", "facts", "claims", "synthetic", "lines", "weight"];

/** A column of `count` values from any of the forms in which the file has it. */
function unpacked(column, count, empty) {
  if (Array.isArray(column)) return column;
  if (column === undefined) return Array(count).fill(empty);
  return "all" in column ? Array(count).fill(column.all) : column.at.map((place) => column.of[place]);
}

function mask(places, count) {
  const marked = new Uint8Array(count);
  for (const place of places || []) marked[place] = 1;
  return marked;
}

function field(table, name) {
  if (MASKS.has(name)) return mask(table[name], table.count);
  if (LISTS.has(name)) return table[name] || Array(table.count).fill([]);
  return unpacked(table[name], table.count, EMPTY[name] ?? null);
}

function columns(table, fields) {
  return { count: table.count, ...Object.fromEntries(fields.map((name) => [name, field(table, name)])) };
}

/** For each node its edges. */
function linked(nodes, edges) {
  const links = Array.from({ length: nodes.count }, () => []);
  for (let edge = 0; edge < edges.count; edge += 1) {
    links[edges.source[edge]].push(edge);
    if (edges.target[edge] !== edges.source[edge]) links[edges.target[edge]].push(edge);
  }
  return links;
}

function read(file) {
  const nodes = columns(file.nodes, NODE_FIELDS);
  const edges = columns(file.edges, EDGE_FIELDS);
  const texts = Object.fromEntries(["kind", "locator", "asserted", "status"].map((name) =>
    [name, unpacked(file.claims[name], file.claims.count, -1)]));
  const links = linked(nodes, edges);
  const measures = { links: links.map((own) => own.length) };
  for (const [name, column] of Object.entries(file.nodes.measures || {})) measures[name] = unpacked(column, nodes.count, null);
  return {
    title: file.title,
    nodes,
    edges,
    links,
    measures,
    places: columns(file.places, ["id", "title", "parent"]),
    claims: { ...columns(file.claims, ["id", "source", "quote", "confidence", "note"]), ...texts },
    sources: { ...columns(file.sources, ["title", "address"]), published: unpacked(file.sources.published, file.sources.count, -1) },
    layouts: file.layouts,
  };
}

export const scene = read(DATA.scene);

export function otherEnd(edge, node) {
  return scene.edges.source[edge] === node ? scene.edges.target[edge] : scene.edges.source[edge];
}

export function directed(edge) {
  return DATA.style.edges[scene.edges.kind[edge]].directed;
}

/** The name of an edge that stays the same in every file of the same graph. */
export function edgeName(edge) {
  const { kind, source, target } = scene.edges;
  const same = scene.links[source[edge]].filter((one) => kind[one] === kind[edge] && source[one] === source[edge] && target[one] === target[edge]);
  return [kind[edge], scene.nodes.id[source[edge]], scene.nodes.id[target[edge]], same.indexOf(edge)].join("|");
}

/** The place of the country or region with this code; -1 where none is drawn. */
export function placeOf(kind, code) {
  return scene.places.id.indexOf(`${kind}:${code}`);
}

/** The name of a country or region; its code where it is not drawn. */
export function placeTitle(kind, code) {
  const place = placeOf(kind, code);
  return place < 0 ? code ?? "" : word(scene.places.title[place]);
}
