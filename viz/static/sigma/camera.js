// Where the reader looks from: screen = world * zoom + shift, in CSS pixels.

const NEAREST_ZOOM = 6;
const FARTHEST_ZOOM = 0.02;

export function cameraAt(zoom, x, y) {
  return { zoom: Math.min(NEAREST_ZOOM, Math.max(FARTHEST_ZOOM, zoom)), x, y };
}

/** The camera that shows a box as large as fits into a window of that size. */
export function framing(box, width, height, margin = 12) {
  const across = Math.max(box.right - box.left, 60);
  const down = Math.max(box.bottom - box.top, 60);
  const zoom = Math.min(NEAREST_ZOOM, (width - 2 * margin) / across, (height - 2 * margin) / down);
  return cameraAt(zoom, width / 2 - (zoom * (box.left + box.right)) / 2, height / 2 - (zoom * (box.top + box.bottom)) / 2);
}

/** Nearer or farther by a factor, with the point x, y of the screen held still. */
export function zoomedAt(camera, factor, x, y) {
  const next = cameraAt(camera.zoom * factor, 0, 0);
  const by = next.zoom / camera.zoom;
  return { zoom: next.zoom, x: x - (x - camera.x) * by, y: y - (y - camera.y) * by };
}

export function shifted(camera, dx, dy) {
  return { zoom: camera.zoom, x: camera.x + dx, y: camera.y + dy };
}

/** The point of the world that is seen at x, y. */
export function worldPoint(camera, x, y) {
  return { x: (x - camera.x) / camera.zoom, y: (y - camera.y) / camera.zoom };
}

/** The part of the world that a window of that size shows, and `more` world pixels around it. */
export function seenBox(camera, width, height, more = 0) {
  const from = worldPoint(camera, 0, 0);
  const to = worldPoint(camera, width, height);
  return { left: from.x - more, top: from.y - more, right: to.x + more, bottom: to.y + more };
}
