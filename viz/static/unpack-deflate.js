// Unpacks a large page, with what the browser has for it.
import { begin } from "./unpack/page.js";

async function inflate(bytes) {
  document.getElementById("old-browser").hidden = "DecompressionStream" in window;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer();
}

begin(inflate);
