// Canvases one upon another that fill the map, sharp on any screen.

const SHARPEST = 2;

export function layerOn(element) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas.style, { position: "absolute", inset: "0", width: "100%", height: "100%", touchAction: "none" });
  element.append(canvas);
  return canvas;
}

/** The context of a layer, empty, in CSS pixels, with as many device pixels as the screen has. */
export function cleared(canvas, width, height, sharpness = Math.min(SHARPEST, window.devicePixelRatio || 1)) {
  const [across, down] = [Math.round(width * sharpness), Math.round(height * sharpness)];
  if (canvas.width !== across || canvas.height !== down) [canvas.width, canvas.height] = [across, down];
  const ctx = canvas.getContext("2d");
  ctx.setTransform(sharpness, 0, 0, sharpness, 0, 0);
  ctx.clearRect(0, 0, width, height);
  return ctx;
}
