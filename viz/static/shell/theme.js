// Light and dark: as the system has it until the reader says otherwise; always light on paper.
import { setColours } from "./looks.js";
import { change, state, watch } from "./state.js";
import { byId, say } from "./words.js";

const system = window.matchMedia("(prefers-color-scheme: dark)");

function wanted() {
  return state.theme === "auto" ? (system.matches ? "dark" : "light") : state.theme;
}

function wear(theme) {
  document.documentElement.dataset.theme = theme;
  setColours();
}

function sayTheme() {
  const title = say(wanted() === "dark" ? "theme_light" : "theme_dark");
  byId("theme").title = title;
  byId("theme").setAttribute("aria-label", title);
}

export function startTheme(redraw) {
  byId("theme").addEventListener("click", () => change({ theme: wanted() === "dark" ? "light" : "dark" }));
  system.addEventListener("change", () => change({ theme: state.theme }));
  watch(["theme"], () => { wear(wanted()); redraw(); });
  watch(["theme", "lang"], sayTheme);
  window.addEventListener("beforeprint", () => { wear("light"); redraw(); });
  window.addEventListener("afterprint", () => { wear(wanted()); redraw(); });
  wear(wanted());
}
