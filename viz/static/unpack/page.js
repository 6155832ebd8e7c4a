// Puts on the style sheet, fills the page, and runs its script.
import { bytes } from "./ascii85.js";

/** Makes the page of what viz/packed.py made one text of; `inflate` gives the bytes that were packed into others. */
export async function begin(inflate) {
  const told = await inflate(bytes(document.getElementById("packed").textContent));
  const { style, markup, script, data } = JSON.parse(new TextDecoder("windows-1251").decode(told));
  window.graphData = data;
  const element = (name, textContent) => Object.assign(document.createElement(name), { textContent });
  const shell = new DOMParser().parseFromString(markup, "text/html");
  document.head.append(element("style", style));
  document.body.prepend(...shell.body.childNodes);
  document.body.append(element("script", script));
}
