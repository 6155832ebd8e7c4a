// Nodes as dots, and edges one by one, on a canvas.

import { edgeColour } from "../shell/ink.js";

export const FADED = 0.12;

/** The edges of the selection, over the nodes. */
export function drawTop(ctx, view) {
  drawEdges(ctx, view, view.top, 0.9, view.top.length > 500 ? 1 : 2);
}

/** Nodes that look alike, so that each look is drawn in one go. */
export function looksOf(view) {
  const looks = new Map();
  for (let i = 0; i < view.world.count; i += 1) {
    if (!view.nodeMask[i]) continue;
    const colour = view.colourOf(i);
    const faded = view.bright && !view.bright.has(i);
    const hollow = view.scene.nodes.placeholder[i];
    const key = `${colour}|${faded ? 1 : 0}|${hollow ? 1 : 0}`;
    if (!looks.has(key)) looks.set(key, { colour, faded, hollow, nodes: [] });
    looks.get(key).nodes.push(i);
  }
  return [...looks.values()].sort((a, b) => b.faded - a.faded);
}

/** One path of all dots of a look within the window; squares where a dot is too small to be round. */
function dotPath(ctx, view, nodes) {
  const { zoom, x: shiftX, y: shiftY } = view.camera;
  ctx.beginPath();
  for (const i of nodes) {
    const x = view.at.x[i] * zoom + shiftX;
    const y = view.at.y[i] * zoom + shiftY;
    const r = Math.max(view.radius[i] * zoom, 0.8);
    if (x < -r || y < -r || x > view.width + r || y > view.height + r) continue;
    if (r < 2.6) {
      ctx.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
    } else {
      ctx.moveTo(x + r, y);
      ctx.arc(x, y, r, 0, 2 * Math.PI);
    }
  }
}

export function drawDots(ctx, view, looks) {
  for (const { colour, faded, hollow, nodes } of looks) {
    ctx.globalAlpha = faded ? FADED : 1;
    ctx.fillStyle = ctx.strokeStyle = colour;
    ctx.lineWidth = 1.4;
    dotPath(ctx, view, nodes);
    if (hollow) ctx.stroke();
    else ctx.fill();
  }
  ctx.globalAlpha = 1;
}

/** Edges one by one, those of one colour as one path. */
export function drawEdges(ctx, view, edges, alpha, width) {
  const { zoom, x, y } = view.camera;
  const { source, target, kind, status } = view.scene.edges;
  const paths = new Map();
  for (const j of edges) {
    const colour = edgeColour(kind[j], status[j]);
    if (!paths.has(colour)) paths.set(colour, new Path2D());
    const path = paths.get(colour);
    path.moveTo(view.at.x[source[j]] * zoom + x, view.at.y[source[j]] * zoom + y);
    path.lineTo(view.at.x[target[j]] * zoom + x, view.at.y[target[j]] * zoom + y);
  }
  ctx.globalAlpha = alpha;
  ctx.lineWidth = width;
  for (const [colour, path] of paths) {
    ctx.strokeStyle = colour;
    ctx.stroke(path);
  }
  ctx.globalAlpha = 1;
}
