// Cards and containers on the canvas.
import { GLYPHS } from "../shell/glyphs.js";
import { nodeColour } from "../shell/ink.js";

const FONT = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const DIM = 0.16;

function rounded(ctx, x, y, width, height, radius) {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
}

/** The mark of a kind at x, y; hollow for what no source names. */
function paintGlyph(ctx, kind, x, y, hollow) {
  const outline = new Path2D();
  outline.addPath(new Path2D(GLYPHS[kind]), new DOMMatrix([1, 0, 0, 1, x, y]));
  ctx.strokeStyle = ctx.fillStyle = nodeColour(kind);
  ctx.lineWidth = 1.6;
  if (hollow) ctx.stroke(outline);
  else ctx.fill(outline);
}

function paintFrame(ctx, card, look) {
  const { left, top, width, height, kind, placeholder, fill } = card;
  rounded(ctx, left, top, width, height, 7);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.setLineDash(placeholder || kind === "Gap" ? [6, 5] : []);
  ctx.strokeStyle = nodeColour(kind);
  ctx.lineWidth = look.selected || look.hover ? 3.5 : 1.5;
  ctx.stroke();
  ctx.setLineDash([]);
  if (placeholder) return;
  rounded(ctx, left, top, 6, height, [7, 0, 0, 7]);
  ctx.fillStyle = nodeColour(kind);
  ctx.fill();
}

function paintTexts(ctx, card, inks) {
  const { left, top, width, height, kind, placeholder, caption, mark, lines, size } = card;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.font = `600 11px ${FONT}`;
  ctx.fillText(caption, left + 33, top + 15.5, 95);
  ctx.font = `${placeholder ? "italic 400" : "500"} 14px ${FONT}`;
  ctx.fillStyle = placeholder ? inks.soft : inks.ink;
  lines.forEach((line, row) => ctx.fillText(line, left + 15, top + 36 + 18 * row, width - 24));
  ctx.fillStyle = inks.bar;
  ctx.fillRect(left + 15, top + height - 6, size * (width - 30), 3);
  ctx.font = `600 11px ${FONT}`;
  ctx.textAlign = "right";
  ctx.fillStyle = inks.alarm;
  ctx.fillText(mark, left + width - 10, top + 15.5, 55);
}

/** One card, as `card` describes it: its rectangle, kind, texts, fill and the share of its bar. */
export function paintCard(ctx, card, look, far, inks) {
  ctx.save();
  if (far) ctx.globalAlpha = DIM;
  paintFrame(ctx, card, look);
  paintGlyph(ctx, card.kind, card.left + 21, card.top + 15, card.placeholder);
  paintTexts(ctx, card, inks);
  ctx.restore();
}

/** One container of a level: country, region or shared. */
export function paintBox(ctx, [left, top, right, bottom], level, inks) {
  rounded(ctx, left, top, right - left, bottom - top, level === "region" ? 8 : 12);
  ctx.fillStyle = inks[level];
  ctx.fill();
  ctx.strokeStyle = inks[level === "region" ? "region-line" : "country-line"];
  ctx.lineWidth = 1;
  ctx.stroke();
}

/** The name of a container, with a halo, so that an edge behind it does not cross it out. */
export function paintHead(ctx, [left, top, right], level, title, inks) {
  ctx.font = level === "region" ? `600 13px ${FONT}` : `700 17px ${FONT}`;
  ctx.fillStyle = level === "region" ? inks.soft : inks.ink;
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.strokeStyle = inks[level];
  ctx.lineWidth = 5;
  ctx.lineJoin = "round";
  ctx.strokeText(title, left + 14, top + 21, right - left - 28);
  ctx.fillText(title, left + 14, top + 21, right - left - 28);
}
