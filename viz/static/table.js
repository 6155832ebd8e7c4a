"use strict";
// The same facts as two tables, for the keyboard, the screen reader and the printer.

function cell(content, className = "") {
  const data = make("td", className);
  data.append(content);
  return data;
}

function status(thing) {
  const words = DATA.texts[`status_${thing.status}`];
  return words ? words[state.lang] : thing.status || "";
}

function placeName(code, kind) {
  const found = PLACES.get(`${kind}:${code}`);
  return found ? inLanguage(found.title) : "";
}

function nodeCells(node) {
  const name = cell(button(inLanguage(node.title), () => select(node.id)));
  name.append(...badges(node));
  return [
    name,
    cell(say(`node_${node.kind}`)),
    cell(placeName(node.country, "Country")),
    cell(placeName(node.region, "Region"), "wide-only"),
    cell(status(node), "wide-only"),
    cell(String(node.evidence.length), "number"),
  ];
}

function edgeCells(edge) {
  const kind = cell(button(say(`edge_${edge.kind}`), () => select(edge.id)));
  kind.append(...badges(edge));
  return [
    kind,
    cell(inLanguage(NODES.get(edge.source).title)),
    cell(inLanguage(NODES.get(edge.target).title)),
    cell(inLanguage(edge.label), "wide-only"),
    cell(status(edge), "wide-only"),
    cell(inLanguage(edge.dates), "wide-only"),
    cell(String(edge.evidence.length), "number"),
  ];
}

function heading([key, className]) {
  const head = make("th", className, say(`column_${key}`));
  head.scope = "col";
  return head;
}

function table(columns, rows) {
  const head = make("thead", "", "", make("tr", "", "", ...columns.map(heading)));
  const body = make("tbody", "", "", ...rows.map((cells) => make("tr", "", "", ...cells)));
  return make("table", "", "", head, body);
}

const NODE_COLUMNS = [["name"], ["kind"], ["country"], ["region", "wide-only"], ["status", "wide-only"], ["claims"]];
const EDGE_COLUMNS = [["kind"], ["from"], ["to"], ["label", "wide-only"], ["status", "wide-only"], ["dates", "wide-only"], ["claims"]];

/** Both tables, of what the filter shows. */
function buildTables() {
  const order = new Intl.Collator(state.lang, { numeric: true });
  const byTitle = (a, b) => order.compare(inLanguage(a.title), inLanguage(b.title));
  const nodes = SCENE.nodes.filter(nodeShown).sort(byTitle);
  const edges = SCENE.edges.filter(edgeShown);
  byId("tables").replaceChildren(
    make("h2", "", `${say("table_nodes")}: ${nodes.length}`),
    table(NODE_COLUMNS, nodes.map(nodeCells)),
    make("h2", "", `${say("table_edges")}: ${edges.length}`),
    table(EDGE_COLUMNS, edges.map(edgeCells)),
  );
}
