// The colours of the theme, for a canvas has no style sheet.
import { DATA } from "./words.js";

function dark() {
  return document.documentElement.dataset.theme === "dark";
}

/** The inks of the theme: those of text and paper, and of containers. */
export function inks() {
  const names = ["ink", "soft", "paper", "stage", "line", "alarm", "country", "country-line", "region", "region-line", "shared", "bar"];
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

export function nodeColour(kind) {
  return DATA.style.nodes[kind][dark() ? 1 : 0];
}

export function edgeColour(kind, status) {
  const pair = status === "ended" ? DATA.style.ended : DATA.style.edges[kind].colour;
  return pair[dark() ? 1 : 0];
}
