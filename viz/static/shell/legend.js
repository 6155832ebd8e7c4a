// The legend, which is the filter: kinds, countries with their regions, statuses, each with its count.
import { scene, placeTitle } from "./scene.js";
import { NONE, filter } from "./filters.js";
import { draw, glyph } from "./glyphs.js";
import { state, watch } from "./state.js";
import { DATA, byId, make, say, sayCode } from "./words.js";

/** A picture of 30 by 18 pixels beside a row. */
function sample(...parts) {
  return draw("svg", { viewBox: "0 0 30 18", width: 30, height: 18, "aria-hidden": "true" }, ...parts);
}

function lineSample(colour, width, dashes, arrow) {
  const line = draw("path", { d: "M1 9h28", stroke: colour, "stroke-width": width, "stroke-dasharray": dashes });
  return sample(line, ...(arrow ? [draw("path", { d: "M20 4.5 29 9 20 13.5z", fill: colour })] : []));
}

/** How many rows there are of each key, in the order of `order` and then of number. */
function counts(keys, order = []) {
  const found = new Map(order.map((key) => [key, 0]));
  keys.forEach((key) => found.set(key, (found.get(key) || 0) + 1));
  const given = [...found].filter(([, count]) => count);
  return order.length ? given : given.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

function row(group, key, title, count, mark, className = "") {
  const box = make("input");
  box.type = "checkbox";
  box.checked = !state.off[group].has(key);
  box.dataset.group = group;
  box.dataset.key = key;
  box.addEventListener("change", () => filter(group, key, box.checked));
  const label = make("label", className, "", box, ...(mark ? [mark] : []));
  label.append(make("span", "", title), make("span", "count", String(count)));
  return label;
}

function kindRows() {
  return counts(scene.nodes.kind, Object.keys(DATA.style.nodes)).map(([kind, count]) =>
    row("kind", kind, say(`node_${kind}`), count, sample(glyph(kind, 15, 9))));
}

function lineRows() {
  return counts(scene.edges.kind, Object.keys(DATA.style.edges)).map(([kind, count]) => {
    const { width, directed } = DATA.style.edges[kind];
    return row("line", kind, say(`edge_${kind}`), count, lineSample(`var(--edge-${kind})`, width, "none", directed));
  });
}

/** Each country, and below it its regions where it has any. */
function placeRows() {
  const { country, region } = scene.nodes;
  return counts(country.map((code) => code ?? NONE)).flatMap(([code, count]) => {
    const here = region.filter((one, node) => one && (country[node] ?? NONE) === code);
    const regions = counts(here).map(([one, many]) => row("region", one, placeTitle("Region", one), many, null, "inner"));
    return [row("country", code, placeTitle("Country", code) || say("no_country"), count), ...regions];
  });
}

function statusRows() {
  const told = counts(scene.edges.status.map((status) => status ?? NONE));
  if (told.length < 2) return [];
  return told.map(([status, count]) => row("status", status, status === NONE ? say("no_status") : sayCode("status", status), count, statusSample(status)));
}

function statusSample(status) {
  const dashes = { announced: "6 4", ended: "2 4" }[status] || "none";
  return lineSample(status === "ended" ? "var(--ended)" : "var(--ink)", 2.2, dashes, false);
}

function unnamedSample() {
  return sample(draw("rect", { x: 2, y: 3, width: 26, height: 12, rx: 3, fill: "none", stroke: "var(--node-Enterprise)", "stroke-dasharray": "4 3" }));
}

function markRows() {
  if (!scene.nodes.placeholder.includes(1)) return [];
  return [make("div", "mark", "", unnamedSample(), make("span", "", say("mark_unnamed")))];
}

function buildLegend() {
  const focused = document.activeElement?.dataset;
  const groups = [
    ["legend_nodes", kindRows()],
    ["legend_edges", lineRows()],
    ["legend_status", statusRows()],
    ["legend_countries", placeRows()],
    ["legend_marks", markRows()],
  ];
  const parts = groups.filter(([, rows]) => rows.length).map(([key, rows]) => {
    const group = make("fieldset", "", "", make("legend", "", say(key)), ...rows);
    return group;
  });
  byId("legend").replaceChildren(...parts);
  restoreFocus(focused);
}

function restoreFocus(data) {
  const boxes = [...byId("legend").querySelectorAll("input")];
  boxes.find((box) => data?.key !== undefined && box.dataset.group === data.group && box.dataset.key === data.key)?.focus();
}

export function startLegend() {
  watch(["lang", "off"], buildLegend);
}
