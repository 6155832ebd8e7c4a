// Search with suggestions over the names in all languages, other spellings and numbers.
import { scene } from "./scene.js";
import { LANGUAGES, byId, make, say, word } from "./words.js";

const MOST = 12;
const LEGAL_FORMS = new Set(("ооо оао зао пао ао нпо нао ип фгуп муп гуп тоо чп одо ooo oao zao pao ao llc ltd inc plc gmbh kg co corp "
  + "mchj aj qk xk dk jsc ojsc cjsc jv сп мчж аж хк").split(" "));
const NOT_FOUND = -1;
const AT_ONCE = 100;
const PAUSE = 20;
const LONGEST = 500;
const spellings = [];
let suggestions = [];
let chosen = -1;
let reveal = null;

/** A name in the form in which two spellings are equal: small letters, ё as е, no quotes or legal forms. */
export function normalised(name) {
  const folded = name.replace(/['`´ʹʻʼʽˈ‘’‛′＇]/g, "").normalize("NFKC").toLowerCase().replace(/ё/g, "е");
  const words = folded.match(/[\p{L}\p{N}]+/gu) || [];
  const kept = words.filter((one) => !LEGAL_FORMS.has(one));
  return (kept.length ? kept : words).join(" ");
}

/** All spellings of a node, each on a line of its own that begins with a space. */
function spelled(node) {
  const { title, aliases } = scene.nodes;
  const names = new Set([...LANGUAGES.map((lang) => word(title[node], lang)), ...aliases[node]]);
  return `\n${[...names].map((name) => ` ${normalised(name)}\n`).join("\n")}`;
}

/** Prepares the spellings up to that of this node. */
function prepare(last) {
  for (let node = spellings.length; node < last; node += 1) spellings.push(spelled(node));
}

/** Prepares all spellings while the reader does nothing, for `deadline` at a time. */
function prepareIdly(deadline) {
  do prepare(Math.min(scene.nodes.count, spellings.length + AT_ONCE));
  while (spellings.length < scene.nodes.count && deadline.timeRemaining() > 0);
  if (spellings.length < scene.nodes.count) whenIdle(prepareIdly);
}

/** Calls `act` when the browser has nothing else to do; one that cannot tell, after a pause. */
function whenIdle(act) {
  if ("requestIdleCallback" in window) window.requestIdleCallback(act, { timeout: LONGEST });
  else setTimeout(() => act({ timeRemaining: () => 0 }), PAUSE);
}

/** 0 for a whole name, 1 for its beginning, 2 for the beginning of a word, 3 for any part, else nothing. */
function rank(names, query) {
  if (!names.includes(query)) return NOT_FOUND;
  if (names.includes(`\n ${query}\n`)) return 0;
  if (names.includes(`\n ${query}`)) return 1;
  return names.includes(` ${query}`) ? 2 : 3;
}

/** The nodes that a query finds, best first. */
export function find(text) {
  const query = normalised(text);
  if (!query) return [];
  prepare(scene.nodes.count);
  const found = [[], [], [], []];
  for (let node = 0; node < spellings.length && found[0].length < MOST; node += 1) {
    const same = found[rank(spellings[node], query)];
    if (same && same.length < MOST) same.push(node);
  }
  return found.flat().slice(0, MOST);
}

function suggestion(node, place) {
  const { title, kind, place: stands } = scene.nodes;
  const own = word(title[node]);
  const others = LANGUAGES.map((lang) => word(title[node], lang)).filter((name) => name !== own);
  const about = [say(`node_${kind[node]}`), word(scene.places.title[stands[node]]), ...new Set(others)];
  const item = make("li", "", own, make("small", "", about.join(" · ")));
  item.id = `found-${place}`;
  item.setAttribute("role", "option");
  item.addEventListener("mousedown", (event) => { event.preventDefault(); take(place); });
  return item;
}

function markChosen() {
  const items = [...byId("found").children];
  items.forEach((item, place) => item.setAttribute("aria-selected", String(place === chosen)));
  if (items[chosen]) items[chosen].scrollIntoView({ block: "nearest" });
  if (chosen < 0) byId("search").removeAttribute("aria-activedescendant");
  else byId("search").setAttribute("aria-activedescendant", `found-${chosen}`);
}

function open(shown) {
  byId("found").hidden = !shown;
  byId("search").setAttribute("aria-expanded", String(shown));
}

export function suggest() {
  const text = byId("search").value;
  suggestions = find(text);
  chosen = suggestions.length ? 0 : -1;
  const none = make("li", "", say("search_none"));
  none.setAttribute("role", "option");
  byId("found").replaceChildren(...(suggestions.length ? suggestions.map(suggestion) : [none]));
  open(Boolean(text.trim()));
  markChosen();
}

function take(place) {
  if (place in suggestions) {
    open(false);
    reveal({ node: suggestions[place] });
  }
}

function key(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && suggestions.length) {
    event.preventDefault();
    chosen = (chosen + step + suggestions.length) % suggestions.length;
    markChosen();
  } else if (event.key === "Enter") {
    take(chosen);
  } else if (event.key === "Escape") {
    open(false);
  }
}

export function startSearch(act) {
  reveal = act;
  byId("search").addEventListener("input", suggest);
  byId("search").addEventListener("keydown", key);
  byId("search").addEventListener("blur", () => open(false));
  whenIdle(prepareIdly);
}
