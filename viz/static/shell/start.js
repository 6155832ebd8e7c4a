// Puts the parts together: one shell around any renderer.
import { scene } from "./scene.js";
import { change, state, watch } from "./state.js";
import { filter, startFilters } from "./filters.js";
import { find, startSearch, suggest } from "./search.js";
import { edgesAsCsv, nodesAsCsv, startFiles } from "./files.js";
import { edgeColour, inks, nodeColour } from "./ink.js";
import { startFragment } from "./fragment.js";
import { startKeys } from "./keys.js";
import { startLegend } from "./legend.js";
import { looks, startLooks } from "./looks.js";
import { startPanel } from "./panel.js";
import { buildTables, startTable } from "./table.js";
import { startTheme } from "./theme.js";
import { startTime } from "./time.js";
import { button, byId, say, speech, word } from "./words.js";

const NARROW = 760;

function narrow() {
  return window.innerWidth <= NARROW;
}

/** The layout for the shape of the window. */
function layout() {
  return window.innerHeight > window.innerWidth ? "tall" : "wide";
}

/** How much of the map, from below, the panel covers. */
function covered() {
  return narrow() && !byId("panel").hidden ? byId("panel").clientHeight - byId("time").clientHeight : 0;
}

function summary() {
  const { nodes, edges, sources } = scene;
  byId("summary").textContent = say("summary", { nodes: nodes.count, edges: edges.count, sources: sources.count });
  const count = [...nodes.synthetic, ...edges.synthetic].filter(Boolean).length;
  byId("notice").hidden = !count;
  byId("notice").textContent = say("synthetic_notice", { count });
}

/** Writes the fixed parts of the page in its language. */
function speak() {
  speech.lang = state.lang;
  document.documentElement.lang = state.lang;
  document.title = byId("title").textContent = word(scene.title);
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = say(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-language]")) {
    element.setAttribute("aria-pressed", String(element.dataset.language === state.lang));
  }
  byId("search").placeholder = say("search");
  summary();
}

function showView() {
  const table = state.view === "table";
  byId("stage").hidden = table;
  byId("tables").hidden = !table;
  byId("view-map").setAttribute("aria-pressed", String(!table));
  byId("view-table").setAttribute("aria-pressed", String(table));
}

function showSide(shown) {
  byId("side").hidden = !shown;
  byId("filters").setAttribute("aria-expanded", String(shown));
}

/** Takes what the reader clicked: the end of a path if one is wanted, else what the panel tells of. */
function pick(one) {
  if (state.from !== null && one && "node" in one && one.node !== state.from) {
    change({ path: { from: state.from, to: one.node }, from: null, pick: one });
  } else {
    change({ pick: one, path: null });
  }
}

/** Shows what a filter hides of a node. */
function unhide(node) {
  const { kind, country, region } = scene.nodes;
  filter("kind", kind[node], true);
  filter("country", country[node] ?? "", true);
  filter("region", region[node] ?? "", true);
}

/** Whether a filter hides all that has its key. */
function hidden({ group, key }) {
  return state.off[group].has(key);
}

function connect(renderer, resize) {
  const on = (id, act) => byId(id).addEventListener("click", act);
  on("filters", () => { showSide(byId("side").hidden); resize(); });
  on("view-map", () => change({ view: "map" }));
  on("view-table", () => change({ view: "table" }));
  on("zoom-in", () => renderer.zoom(1.3));
  on("zoom-out", () => renderer.zoom(1 / 1.3));
  on("fit", () => renderer.fit());
  on("print", () => window.print());
  document.querySelectorAll("[data-language]").forEach((element) =>
    element.addEventListener("click", () => change({ lang: element.dataset.language })));
  window.addEventListener("resize", resize);
  window.addEventListener("beforeprint", () => { buildTables(); renderer.print?.(true); });
  window.addEventListener("afterprint", () => renderer.print?.(false));
}

/** The buttons that a renderer brings. */
function addActions(renderer) {
  for (const { key, run, pressed } of renderer.actions || []) {
    const added = button("", () => { run(); show(); });
    const show = () => {
      added.textContent = say(key);
      if (pressed) added.setAttribute("aria-pressed", String(pressed()));
    };
    added.id = key;
    byId("actions").append(added);
    watch(["lang"], show);
  }
}

function connectRenderer(renderer, resize) {
  const draw = () => renderer.highlight(state.bright?.nodes ?? null, state.bright?.edges ?? null);
  watch(["shown"], () => {
    renderer.show(state.shown.nodes, state.shown.edges);
    byId("empty").hidden = state.shown.nodes.includes(1);
  });
  watch(["pick"], () => renderer.select(state.pick));
  watch(["bright"], draw);
  watch(["size", "colour"], () => renderer.look(looks()));
  watch(["lang"], () => renderer.refresh());
  watch(["pick", "path", "view"], resize);
}

/** Starts the page with the renderer that `mount` puts on the map. */
export function start(mount) {
  let renderer = null;
  const redraw = () => { renderer?.refresh(); renderer?.look(looks()); };
  watch(["lang"], speak);
  startTheme(redraw);
  showSide(!narrow());
  renderer = mount(scene, byId("map"), { pick, say, word, covered, filter, hidden, nodeColour, edgeColour, inks });
  renderer.arrange(layout());
  const resize = () => { renderer.arrange(layout()); renderer.resize(); };
  const reveal = (one) => {
    if ("node" in one) unhide(one.node);
    change({ pick: one, path: null, view: "map" });
    renderer.fit([...state.bright.nodes]);
  };
  watch(["view"], showView);
  [startLegend, startTable, startPanel, startTime, startLooks].forEach((part) => part());
  connectRenderer(renderer, resize);
  addActions(renderer);
  startFilters();
  startSearch(reveal);
  startFiles(renderer);
  startKeys(renderer, layout, reveal);
  startFragment();
  connect(renderer, resize);
  resize();
  if (state.bright || !renderer.begin) renderer.fit(state.bright ? [...state.bright.nodes] : undefined);
  else renderer.begin();
  const graphPage = { state, scene, renderer, change, pick, reveal, filter, find, suggest, say, word, nodesAsCsv, edgesAsCsv };
  window.graphPage = graphPage;
  (renderer.ready || new Promise(requestAnimationFrame)).then(() => { document.documentElement.dataset.ready = "true"; });
}
