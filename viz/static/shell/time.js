// The slider over the dates: what held on a day.
import { scene } from "./scene.js";
import { change, state, watch } from "./state.js";
import { byId, say } from "./words.js";

/** All days on which something changes, in order. */
function days() {
  const { since, until } = scene.edges;
  return [...new Set([...since, ...until].filter(Boolean))].sort();
}

function dayInWords(day) {
  const date = new Date(`${day}T12:00:00Z`);
  return new Intl.DateTimeFormat(state.lang, { dateStyle: "long", timeZone: "UTC" }).format(date);
}

function undated() {
  return scene.edges.since.filter((since, edge) => !since && !scene.edges.until[edge]).length;
}

function showDay() {
  byId("day-shown").textContent = state.day ? dayInWords(state.day) : say("day_all");
  byId("day").setAttribute("aria-valuetext", byId("day-shown").textContent);
  byId("day-note").textContent = state.day ? say("day_undated", { count: undated() }) : "";
}

export function startTime() {
  const all = days();
  const slider = byId("day");
  byId("time").hidden = all.length < 2;
  slider.max = String(all.length);
  const stand = () => { slider.value = String(state.day ? all.findLastIndex((day) => day <= state.day) : all.length); };
  slider.addEventListener("input", () => change({ day: all[slider.value] ?? null }));
  watch(["day"], stand);
  watch(["day", "lang"], showDay);
}
