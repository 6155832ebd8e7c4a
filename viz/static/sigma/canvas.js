// The map on one canvas: for machines that render WebGL by software, where a plain canvas is faster.

import { drawDots, drawEdges } from "./dots.js";
import { drawGround } from "./ground.js";
import { cleared, layerOn } from "./layers.js";
import { drawMarks } from "./marks.js";

const RAW_ALPHA = 0.28;
const MOVING = 2500;

/** The edges drawn one by one; while the map moves not more than can be drawn in time. */
function rawEdges(view) {
  const step = view.moving ? Math.ceil(view.raw.length / MOVING) : 1;
  return step > 1 ? view.raw.filter((_, place) => place % step === 0) : view.raw;
}

export function drawAll(ctx, view) {
  drawGround(ctx, view);
  drawEdges(ctx, view, rawEdges(view), view.bright ? RAW_ALPHA / 3 : RAW_ALPHA, 1);
  drawDots(ctx, view, view.looks);
  drawEdges(ctx, view, view.top, 0.9, view.top.length > 500 ? 1 : 2);
  drawMarks(ctx, view);
}

export function canvasSurface(element) {
  const canvas = layerOn(element);
  return {
    name: "canvas",
    target: canvas,
    restyle() {},
    frame(view) { drawAll(cleared(canvas, view.width, view.height), view); },
  };
}
