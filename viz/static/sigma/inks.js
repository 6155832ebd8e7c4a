// The colours of the map for the theme of the page.

import { DATA } from "../shell/words.js";

const INKS = {
  text: "--ink", soft: "--soft", paper: "--region", line: "--region-line", country: "--country", countryLine: "--country-line", halo: "--stage",
};

function themed(colours) {
  return colours[document.documentElement.dataset.theme === "dark" ? 1 : 0];
}

export function nodeInk(kind) {
  return themed(DATA.style.nodes[kind]);
}

export function edgeInk(kind, status) {
  return themed(status === "ended" ? DATA.style.ended : DATA.style.edges[kind].colour);
}

/** The colours of what is neither node nor edge, as the style sheet has them. */
export function pageInks() {
  const sheet = getComputedStyle(document.documentElement);
  return Object.fromEntries(Object.entries(INKS).map(([name, variable]) => [name, sheet.getPropertyValue(variable).trim()]));
}
