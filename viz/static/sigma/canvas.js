// The map on one canvas: for machines that render WebGL by software, where a plain canvas is faster.

import { drawDots, drawEdges, drawTop } from "./dots.js";
import { drawGround } from "./ground.js";
import { cleared, layerOn } from "./layers.js";
import { drawMarks } from "./marks.js";

const RAW_ALPHA = 0.28;
const RESTING = 6; // while the map moves, drawing takes a part of the time like 1 to this

export function drawAll(ctx, view) {
  drawGround(ctx, view);
  drawEdges(ctx, view, view.raw, view.bright ? RAW_ALPHA / 3 : RAW_ALPHA, 1);
  drawDots(ctx, view, view.looks);
  drawTop(ctx, view);
  drawMarks(ctx, view);
}

/** Shows a picture that was drawn from one camera as it looks from another. */
function showKept(ctx, picture, from, { camera, width, height }) {
  const by = camera.zoom / from.zoom;
  ctx.drawImage(picture, camera.x - from.x * by, camera.y - from.y * by, width * by, height * by);
}

/** While the map moves it is drawn afresh now and then, and the last drawing moves in between. */
export function canvasSurface(element) {
  const canvas = layerOn(element);
  const picture = document.createElement("canvas");
  let drawn = { camera: null, at: 0, took: 0 }; // `took`: until the next frame could come; null until it has

  return {
    name: "canvas",
    target: canvas,
    restyle() {},
    frame(view) {
      const now = performance.now();
      if (drawn.took === null) drawn.took = now - drawn.at;
      if (!view.moving || now - drawn.at > RESTING * drawn.took) {
        drawAll(cleared(picture, view.width, view.height), view);
        drawn = { camera: view.camera, at: now, took: null };
      }
      showKept(cleared(canvas, view.width, view.height), picture, drawn.camera, view);
    },
  };
}
