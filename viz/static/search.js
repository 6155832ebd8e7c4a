"use strict";
// Search with suggestions over the names in all languages, and numbers.

const MOST = 12;
const LEGAL_FORMS = /^(ооо|оао|зао|пао|ао|ooo|oao|zao|pao|ao|llc|ltd|mchj)$/;
let suggestions = [];
let chosen = -1;

/** A query in the form in which the scene keeps spellings: small letters, ё as е, no quotes or legal forms. */
function normalised(query) {
  const folded = query.normalize("NFKC").toLowerCase().replace(/ё/g, "е").replace(/[ʻ‘'’]/g, "");
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const kept = words.filter((word) => !LEGAL_FORMS.test(word));
  return (kept.length ? kept : words).join(" ");
}

/** 0 for a whole name, 1 for its beginning, 2 for the beginning of a word, 3 for any part, else nothing. */
function rank(node, query) {
  const ranks = node.search.map((name) => {
    if (name === query) return 0;
    if (name.startsWith(query)) return 1;
    if (name.includes(` ${query}`)) return 2;
    return name.includes(query) ? 3 : 9;
  });
  return Math.min(9, ...ranks);
}

/** The cards that a query finds, best first. */
function find(text) {
  const query = normalised(text);
  if (!query) return [];
  const ranked = SCENE.nodes.map((node) => [rank(node, query), node]).filter(([found]) => found < 9);
  return ranked.sort((a, b) => a[0] - b[0]).slice(0, MOST).map(([, node]) => node);
}

function suggestion(node, index) {
  const names = [node.names.ru, node.names.en, node.names.uz].filter((name) => name && name !== inLanguage(node.title));
  const place = PLACES.get(node.place);
  const item = make("li", "", inLanguage(node.title));
  item.append(make("small", "", [say(`node_${node.kind}`), inLanguage(place.title), ...names].join(" · ")));
  item.id = `found-${index}`;
  item.setAttribute("role", "option");
  item.addEventListener("mousedown", (event) => { event.preventDefault(); pick(index); });
  return item;
}

function markChosen() {
  const items = [...byId("found").children];
  items.forEach((item, index) => item.setAttribute("aria-selected", String(index === chosen)));
  if (items[chosen]) items[chosen].scrollIntoView({ block: "nearest" });
  byId("search").setAttribute("aria-activedescendant", chosen < 0 ? "" : `found-${chosen}`);
}

function closeSuggestions() {
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

function suggest() {
  const text = byId("search").value;
  suggestions = find(text);
  chosen = suggestions.length ? 0 : -1;
  const items = suggestions.map(suggestion);
  byId("found").replaceChildren(...(items.length ? items : [make("li", "", say("search_none"))]));
  byId("found").hidden = !text.trim();
  byId("search").setAttribute("aria-expanded", String(!byId("found").hidden));
  markChosen();
}

function pick(index) {
  if (!suggestions[index]) return;
  closeSuggestions();
  reveal(suggestions[index].id);
}

function searchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && suggestions.length) {
    event.preventDefault();
    chosen = (chosen + step + suggestions.length) % suggestions.length;
    markChosen();
  } else if (event.key === "Enter") {
    pick(chosen);
  } else if (event.key === "Escape") {
    closeSuggestions();
  }
}
