// Containers, their names, and the bundled edges between them.

import { word } from "../shell/words.js";
import { edgeColour } from "../shell/ink.js";

const PRESSED = 0.74;
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

/** The name of a place with how many it holds, where there is room for it in full; a little pressed together if need be. */
function groundHeading(ctx, view, box) {
  const { left, top, width, height } = onScreen(view.camera, box);
  ctx.font = box.inner ? `600 12px ${SANS}` : `700 14px ${SANS}`;
  const room = width - 10;
  const name = word(view.scene.places.title[box.place]);
  const told = [`${name} · ${view.held[box.place]}`, name].find((text) => ctx.measureText(text).width * PRESSED <= room);
  if (!told || height < 18) return;
  const wide = Math.min(ctx.measureText(told).width, room);
  const x = Math.min(Math.max(left, 0), left + room - wide + 5) + 5;
  ctx.fillStyle = view.inks.soft;
  ctx.fillText(told, x, Math.min(Math.max(top, 0), top + height - 16) + (box.inner ? 10 : 11), room);
}

function middleOf(view, place) {
  const box = view.boxes[place];
  return { x: ((box.left + box.right) / 2) * view.camera.zoom + view.camera.x, y: ((box.top + box.bottom) / 2) * view.camera.zoom + view.camera.y };
}

/** Bundled edges, the strongest widest; each bends a little, so that two do not lie on each other. */
function groundBundles(ctx, view) {
  const most = view.bundles.length ? view.bundles[0].count : 1;
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
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  const held = view.at.places.filter((box) => view.held[box.place]);
  held.forEach((box) => groundBox(ctx, view, box));
  groundBundles(ctx, view);
  held.forEach((box) => groundHeading(ctx, view, box));
}
