"use strict";
// The legend, which is the filter.

/** A little canvas with a mark on it, sharp on any screen. */
function sample(draw) {
  const canvas = make("canvas");
  canvas.width = 60;
  canvas.height = 36;
  const ctx = canvas.getContext("2d");
  ctx.scale(2, 2);
  draw(ctx);
  return canvas;
}

function lineSample(kind, dashes, colour, width = 2.5) {
  return sample((ctx) => {
    ctx.strokeStyle = ctx.fillStyle = colour;
    ctx.lineWidth = width;
    ctx.setLineDash(dashes);
    ctx.beginPath();
    ctx.moveTo(1, 9);
    ctx.lineTo(29, 9);
    ctx.stroke();
    const arrow = SCENE.edges.find((edge) => edge.kind === kind);
    if (arrow && BASE.get(arrow.id).arrows === "to") {
      polygon(ctx, 25, 9, 5, 3, 0);
      ctx.fill();
    }
  });
}

function cardSample() {
  return sample((ctx) => {
    ctx.strokeStyle = DATA.colours.nodes.Enterprise;
    ctx.setLineDash([4, 3]);
    rounded(ctx, 2, 3, 26, 12, 3);
    ctx.stroke();
  });
}

/** How many things there are of each kind, in the order in which the kinds are declared. */
function counts(things, kindOf, order) {
  const found = new Map(order.map((kind) => [kind, 0]));
  things.forEach((thing) => found.set(kindOf(thing), (found.get(kindOf(thing)) || 0) + 1));
  return [...found].filter(([, count]) => count);
}

function row(group, key, title, count, mark) {
  const box = make("input");
  box.type = "checkbox";
  box.checked = !state.off[group].has(key);
  box.dataset.group = group;
  box.dataset.key = key;
  box.addEventListener("change", () => filter(group, key, box.checked));
  const label = make("label", "", "", box);
  if (mark) label.append(mark);
  label.append(make("span", "", title), make("output", "", String(count)));
  return label;
}

function nodeRows() {
  const order = Object.keys(DATA.colours.nodes);
  return counts(SCENE.nodes, (node) => node.kind, order).map(([kind, count]) =>
    row("node", kind, say(`node_${kind}`), count, sample((ctx) => drawGlyph(ctx, kind, 15, 9, false))));
}

function edgeRows() {
  const order = Object.keys(DATA.colours.edges);
  return counts(SCENE.edges, (edge) => edge.kind, order).map(([kind, count]) => {
    const base = [...BASE.values()].find((edge) => EDGES.get(edge.id).kind === kind);
    return row("edge", kind, say(`edge_${kind}`), count, lineSample(kind, [], DATA.colours.edges[kind], base.width));
  });
}

function countryTitle(code) {
  const found = PLACES.get(`Country:${code}`);
  return found ? inLanguage(found.title) : say("no_country");
}

function countryRows() {
  const found = counts(SCENE.nodes, country, []).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return found.map(([code, count]) => row("country", code, countryTitle(code), count));
}

function mark(picture, key) {
  return make("div", "mark", "", picture, make("span", "", say(key)));
}

/** The marks that occur in this scene. */
function markRows() {
  const has = (status) => SCENE.edges.some((edge) => edge.status === status);
  return [
    ...(has("announced") ? [mark(lineSample("", [6, 4], "#2f3a45"), "mark_announced")] : []),
    ...(has("ended") ? [mark(lineSample("", [2, 4], "#7d858c"), "mark_ended")] : []),
    ...(SCENE.nodes.some((node) => node.placeholder) ? [mark(cardSample(), "mark_unnamed")] : []),
  ];
}

function buildLegend() {
  const groups = [
    ["legend_nodes", nodeRows()],
    ["legend_edges", edgeRows()],
    ["legend_countries", countryRows()],
    ["legend_marks", markRows()],
  ];
  const parts = groups.filter(([, rows]) => rows.length).flatMap(([key, rows]) => [make("h2", "", say(key)), ...rows]);
  byId("legend").replaceChildren(...parts);
}

/** Shows or hides one kind of node, kind of edge, or country. */
function filter(group, key, shown) {
  if (shown) state.off[group].delete(key);
  else state.off[group].add(key);
  if (state.selected) state.near = neighbourhood(state.selected);
  refresh();
  buildTables();
}
