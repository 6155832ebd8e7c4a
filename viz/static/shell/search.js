// Search with suggestions over the names in all languages, other spellings and numbers.
import { scene } from "./scene.js";
import { LANGUAGES, byId, make, say, word } from "./words.js";

const MOST = 12;
const LEGAL_FORMS = new Set(("ооо оао зао пао ао нпо нао ип фгуп муп гуп тоо чп одо ooo oao zao pao ao llc ltd inc plc gmbh kg co corp "
  + "mchj aj qk xk dk jsc ojsc cjsc jv сп мчж аж хк").split(" "));
let spellings = null;
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

/** All spellings of all nodes, with a space before each, made when they are first needed. */
function index() {
  const { title, aliases } = scene.nodes;
  return title.map((place, node) => {
    const names = [...new Set([...LANGUAGES.map((lang) => word(place, lang)), ...aliases[node]])];
    return names.map((name) => ` ${normalised(name)}`).join("\n");
  });
}

/** 0 for a whole name, 1 for its beginning, 2 for the beginning of a word, 3 for any part, else nothing. */
function rank(names, query) {
  if (!names.includes(query)) return 9;
  const lines = names.split("\n");
  if (lines.includes(` ${query}`)) return 0;
  if (lines.some((line) => line.startsWith(` ${query}`))) return 1;
  return names.includes(` ${query}`) ? 2 : 3;
}

/** The nodes that a query finds, best first. */
export function find(text) {
  const query = normalised(text);
  if (!query) return [];
  spellings ||= index();
  const ranked = spellings.map((names, node) => [rank(names, query), node]).filter(([found]) => found < 9);
  return ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, MOST).map(([, node]) => node);
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
}
