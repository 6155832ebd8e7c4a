// Dragging, wheel, two fingers, tap and double tap on the map.

import { shifted, zoomedAt } from "./camera.js";

const STILL = 5;
const TWICE = 350;

function spot(element, event) {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function spread([a, b]) {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
}

/** Calls `move(change of the camera)`, `tap(spot)`, `twice(spot)`. */
export function listen(element, { move, tap, twice }) {
  const down = new Map();
  let travelled = 0;
  let last = { at: -TWICE, x: 0, y: 0 };

  function released(point, time) {
    const again = time - last.at < TWICE && Math.hypot(point.x - last.x, point.y - last.y) < 4 * STILL;
    last = { at: again ? -TWICE : time, ...point };
    if (again) twice(point);
    else tap(point);
  }

  function dragged(event) {
    const before = down.get(event.pointerId);
    if (!before) return;
    const pair = down.size === 2 ? spread([...down.values()]) : null;
    const now = spot(element, event);
    down.set(event.pointerId, now);
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (travelled < STILL) return;
    if (!pair) return void move((camera) => shifted(camera, now.x - before.x, now.y - before.y));
    const next = spread([...down.values()]);
    move((camera) => shifted(zoomedAt(camera, next.apart / pair.apart, pair.x, pair.y), next.x - pair.x, next.y - pair.y));
  }

  element.addEventListener("pointerdown", (event) => {
    element.setPointerCapture(event.pointerId);
    if (!down.size) travelled = 0;
    down.set(event.pointerId, spot(element, event));
  });
  element.addEventListener("pointermove", dragged);
  for (const name of ["pointerup", "pointercancel"]) {
    element.addEventListener(name, (event) => {
      const held = down.delete(event.pointerId);
      if (held && !down.size && travelled < STILL && name === "pointerup") released(spot(element, event), event.timeStamp);
    });
  }
  element.addEventListener("wheel", (event) => {
    event.preventDefault();
    const at = spot(element, event);
    move((camera) => zoomedAt(camera, Math.exp(-event.deltaY / 400), at.x, at.y));
  }, { passive: false });
}
