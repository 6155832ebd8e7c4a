// Edges as paths, with arrows and labels.
import { draw } from "../shell/glyphs.js";
import { DATA } from "../shell/words.js";

const DASHES = { announced: "11 7", ended: "2 6", gone: "2 6" };
const FADED = new Set(["ended", "gone"]);
const MISSING = new Set(["LACKS", "MAY_SUPPLY"]);
const CHANGED = { new: 2, changed: 1.6, kept: 0.6 };
const THICKER = 1.5;
const THICKEST = 20;
const ROUND = 16;
const FONT_LINE = 15;

function toward([x, y], [tx, ty], far) {
  const length = Math.hypot(tx - x, ty - y) || 1;
  return [x + ((tx - x) * far) / length, y + ((ty - y) * far) / length];
}

/** The points of a path that the scene has as x, y, x, y … */
function points(flat) {
  return Array.from({ length: flat.length / 2 }, (_, at) => [flat[2 * at], flat[2 * at + 1]]);
}

/** One curve of three points; of more, a broken line with its corners rounded. */
function outline(path) {
  if (path.length === 3) return `M${path[0]}Q${path[1]} ${path[2]}`;
  const inner = path.slice(1, -1).map((corner, at) => {
    const [before, after] = [path[at], path[at + 2]];
    const reach = (other) => Math.min(ROUND, Math.hypot(other[0] - corner[0], other[1] - corner[1]) / 2);
    return `L${toward(corner, before, reach(before))}Q${corner} ${toward(corner, after, reach(after))}`;
  });
  return `M${path[0]}${inner.join("")}L${path.at(-1)}`;
}

/** A triangle at the end of a path. */
function arrowHead(path, size) {
  const [tip, before] = [path.at(-1), path.at(-2)];
  const base = toward(tip, before, size);
  const [dx, dy] = [(base[1] - tip[1]) * 0.45, (tip[0] - base[0]) * 0.45];
  return `M${tip}L${[base[0] + dx, base[1] + dy]} ${[base[0] - dx, base[1] - dy]}z`;
}

function line(scene, edge) {
  const { kind, status, weight } = scene.edges;
  const { width: thin, directed } = DATA.style.edges[kind[edge]];
  const width = Math.min(THICKEST, thin + THICKER * (weight[edge] - 1)) * (CHANGED[status[edge]] ?? 1);
  const colour = FADED.has(status[edge]) ? "var(--ended)" : `var(--edge-${kind[edge]})`;
  const dashes = MISSING.has(kind[edge]) ? "7 6" : DASHES[status[edge]] || "none";
  const stroke = draw("path", { class: "stroke", stroke: colour, "stroke-width": width, "stroke-dasharray": dashes });
  const arrow = directed ? draw("path", { class: "arrow", fill: colour }) : null;
  const touch = draw("path", { class: "touch" });
  const group = draw("g", { class: "line", "data-edge": edge }, touch, stroke, ...(arrow ? [arrow] : []));
  const label = draw("g", { class: "label", "data-edge": edge });
  return { group, stroke, touch, arrow, label, size: 7 + 1.6 * width };
}

export function drawLines(scene, shell) {
  const { kind, lines: texts } = scene.edges;
  const lines = kind.map((_, edge) => line(scene, edge));
  const back = draw("g", { class: "lines" }, ...lines.map(({ group }) => group));
  const front = draw("g", { class: "labels" }, ...lines.map(({ label }) => label));
  let at = null;

  function arrange(layout) {
    at = layout;
    lines.forEach(({ stroke, touch, arrow, size }, edge) => {
      const path = points(at.paths[edge]);
      [stroke, touch].forEach((part) => part.setAttribute("d", outline(path)));
      if (arrow) arrow.setAttribute("d", arrowHead(path, size));
    });
    refresh();
  }

  /** The middle of a label: where it has free room, else the middle of the edge. */
  function middle(edge) {
    if (at.labels?.[edge]?.length) return at.labels[edge];
    const { stroke } = lines[edge];
    const { x, y } = stroke.getPointAtLength(stroke.getTotalLength() / 2);
    return [x, y];
  }

  function fillLabel(edge) {
    const { label } = lines[edge];
    const told = shell.word(texts[edge]);
    label.classList.toggle("roomless", !at.labels?.[edge]?.length);
    if (!told) return;
    const [x, y] = middle(edge);
    const rows = told.split("\n");
    const top = y - (rows.length * FONT_LINE) / 2;
    const spans = rows.map((row, number) => Object.assign(draw("tspan", { x, y: top + FONT_LINE * (number + 0.75) }), { textContent: row }));
    label.replaceChildren(draw("text", {}, ...spans));
  }

  function refresh() {
    lines.forEach((_, edge) => fillLabel(edge));
  }

  function each(act) {
    lines.forEach(({ group, label }, edge) => [group, label].forEach((part) => act(part, edge)));
  }

  return {
    back,
    front,
    arrange,
    refresh,
    show: (edges) => each((part, edge) => part.classList.toggle("off", !edges[edge])),
    select: (chosen) => each((part, edge) => part.classList.toggle("picked", edge === chosen)),
    highlight: (edges) => each((part, edge) => {
      part.classList.toggle("far", edges !== null && !edges.has(edge));
      part.classList.toggle("near", edges !== null && edges.has(edge));
    }),
  };
}
