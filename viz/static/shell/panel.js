// The details of what is picked: facts, connections, and the claims with their sources.
import { scene, directed, otherEnd, placeOf } from "./scene.js";
import { change, pickedEdge, pickedNode, state, watch } from "./state.js";
import { passable } from "./filters.js";
import { shortest, stations } from "./reach.js";
import { LANGUAGES, button, byId, make, say, word } from "./words.js";

const HOPS = [1, 2, 3, Infinity]; // Infinity: all that hangs together with it

export function badges(table, row) {
  return table.synthetic[row] ? [make("span", "badge", say("mark_synthetic"))] : [];
}

/** Facts as [name, text] pairs, each text already in words. */
function factList(pairs) {
  const list = make("dl");
  for (const [name, told] of pairs) list.append(make("dt", "", say(`fact_${name}`)), make("dd", "", told));
  return pairs.length ? [make("h3", "", say("facts")), list] : [];
}

/** The facts that the scene has in pairs of a name and the place of a text. */
function toldFacts(flat) {
  const pairs = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push([flat[at], word(flat[at + 1])]);
  return pairs;
}

/** Names in the languages that the title does not show, and where it lies. */
function nodeFacts(node) {
  const { title, aliases, country, region } = scene.nodes;
  const shown = new Set([word(title[node])]);
  const names = LANGUAGES.map((lang) => [`name_${lang}`, word(title[node], lang)]).filter(([, name]) => !shown.has(name) && shown.add(name));
  const others = aliases[node].length ? [["aliases", aliases[node].join("; ")]] : [];
  const places = [["country", placeOf("Country", country[node])], ["region", placeOf("Region", region[node])]];
  const where = places.filter(([, place]) => place >= 0).map(([name, place]) => [name, word(scene.places.title[place])]);
  return [...names, ...others, ...where, ...toldFacts(scene.nodes.facts[node])];
}

/** An address: a link where it is one of the web, plain text otherwise. */
function address(text) {
  if (!/^https?:\/\//i.test(text)) return make("p", "small", text);
  const link = make("a", "", text);
  link.href = text;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return make("p", "small", "", link);
}

const PLACES = [
  ["char", /^char=(?<first>\d+),(?<last>\d+)$/],
  ["row", /^row=(?<row>\d+)$/],
  ["record", /^record=(?<record>.+)$/],
];

/** A locator in words: `char=412,803` as characters 412–803; one of another form, as it is. */
function placeInSource(locator) {
  const [kind, form] = PLACES.find(([, one]) => one.test(locator)) || [];
  return kind ? say(`locator_${kind}`, form.exec(locator).groups) : locator;
}

function claimDetails(claim) {
  const { locator, asserted, status, confidence, note, source } = scene.claims;
  const published = word(scene.sources.published[source[claim]]);
  const known = confidence[claim] === null ? [] : [say("claim_confidence", { percent: Math.round(confidence[claim] * 100) })];
  return [
    published && say("claim_published", { date: published }),
    locator[claim] && say("claim_locator", { locator: placeInSource(locator[claim]) }),
    asserted[claim] >= 0 && say("claim_asserted", { date: word(asserted[claim]) }),
    [word(status[claim]), ...known].filter(Boolean).join("; "),
    note[claim] && say("claim_note", { note: note[claim] }),
  ].filter(Boolean);
}

function claimBlock(claim) {
  const { kind, source, quote } = scene.claims;
  const { title, address: addresses } = scene.sources;
  const block = make("article", "claim");
  block.append(make("p", "small", word(kind[claim])), make("p", "source", title[source[claim]]));
  if (quote[claim]) block.append(make("blockquote", "", quote[claim]));
  block.append(make("p", "small", claimDetails(claim).join(" · ")));
  if (addresses[source[claim]]) block.append(address(addresses[source[claim]]));
  return block;
}

function evidence(claims) {
  const blocks = claims.length ? claims.map(claimBlock) : [make("p", "small", say("evidence_none"))];
  return [make("h3", "", `${say("evidence")}: ${claims.length}`), ...blocks];
}

function entry(text, about, act) {
  const open = button("", act);
  open.append(make("span", "", text), make("small", "", about));
  return make("li", "", "", open);
}

/** An edge as one of the connections of a node. */
function connection(edge, from) {
  const { source, kind, label, dates } = scene.edges;
  const arrow = !directed(edge) ? "—" : source[edge] === from ? "→" : "←";
  const about = [say(`edge_${kind[edge]}`), word(label[edge]), word(dates[edge])].filter(Boolean).join(" · ");
  return entry(`${arrow} ${word(scene.nodes.title[otherEnd(edge, from)])}`, about, () => change({ pick: { edge } }));
}

function connections(node) {
  const edges = scene.links[node];
  const list = make("ul", "", "", ...edges.map((edge) => connection(edge, node)));
  return edges.length ? [make("h3", "", `${say("connections")}: ${edges.length}`), list] : [];
}

function ends(edge) {
  const { source, target } = scene.edges;
  const rows = [["column_from", source[edge]], ["column_to", target[edge]]];
  return make("ul", "", "", ...rows.map(([key, node]) => entry(word(scene.nodes.title[node]), say(key), () => change({ pick: { node } }))));
}

function pressed(element, on) {
  element.setAttribute("aria-pressed", String(on));
  return element;
}

/** How far the neighbourhood reaches, whether it stands alone, and the start of a path. */
function nodeActions(node) {
  const steps = HOPS.map((hops) => pressed(button(hops === Infinity ? "∞" : String(hops), () => change({ hops })), state.hops === hops));
  const reach = make("div", "pair", "", ...steps);
  reach.setAttribute("role", "group");
  reach.setAttribute("aria-label", say("hops"));
  const alone = pressed(button(say("focus"), () => change({ focus: !state.focus })), state.focus);
  const way = pressed(button(say("path_from"), () => change({ from: state.from === node ? null : node })), state.from === node);
  return make("div", "actions", "", make("span", "small", say("hops")), reach, alone, way);
}

function head(kind, colour, title, marks) {
  const close = button("×", () => change({ pick: null, path: null, from: null, focus: false }), "close");
  close.setAttribute("aria-label", say("close"));
  const line = make("p", "kind", kind, ...marks);
  line.style.borderColor = `var(--${colour})`;
  return [close, line, make("h2", "", title)];
}

function nodePanel(node) {
  const { kind, title, claims } = scene.nodes;
  return [
    ...head(say(`node_${kind[node]}`), `node-${kind[node]}`, word(title[node]), badges(scene.nodes, node)),
    nodeActions(node),
    ...factList([...nodeFacts(node), ...measureFacts(node)]),
    ...evidence(claims[node]),
    ...connections(node),
  ];
}

function measureFacts(node) {
  const given = Object.keys(scene.measures).filter((name) => name !== "links" && scene.measures[name][node] !== null);
  const figures = new Intl.NumberFormat(state.lang, { maximumSignificantDigits: 4 });
  return given.map((name) => [`measure_${name}`, figures.format(scene.measures[name][node])]);
}

function edgePanel(edge) {
  const { kind, source, target, label, facts, claims } = scene.edges;
  const name = word(label[edge]) || `${word(scene.nodes.title[source[edge]])} → ${word(scene.nodes.title[target[edge]])}`;
  return [
    ...head(say(`edge_${kind[edge]}`), `edge-${kind[edge]}`, name, badges(scene.edges, edge)),
    ends(edge),
    ...factList(toldFacts(facts[edge])),
    ...evidence(claims[edge]),
  ];
}

/** A shortest path, step by step, each with its evidence one click away. */
function pathPanel({ from, to }) {
  const edges = shortest(from, to, passable);
  const title = `${word(scene.nodes.title[from])} → ${word(scene.nodes.title[to])}`;
  const opening = head(say("path"), "ink", title, []);
  if (!edges) return [...opening, make("p", "", say("path_none"))];
  const nodes = stations(from, edges);
  const steps = edges.map((edge, at) => connection(edge, nodes[at]));
  return [...opening, make("p", "small", say("path_steps", { steps: edges.length })), make("ul", "", "", ...steps)];
}

function parts() {
  if (state.path) return pathPanel(state.path);
  if (pickedNode() >= 0) return nodePanel(pickedNode());
  return pickedEdge() >= 0 ? edgePanel(pickedEdge()) : [];
}

function showPanel() {
  const panel = byId("panel");
  const content = parts();
  panel.hidden = content.length === 0;
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
}

function showHint() {
  byId("hint").hidden = state.from === null;
  byId("hint").textContent = state.from === null ? "" : say("path_hint", { name: word(scene.nodes.title[state.from]) });
}

export function startPanel() {
  watch(["pick", "path", "from", "hops", "focus", "lang"], showPanel);
  watch(["from", "lang"], showHint);
}
