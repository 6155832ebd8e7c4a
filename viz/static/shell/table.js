// The same facts as two tables, for the keyboard, the screen reader and the printer.
import { scene, placeTitle } from "./scene.js";
import { badges } from "./panel.js";
import { change, state, watch } from "./state.js";
import { button, byId, make, say, sayCode, word } from "./words.js";

const PAGE = 500;
const room = { node: PAGE, edge: PAGE };

function cell(content, className = "") {
  const data = make("td", className);
  data.append(content);
  return data;
}

function nodeCells(node) {
  const { title, kind, country, region, status, claims } = scene.nodes;
  const name = cell(button(word(title[node]), () => change({ pick: { node }, path: null })));
  name.append(...badges(scene.nodes, node));
  return [
    name,
    cell(say(`node_${kind[node]}`)),
    cell(placeTitle("Country", country[node])),
    cell(placeTitle("Region", region[node]), "wide-only"),
    cell(sayCode("status", status[node]), "wide-only"),
    cell(String(claims[node].length), "number"),
  ];
}

function edgeCells(edge) {
  const { kind, source, target, label, status, dates, claims } = scene.edges;
  const name = cell(button(say(`edge_${kind[edge]}`), () => change({ pick: { edge }, path: null })));
  name.append(...badges(scene.edges, edge));
  return [
    name,
    cell(word(scene.nodes.title[source[edge]])),
    cell(word(scene.nodes.title[target[edge]])),
    cell(word(label[edge]), "wide-only"),
    cell(sayCode("status", status[edge]), "wide-only"),
    cell(word(dates[edge]), "wide-only"),
    cell(String(claims[edge].length), "number"),
  ];
}

function heading([key, className = ""]) {
  const head = make("th", className, say(`column_${key}`));
  head.scope = "col";
  return head;
}

function tableOf(columns, rows) {
  const head = make("thead", "", "", make("tr", "", "", ...columns.map(heading)));
  const body = make("tbody", "", "", ...rows.map((cells) => make("tr", "", "", ...cells)));
  return make("table", "", "", head, body);
}

const NODE_COLUMNS = [["name"], ["kind"], ["country"], ["region", "wide-only"], ["status", "wide-only"], ["claims"]];
const EDGE_COLUMNS = [["kind"], ["from"], ["to"], ["label", "wide-only"], ["status", "wide-only"], ["dates", "wide-only"], ["claims"]];

/** The rows that the filters leave; nodes by their titles in the language of the page. */
export function shownRows(table) {
  const rows = [];
  state.shown[table].forEach((shown, row) => (shown ? rows.push(row) : null));
  if (table === "edges") return rows;
  const order = new Intl.Collator(state.lang, { numeric: true });
  const titles = scene.nodes.title.map((place) => word(place));
  return rows.sort((a, b) => order.compare(titles[a], titles[b]));
}

function more(kind, rows) {
  if (rows.length <= room[kind]) return [];
  return [button(say("table_more", { count: rows.length - room[kind] }), () => { room[kind] += PAGE; buildTables(); }, "more")];
}

function part(kind, key, columns, rows, cells) {
  const shown = rows.slice(0, room[kind]).map(cells);
  return [make("h2", "", `${say(key)}: ${rows.length}`), tableOf(columns, shown), ...more(kind, rows)];
}

/** Both tables, of what the filters leave. */
export function buildTables() {
  byId("tables").replaceChildren(
    ...part("node", "table_nodes", NODE_COLUMNS, shownRows("nodes"), nodeCells),
    ...part("edge", "table_edges", EDGE_COLUMNS, shownRows("edges"), edgeCells),
  );
}

export function startTable() {
  watch(["lang", "shown", "view"], () => (state.view === "table" ? buildTables() : null));
}
