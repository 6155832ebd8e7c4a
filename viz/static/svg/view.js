// Panning and zooming by mouse, wheel, fingers and buttons; a press that does not move is a click.

const PAD = 16;
const SLACK = 5;
const FARTHEST = 0.05;
const CLOSEST = 4;
const READABLE = 0.62;
const LEGIBLE = 0.5; // below this no one reads the labels of edges
const BUTTONS = 52;
export const NARROW = 760;

export function startView(root, world, click, covered) {
  const at = { x: 0, y: 0, scale: 1 };
  const fingers = new Map();
  let fitted = null;
  let moved = 0;

  function put() {
    world.setAttribute("transform", `translate(${at.x} ${at.y}) scale(${at.scale})`);
    root.classList.toggle("small", at.scale < LEGIBLE);
  }

  function zoomAt(x, y, factor) {
    const scale = Math.min(CLOSEST, Math.max(FARTHEST, at.scale * factor));
    at.x = x - ((x - at.x) * scale) / at.scale;
    at.y = y - ((y - at.y) * scale) / at.scale;
    at.scale = scale;
    fitted = null;
    put();
  }

  function zoom(factor) {
    zoomAt(root.clientWidth / 2, root.clientHeight / 2, factor);
  }

  /** Brings a rectangle into view; a map that would be too small to read is shown from its top, as wide as the page. */
  function fit([left, top, right, bottom], whole = false) {
    const free = root.clientHeight - (whole ? 0 : covered());
    const aside = whole && root.clientWidth > NARROW ? BUTTONS : 0;
    const [width, height] = [root.clientWidth - 2 * PAD - aside, free - 2 * PAD];
    if (width <= 0 || height <= 0) return;
    const across = width / (right - left || 1);
    const both = Math.min(across, height / (bottom - top || 1), whole ? 1.3 : 1);
    const scale = whole && both < READABLE && height > width ? Math.min(across, READABLE + 0.2) : both;
    at.scale = scale;
    at.x = (root.clientWidth - aside) / 2 - ((left + right) / 2) * scale;
    at.y = scale > both ? PAD - top * scale : free / 2 - ((top + bottom) / 2) * scale;
    fitted = [[left, top, right, bottom], whole];
    put();
  }

  /** Brings the top left of a map into view, large enough to read: what a narrow page shows first. */
  function begin([left, top, right]) {
    at.scale = Math.max(READABLE, (root.clientWidth - 2 * PAD) / (right - left));
    at.x = PAD - left * at.scale;
    at.y = PAD - top * at.scale;
    fitted = null;
    put();
  }

  /** Whether a rectangle that fits the page can still be read. */
  function readable([left, top, right, bottom]) {
    return Math.min(root.clientWidth / (right - left), (root.clientHeight - covered()) / (bottom - top)) >= READABLE;
  }

  /** Lets paper of any size show what the screen shows; false takes that back. */
  function print(on) {
    if (on) root.setAttribute("viewBox", `0 0 ${root.clientWidth} ${root.clientHeight}`);
    else root.removeAttribute("viewBox");
  }

  function resize() {
    if (fitted) fit(...fitted);
  }

  function middle() {
    const all = [...fingers.values()];
    const box = root.getBoundingClientRect();
    const sum = all.reduce(([x, y], one) => [x + one.clientX, y + one.clientY], [0, 0]);
    const [x, y] = [sum[0] / all.length - box.left, sum[1] / all.length - box.top];
    const spread = all.length < 2 ? 0 : Math.hypot(all[0].clientX - all[1].clientX, all[0].clientY - all[1].clientY);
    return { x, y, spread };
  }

  function move(event) {
    if (!fingers.has(event.pointerId)) return;
    const before = middle();
    fingers.set(event.pointerId, event);
    const now = middle();
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (moved <= SLACK && fingers.size < 2) return;
    root.setPointerCapture(event.pointerId);
    at.x += now.x - before.x;
    at.y += now.y - before.y;
    fitted = null;
    if (before.spread) zoomAt(now.x, now.y, now.spread / before.spread);
    else put();
  }

  function up(event) {
    const still = fingers.delete(event.pointerId) && moved <= SLACK && fingers.size === 0;
    if (still && event.type === "pointerup") click(event.target);
  }

  root.addEventListener("pointerdown", (event) => {
    if (!fingers.size) moved = 0;
    fingers.set(event.pointerId, event);
  });
  root.addEventListener("pointermove", move);
  root.addEventListener("pointerup", up);
  root.addEventListener("pointercancel", up);
  root.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = root.getBoundingClientRect();
    zoomAt(event.clientX - box.left, event.clientY - box.top, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)));
  }, { passive: false });
  return { begin, fit, readable, zoom, resize, print };
}
