"use strict";
// Puts the parts together: selection, language, views, buttons.

/** Selects a card or an edge by id, or nothing; the rest is dimmed and the panel tells of it. */
function select(id) {
  state.selected = NODES.has(id) || EDGES.has(id) ? id : null;
  state.near = state.selected ? neighbourhood(state.selected) : null;
  network.unselectAll();
  if (NODES.has(id)) network.selectNodes([id], false);
  else if (state.selected) network.selectEdges([id]);
  showPanel();
  resize();
  refresh();
}

/** Selects and brings into view, even if the filter hid it. */
function reveal(id) {
  const node = NODES.get(id);
  state.off.node.delete(node.kind);
  state.off.country.delete(country(node));
  buildLegend();
  buildTables();
  select(id);
  centre(id);
}

function showView(name) {
  byId("stage").hidden = name !== "map";
  byId("tables").hidden = name !== "table";
  resize();
  byId("view-map").setAttribute("aria-pressed", String(name === "map"));
  byId("view-table").setAttribute("aria-pressed", String(name === "table"));
}

function showLegend(shown) {
  byId("legend").hidden = !shown;
  byId("filters").setAttribute("aria-expanded", String(shown));
  resize();
}

function summary() {
  const sources = new Set(SCENE.claims.map((claim) => `${claim.title}\n${claim.address}`)).size;
  byId("summary").textContent = say("summary", { nodes: SCENE.nodes.length, edges: SCENE.edges.length, sources });
  const count = [...SCENE.nodes, ...SCENE.edges].filter((thing) => thing.synthetic).length;
  byId("notice").hidden = !count;
  byId("notice").textContent = say("synthetic_notice", { count });
}

function sayPhysics() {
  const key = state.free ? "physics_off" : "physics_on";
  byId("physics").setAttribute("aria-pressed", String(state.free));
  byId("physics").title = say(key);
  byId("physics").setAttribute("aria-label", say(key));
}

/** Writes the whole page in one language. */
function speak(lang) {
  state.lang = lang;
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = say(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-language]")) {
    element.setAttribute("aria-pressed", String(element.dataset.language === lang));
  }
  byId("search").placeholder = say("search");
  byId("search").setAttribute("aria-label", say("search"));
  [summary, sayPhysics, buildLegend, buildTables, showPanel, refresh].forEach((part) => part());
}

function on(id, event, act) {
  byId(id).addEventListener(event, act);
}

function connect() {
  on("search", "input", suggest);
  on("search", "keydown", searchKey);
  on("search", "blur", closeSuggestions);
  on("filters", "click", () => showLegend(byId("legend").hidden));
  on("view-map", "click", () => showView("map"));
  on("view-table", "click", () => showView("table"));
  on("zoom-in", "click", () => zoom(1.3));
  on("zoom-out", "click", () => zoom(1 / 1.3));
  on("fit", "click", fit);
  on("print", "click", () => window.print());
  on("physics", "click", () => { toggleFree(); sayPhysics(); });
  for (const element of document.querySelectorAll("[data-language]")) {
    element.addEventListener("click", () => speak(element.dataset.language));
  }
  window.addEventListener("resize", resize);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") select(null); });
  network.on("click", ({ nodes, edges }) => select(nodes[0] || edges[0] || null));
}

function start() {
  place();
  showLegend(window.innerWidth > 760);
  speak(SCENE.lang);
  connect();
  fit();
  network.once("afterDrawing", () => { document.documentElement.dataset.ready = "true"; });
  network.redraw();
}

const graphPage = { select, reveal, filter, find, speak };
start();
