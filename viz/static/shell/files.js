// Pictures and tables as files.
import { scene, placeTitle } from "./scene.js";
import { shownRows } from "./table.js";
import { state } from "./state.js";
import { byId, say, sayCode, word } from "./words.js";

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The name of a file from the title of the view. */
function named(ending) {
  const title = word(scene.title).replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return `${title || "graph"}${ending}`;
}

/** A cell that no spreadsheet takes for a formula, quoted where it must be. */
function csvCell(value, comma) {
  const told = String(value ?? "");
  const safe = /^[=+\-@\t\r]/.test(told) ? `'${told}` : told;
  return /["\n\r;,]/.test(safe) || safe.includes(comma) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV that Excel opens by a double click: with a mark of UTF-8, and semicolons but in English. */
function csv(rows) {
  const comma = state.lang === "en" ? "," : ";";
  const lines = rows.map((row) => row.map((value) => csvCell(value, comma)).join(comma));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function sources(claims) {
  const of = new Set(claims.map((claim) => scene.claims.source[claim]));
  return [...of].map((source) => scene.sources.address[source] || scene.sources.title[source]).join(" ; ");
}

export function nodesAsCsv() {
  const { id, kind, title, country, region, status, claims } = scene.nodes;
  const names = Object.keys(scene.measures);
  const head = ["id", ...["name", "kind", "country", "region", "status", "claims", "sources"].map((key) => say(`column_${key}`)),
    ...names.map((name) => say(`fact_measure_${name}`))];
  return csv([head, ...shownRows("nodes").map((node) => [
    id[node], word(title[node]), say(`node_${kind[node]}`), placeTitle("Country", country[node]), placeTitle("Region", region[node]),
    sayCode("status", status[node]), claims[node].length, sources(claims[node]), ...names.map((name) => scene.measures[name][node]),
  ])]);
}

export function edgesAsCsv() {
  const { kind, source, target, label, status, dates, claims } = scene.edges;
  const head = ["kind", "from", "to", "label", "status", "dates", "claims", "sources"].map((key) => say(`column_${key}`));
  return csv([head, ...shownRows("edges").map((edge) => [
    say(`edge_${kind[edge]}`), word(scene.nodes.title[source[edge]]), word(scene.nodes.title[target[edge]]), word(label[edge]),
    sayCode("status", status[edge]), word(dates[edge]), claims[edge].length, sources(claims[edge]),
  ])]);
}

export function startFiles(renderer) {
  for (const kind of ["png", "svg"]) {
    byId(`save-${kind}`).hidden = !renderer.formats.includes(kind);
    byId(`save-${kind}`).addEventListener("click", async () => save(await renderer.picture(kind), named(`.${kind}`)));
  }
  const sheet = (text) => new Blob([text], { type: "text/csv;charset=utf-8" });
  byId("save-nodes").addEventListener("click", () => save(sheet(nodesAsCsv()), named(`-${say("table_nodes")}.csv`)));
  byId("save-edges").addEventListener("click", () => save(sheet(edgesAsCsv()), named(`-${say("table_edges")}.csv`)));
}
