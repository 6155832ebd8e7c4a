// What lies over the nodes: edges of the selection with their direction, rings, and names where there is room.

import { directed } from "../shell/scene.js";
import { word } from "../shell/words.js";
import { edgeColour } from "../shell/ink.js";
import { drawHeadings } from "./ground.js";

const NAMED = 70;
const NAME_FONT = '12px "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const MOST_ARROWS = 400;

function arrowHead(ctx, view, j) {
  const { zoom, x, y } = view.camera;
  const { source, target, kind, status } = view.scene.edges;
  const [a, b] = [source[j], target[j]];
  const angle = Math.atan2(view.at.y[b] - view.at.y[a], view.at.x[b] - view.at.x[a]);
  const back = Math.max(view.radius[b] * zoom, 1) + 1;
  const tipX = view.at.x[b] * zoom + x - back * Math.cos(angle);
  const tipY = view.at.y[b] * zoom + y - back * Math.sin(angle);
  ctx.fillStyle = edgeColour(kind[j], status[j]);
  ctx.beginPath();
  ctx.moveTo(tipX, tipY);
  for (const turn of [0.4, -0.4]) ctx.lineTo(tipX - 9 * Math.cos(angle + turn), tipY - 9 * Math.sin(angle + turn));
  ctx.fill();
}

function ring(ctx, view, i) {
  const { zoom, x, y } = view.camera;
  ctx.beginPath();
  ctx.arc(view.at.x[i] * zoom + x, view.at.y[i] * zoom + y, Math.max(view.radius[i] * zoom, 2) + 4, 0, 2 * Math.PI);
  ctx.strokeStyle = view.inks.ink;
  ctx.lineWidth = 2.5;
  ctx.stroke();
}

/** Which nodes may be named, the chosen and the bright ones first, then those with most edges. */
function* nameable(view) {
  if (view.picked >= 0) yield view.picked;
  if (view.bright) {
    for (const i of view.world.order) if (view.bright.has(i)) yield i;
  } else if (view.camera.zoom > 0.9) {
    yield* view.world.order;
  }
}

function meets(box, others) {
  return others.some((o) => box.left < o.right && o.left < box.right && box.top < o.bottom && o.top < box.bottom);
}

function nameBox(ctx, view, i) {
  const x = view.at.x[i] * view.camera.zoom + view.camera.x;
  const y = view.at.y[i] * view.camera.zoom + view.camera.y;
  if (x < 0 || y < 0 || x > view.width || y > view.height) return null;
  const text = word(view.scene.nodes.title[i]);
  const width = ctx.measureText(text).width;
  const r = Math.max(view.radius[i] * view.camera.zoom, 2) + 4;
  const left = x + r + width > view.width ? x - r - width : x + r;
  return { text, left: left - 2, right: left + width + 2, top: y - 8, bottom: y + 8 };
}

/** The names that are drawn: none meets another or a heading. */
function namesOf(ctx, view, headings) {
  const names = [];
  for (const i of nameable(view)) {
    if (names.length >= NAMED) break;
    if (!view.nodeMask[i] || (i === view.picked && names.length)) continue;
    const box = nameBox(ctx, view, i);
    if (box && !meets(box, names) && !meets(box, headings)) names.push(box);
  }
  return names;
}

function drawNames(ctx, view, headings) {
  ctx.font = NAME_FONT;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  view.names = namesOf(ctx, view, headings);
  for (const box of view.names) {
    ctx.globalAlpha = 0.85;
    ctx.fillStyle = view.inks.paper;
    ctx.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    ctx.globalAlpha = 1;
    ctx.fillStyle = view.inks.ink;
    ctx.fillText(box.text, box.left + 2, (box.top + box.bottom) / 2);
  }
}

/** The arrows, the headings, the ring and the names. */
export function drawMarks(ctx, view) {
  const arrows = view.top.filter(directed);
  if (arrows.length <= MOST_ARROWS) arrows.forEach((j) => arrowHead(ctx, view, j));
  const headings = drawHeadings(ctx, view);
  if (view.picked >= 0) ring(ctx, view, view.picked);
  if (!view.moving) drawNames(ctx, view, headings);
}
