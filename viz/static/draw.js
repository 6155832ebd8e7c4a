"use strict";
// Cards, glyphs and containers on the canvas.

const FONT = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
const DIM = 0.16;

/** A polygon of `sides` around x, y. */
function polygon(ctx, x, y, radius, sides, turn) {
  ctx.beginPath();
  for (let i = 0; i < sides; i += 1) {
    const angle = turn + (2 * Math.PI * i) / sides;
    ctx.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  ctx.closePath();
}

const GLYPHS = {
  Enterprise: (ctx, x, y) => { ctx.beginPath(); ctx.rect(x - 5, y - 5, 10, 10); },
  Cluster: (ctx, x, y) => polygon(ctx, x, y, 6.5, 6, 0),
  Agreement: (ctx, x, y) => polygon(ctx, x, y + 1, 7, 3, -Math.PI / 2),
  Event: (ctx, x, y) => polygon(ctx, x, y, 6.5, 5, -Math.PI / 2),
  Region: (ctx, x, y) => polygon(ctx, x, y, 7, 4, 0),
  Country: (ctx, x, y) => polygon(ctx, x, y - 1, 7, 3, Math.PI / 2),
};

/** The mark of a kind: shape and colour together; hollow for what no source names. */
function drawGlyph(ctx, kind, x, y, hollow) {
  ctx.strokeStyle = ctx.fillStyle = DATA.colours.nodes[kind];
  ctx.lineWidth = 1.6;
  GLYPHS[kind](ctx, x, y);
  if (hollow) ctx.stroke();
  else ctx.fill();
}

function rounded(ctx, x, y, width, height, radius) {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
}

function drawFrame(ctx, node, card, left, top, marked) {
  const colour = DATA.colours.nodes[node.kind];
  rounded(ctx, left, top, card.width, card.height, 7);
  ctx.fillStyle = node.placeholder ? "#f8fafb" : "#ffffff";
  ctx.fill();
  ctx.setLineDash(node.placeholder ? [6, 5] : []);
  ctx.strokeStyle = colour;
  ctx.lineWidth = marked ? 3.5 : 1.5;
  ctx.stroke();
  ctx.setLineDash([]);
  if (node.placeholder) return;
  rounded(ctx, left, top, 6, card.height, [7, 0, 0, 7]);
  ctx.fillStyle = colour;
  ctx.fill();
}

function drawCaption(ctx, node, card, left, top) {
  drawGlyph(ctx, node.kind, left + 21, top + 15, node.placeholder);
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.font = `600 11px ${FONT}`;
  ctx.fillText(say(`node_${node.kind}`), left + 33, top + 15.5, 95);
  if (!node.synthetic) return;
  ctx.textAlign = "right";
  ctx.fillStyle = "#8a5200";
  ctx.fillText(say("synthetic_mark"), left + card.width - 10, top + 15.5, 55);
}

function drawTitle(ctx, node, card, left, top) {
  ctx.textAlign = "left";
  ctx.font = `${node.placeholder ? "italic 400" : "500"} 14px ${FONT}`;
  ctx.fillStyle = node.placeholder ? "#44505b" : "#1d2731";
  card[state.lang].forEach((line, i) => ctx.fillText(line, left + 15, top + 36 + 18 * i, card.width - 24));
}

/** The renderer of a card, as vis-network calls it. */
function drawCard({ ctx, id, x, y, state: look }) {
  const node = NODES.get(id);
  const card = SCENE.cards[id];
  const left = x - card.width / 2;
  const top = y - card.height / 2;
  const drawNode = () => {
    ctx.save();
    if (state.near && !state.near.has(id)) ctx.globalAlpha = DIM;
    drawFrame(ctx, node, card, left, top, look.selected || look.hover);
    drawCaption(ctx, node, card, left, top);
    drawTitle(ctx, node, card, left, top);
    ctx.restore();
  };
  return { drawNode, nodeDimensions: { width: card.width, height: card.height } };
}

/** The rectangle around cards, with a margin and room for a heading. */
function around(boxes) {
  const { side, head } = DATA.room;
  const left = Math.min(...boxes.map((box) => box.left)) - side;
  const top = Math.min(...boxes.map((box) => box.top)) - side - head;
  const right = Math.max(...boxes.map((box) => box.right)) + side;
  const bottom = Math.max(...boxes.map((box) => box.bottom)) + side;
  return { left, top, right, bottom };
}

function cardBox(id, at) {
  const card = SCENE.cards[id];
  return { left: at.x - card.width / 2, right: at.x + card.width / 2, top: at.y - card.height / 2, bottom: at.y + card.height / 2 };
}

/** The rectangles of all containers that hold a shown card; countries first, so that regions lie upon them. */
function containers(positions) {
  const held = new Map(SCENE.places.map((place) => [place.id, []]));
  for (const node of SCENE.nodes) {
    if (nodeShown(node)) held.get(node.place).push(cardBox(node.id, positions[node.id]));
  }
  const inner = SCENE.places.filter((place) => place.parent && held.get(place.id).length);
  const regions = inner.map((place) => [place, around(held.get(place.id))]);
  regions.forEach(([place, box]) => held.get(place.parent).push(box));
  const outer = SCENE.places.filter((place) => !place.parent && held.get(place.id).length);
  return [...outer.map((place) => [place, around(held.get(place.id))]), ...regions];
}

function drawContainer(ctx, place, box) {
  const width = box.right - box.left;
  rounded(ctx, box.left, box.top, width, box.bottom - box.top, place.parent ? 8 : 12);
  ctx.fillStyle = place.parent ? "#ffffff" : place.id.startsWith("shared:") ? "#f7f5f1" : "#eaf0f4";
  ctx.fill();
  ctx.strokeStyle = place.parent ? "#cbd6de" : "#b5c3cd";
  ctx.lineWidth = 1;
  ctx.stroke();
}

/** The name of a container, with a halo, so that an edge behind it does not cross it out. */
function drawHeading(ctx, place, box) {
  ctx.save();
  if (state.near) ctx.globalAlpha = 0.55;
  ctx.font = place.parent ? `600 13px ${FONT}` : `700 17px ${FONT}`;
  ctx.fillStyle = place.parent ? "#4d5b6a" : "#2f3a45";
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.strokeStyle = "rgba(255,255,255,0.85)";
  ctx.lineWidth = 5;
  ctx.lineJoin = "round";
  const room = box.right - box.left - 24;
  ctx.strokeText(inLanguage(place.title), box.left + 14, box.top + 21, room);
  ctx.fillText(inLanguage(place.title), box.left + 14, box.top + 21, room);
  ctx.restore();
}

/** Draws all containers by `draw`; while cards move freely a place is no longer a container. */
function drawContainers(ctx, positions, draw) {
  if (!state.free) containers(positions).forEach(([place, box]) => draw(ctx, place, box));
}
