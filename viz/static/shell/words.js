// The data of the page and its texts. Text gets into the page by textContent alone.

import { readData } from "./data.js";

export const DATA = readData(window.graphData);
export const LANGUAGES = ["ru", "en", "uz"];
export const speech = { lang: DATA.lang };

/** The text `key` in the language of the page, with its fields filled in. */
export function say(key, values = {}) {
  const told = DATA.texts[key];
  if (!told) return key;
  return told[LANGUAGES.indexOf(speech.lang)].replace(/\{(\w+)\}/g, (_, field) => String(values[field]));
}

/** The text of a code such as `status_signed`; a code that the catalogue does not know, as it is. */
export function sayCode(family, code) {
  return code === null ? "" : DATA.texts[`${family}_${code}`] ? say(`${family}_${code}`) : code;
}

/** A text of the scene in a language, by its place in the pool. */
export function word(place, lang = speech.lang) {
  return place < 0 ? "" : DATA.scene.words[lang][place] || DATA.scene.words.ru[place];
}

/** A text that may be too long for its room, cut where nobody would read on. */
export function short(text, most = 80) {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

export function byId(id) {
  return document.getElementById(id);
}

/** A new element with a class, text and children. */
export function make(tag, className = "", text = "", ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  element.append(...children);
  return element;
}

/** A new button that does `act`. */
export function button(text, act, className = "") {
  const element = make("button", className, text);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}
