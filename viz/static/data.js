"use strict";
// What the page shows, and the state of what the reader chose. Text goes into the page by textContent alone.

const DATA = JSON.parse(document.getElementById("data").textContent);
const SCENE = DATA.scene;
const NODES = new Map(SCENE.nodes.map((node) => [node.id, node]));
const EDGES = new Map(SCENE.edges.map((edge) => [edge.id, edge]));
const CLAIMS = new Map(SCENE.claims.map((claim) => [claim.id, claim]));
const PLACES = new Map(SCENE.places.map((place) => [place.id, place]));
const NO_COUNTRY = "";

const state = {
  lang: SCENE.lang,
  selected: null, // id of a node or edge
  near: null, // ids of what stays bright while something is selected
  fitted: true, // the map is as `fit` left it
  free: false, // the reader lets the simulation move the cards
  off: { node: new Set(), edge: new Set(), country: new Set() },
};

function byId(id) {
  return document.getElementById(id);
}

/** The text `key` in the language of the page, with its fields filled in. */
function say(key, values = {}) {
  const words = DATA.texts[key];
  return words[state.lang].replace(/\{(\w+)\}/g, (_, field) => String(values[field]));
}

/** A text that the scene gives in both languages. */
function inLanguage(words) {
  return words ? words[state.lang] : "";
}

/** A new element with a class and text, and children. */
function make(tag, className = "", text = "", ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

/** A new button that does `act`. */
function button(text, act, ...children) {
  const element = make("button", "", text, ...children);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

function country(node) {
  return node.country || NO_COUNTRY;
}

function nodeShown(node) {
  return !state.off.node.has(node.kind) && !state.off.country.has(country(node));
}

function edgeShown(edge) {
  return !state.off.edge.has(edge.kind) && nodeShown(NODES.get(edge.source)) && nodeShown(NODES.get(edge.target));
}

function edgesOf(id) {
  return SCENE.edges.filter((edge) => edge.source === id || edge.target === id);
}

function otherEnd(edge, id) {
  return edge.source === id ? edge.target : edge.source;
}

/** The name of an edge in one line: what it is about, or else its kind. */
function edgeName(edge) {
  return `${inLanguage(NODES.get(edge.source).title)} → ${inLanguage(NODES.get(edge.target).title)}`;
}
