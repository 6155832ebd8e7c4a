// A scene as numbers that can be drawn many times a second.

const SMALLEST_DOT = 4;
const LARGEST_DOT = 10;

/** What does not change while the page is open: how many edges each node has, and the order from most to fewest. */
export function worldOf(scene) {
  const count = scene.nodes.count;
  const degree = new Uint32Array(count);
  for (let j = 0; j < scene.edges.count; j += 1) {
    degree[scene.edges.source[j]] += 1;
    degree[scene.edges.target[j]] += 1;
  }
  const order = Uint32Array.from(degree.keys()).sort((a, b) => degree[b] - degree[a] || a - b);
  return { count, degree, order, most: degree[order[0]] || 1 };
}

function boxOf([left, top, right, bottom]) {
  return { left, top, right, bottom };
}

/** Where things stand in one arrangement: nodes, the boxes of the places that hold any, outer ones first. */
export function arrangementOf(scene, name) {
  const { x, y, bounds, boxes } = scene.layouts[name];
  const places = [];
  scene.places.id.forEach((id, place) => {
    const inner = scene.places.parent[place] >= 0;
    places.push({ place, inner, ...boxOf(boxes[place]) });
  });
  places.sort((a, b) => a.inner - b.inner);
  return { x: Float32Array.from(x), y: Float32Array.from(y), bounds: boxOf(bounds), places };
}

/** The radius of each node: by `size` from 0 to 1, or else by its number of edges. */
export function radii(world, size) {
  const share = (i) => (size ? size[i] : Math.sqrt(world.degree[i] / world.most));
  return Float32Array.from({ length: world.count }, (_, i) => SMALLEST_DOT + (LARGEST_DOT - SMALLEST_DOT) * share(i));
}

/** The smallest box around some nodes. */
export function boxAround(arrangement, indices) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const i of indices) {
    box.left = Math.min(box.left, arrangement.x[i] - 24);
    box.right = Math.max(box.right, arrangement.x[i] + 24);
    box.top = Math.min(box.top, arrangement.y[i] - 24);
    box.bottom = Math.max(box.bottom, arrangement.y[i] + 24);
  }
  return box.left < box.right ? box : arrangement.bounds;
}

/** The shown node at a point of the world, or -1; `slack` is how far beside it still counts. */
export function nodeAt(view, point, slack) {
  let best = -1;
  let nearest = Infinity;
  for (let i = 0; i < view.world.count; i += 1) {
    if (!view.nodeMask[i]) continue;
    const away = Math.hypot(view.at.x[i] - point.x, view.at.y[i] - point.y) - view.radius[i];
    if (away < slack && away < nearest) [best, nearest] = [i, away];
  }
  return best;
}

function distanceTo(at, a, b, point) {
  const dx = at.x[b] - at.x[a];
  const dy = at.y[b] - at.y[a];
  const along = ((point.x - at.x[a]) * dx + (point.y - at.y[a]) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(at.x[a] + t * dx - point.x, at.y[a] + t * dy - point.y);
}

/** The edge among those drawn that runs through a point of the world, or -1. */
export function edgeAt(view, point, slack) {
  const { source, target } = view.scene.edges;
  let best = -1;
  let nearest = slack;
  for (const j of [...view.top, ...view.raw]) {
    const away = distanceTo(view.at, source[j], target[j], point);
    if (away < nearest) [best, nearest] = [j, away];
  }
  return best;
}

/** The innermost place that a point of the world lies in, or -1. */
export function placeAt(view, point) {
  let found = -1;
  for (const box of view.at.places) {
    const within = point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
    if (within && view.held[box.place]) found = box.place;
  }
  return found;
}
