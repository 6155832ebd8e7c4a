// Containers, their names, and the bundled edges between them.

import { word } from "../shell/words.js";
import { edgeColour } from "../shell/ink.js";

const PRESSED = 0.74;
const LEAST = 5; // letters of a name that is cut
const SANS = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';

function onScreen(camera, box) {
  const left = box.left * camera.zoom + camera.x;
  const top = box.top * camera.zoom + camera.y;
  return { left, top, width: (box.right - box.left) * camera.zoom, height: (box.bottom - box.top) * camera.zoom };
}

function groundBox(ctx, view, box) {
  const { left, top, width, height } = onScreen(view.camera, box);
  const colours = view.inks;
  ctx.beginPath();
  ctx.roundRect(left, top, width, height, Math.min(8, width / 4, height / 4));
  ctx.fillStyle = box.inner ? colours.region : colours.country;
  ctx.fill();
  ctx.strokeStyle = view.expanded.has(box.place) ? colours.ink : box.inner ? colours["region-line"] : colours["country-line"];
  ctx.lineWidth = view.expanded.has(box.place) ? 2 : 1;
  ctx.stroke();
}

/** As much of a name as has room, about; null where that is next to nothing. */
function cut(ctx, name, room) {
  const most = Math.floor((name.length * room) / (ctx.measureText(name).width * PRESSED)) - 1;
  return most < LEAST ? null : `${name.slice(0, most)}…`;
}

/** The name of a place with how many it holds, or alone, or cut, or null: as it has room, a little pressed if need be. */
function headingOf(ctx, view, box) {
  const { left, top, width, height } = onScreen(view.camera, box);
  const room = width - 10;
  const name = word(view.scene.places.title[box.place]);
  ctx.font = headingFont(box);
  const text = [`${name} · ${view.held[box.place]}`, name].find((told) => ctx.measureText(told).width * PRESSED <= room)
    ?? cut(ctx, name, room);
  if (!text || height < 18) return null;
  const wide = Math.min(ctx.measureText(text).width, room);
  const x = Math.max(left, Math.min(0, left + room - wide)) + 5;
  const y = box.inner ? Math.min(Math.max(top, 0), top + height - 18) : top;
  return { box, text, room, left: x, right: x + wide, top: y + 2, bottom: y + 18 };
}

function headingFont({ inner }) {
  return inner ? `600 12px ${SANS}` : `700 14px ${SANS}`;
}

/** The names of places; that of a region stays in sight while any of it does. They come back as boxes. */
export function drawHeadings(ctx, view) {
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  const held = view.at.places.filter((box) => view.held[box.place]);
  const headings = held.map((box) => headingOf(ctx, view, box)).filter(Boolean);
  for (const { box, text, room, left, right, top, bottom } of headings) {
    ctx.globalAlpha = 0.8;
    ctx.fillStyle = box.inner ? view.inks.region : view.inks.country;
    ctx.fillRect(left - 2, top, right - left + 4, bottom - top);
    ctx.globalAlpha = 1;
    ctx.font = headingFont(box);
    ctx.fillStyle = view.inks.soft;
    ctx.fillText(text, left, (top + bottom) / 2, room);
  }
  return headings;
}

function middleOf(view, place) {
  const box = view.boxes[place];
  return { x: ((box.left + box.right) / 2) * view.camera.zoom + view.camera.x, y: ((box.top + box.bottom) / 2) * view.camera.zoom + view.camera.y };
}

/** Bundled edges, the strongest widest; each bends a little, so that two do not lie on each other. */
function groundBundles(ctx, view) {
  if (!view.bundles.length) return;
  const most = view.bundles[0].count;
  ctx.strokeStyle = edgeColour(view.commonest, null);
  for (const { a, b, count } of view.bundles) {
    const from = middleOf(view, a);
    const to = middleOf(view, b);
    const share = count / most;
    ctx.globalAlpha = (view.bright ? 0.25 : 1) * (0.12 + 0.4 * share);
    ctx.lineWidth = 0.8 + 9 * share;
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.quadraticCurveTo((from.x + to.x) / 2 - (to.y - from.y) / 8, (from.y + to.y) / 2 + (to.x - from.x) / 8, to.x, to.y);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** All that lies under the nodes. */
export function drawGround(ctx, view) {
  for (const box of view.at.places) if (view.held[box.place]) groundBox(ctx, view, box);
  groundBundles(ctx, view);
}
