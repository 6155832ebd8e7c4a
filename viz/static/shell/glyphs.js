// The marks of the kinds of nodes, and SVG elements.

const SVG = "http://www.w3.org/2000/svg";

/** A new SVG element with attributes. */
export function draw(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const GLYPHS = {
  Enterprise: "M-5-5h10v10h-10z",
  Cluster: "M6.5 0 3.2 5.6-3.2 5.6-6.5 0-3.2-5.6 3.2-5.6z",
  Agreement: "M0-6 6 5-6 5z",
  Event: "M0-6.5 6.2-2 3.8 5.3-3.8 5.3-6.2-2z",
  Region: "M7 0 0 7-7 0 0-7z",
  Country: "M0 6-6-5 6-5z",
  Gap: "M-1-6h2v7h-2zM-1.3 3h2.6v2.6h-2.6z",
};

/** The mark of a kind of node: shape and colour together; hollow for what no source names. */
export function glyph(kind, x, y, hollow = false) {
  const colour = `var(--node-${kind})`;
  return draw("path", {
    d: GLYPHS[kind], transform: `translate(${x} ${y})`, fill: hollow ? "none" : colour, stroke: colour, "stroke-width": 1.6,
  });
}
