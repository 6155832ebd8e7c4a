// The map as a file: a drawing of its own with all its styles, or its picture.

const MARGIN = 24;
const SHARP = 2;
const LARGEST = 8000;

/** The rules of the page's sheet that concern the map. */
function rules() {
  const all = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  return all.filter((rule) => rule.selectorText?.startsWith(".map")).map((rule) => rule.cssText).join("\n");
}

/** Variables of the theme by their values, for a file has no theme. */
function resolved(text) {
  const style = getComputedStyle(document.documentElement);
  return text.replace(/var\((--[\w-]+)\)/g, (_, name) => style.getPropertyValue(name).trim());
}

function drawing(root, [left, top, right, bottom]) {
  const copy = root.cloneNode(true);
  const [width, height] = [right - left + 2 * MARGIN, bottom - top + 2 * MARGIN];
  copy.querySelectorAll(".off").forEach((part) => part.remove());
  copy.classList.remove("small");
  copy.querySelector(".world").removeAttribute("transform");
  const wanted = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `${left - MARGIN} ${top - MARGIN} ${width} ${height}` };
  Object.entries(wanted).forEach(([name, value]) => copy.setAttribute(name, value));
  const paper = resolved("var(--paper)");
  copy.style.background = paper;
  const written = resolved(new XMLSerializer().serializeToString(copy));
  const styled = written.replace(/^(<svg[^>]*>)/, (start) => `${start}<style>${resolved(rules())}</style>`);
  return { text: styled, width, height, paper };
}

function painted({ text, width, height, paper }) {
  const scale = Math.min(SHARP, LARGEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
  const image = new Image();
  return new Promise((done, failed) => {
    image.onerror = () => failed(new Error("picture"));
    image.onload = () => {
      const context = canvas.getContext("2d");
      context.fillStyle = paper;
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(done, "image/png");
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
}

export async function picture(root, bounds, kind) {
  const drawn = drawing(root, bounds);
  return kind === "svg" ? new Blob([drawn.text], { type: "image/svg+xml" }) : painted(drawn);
}
