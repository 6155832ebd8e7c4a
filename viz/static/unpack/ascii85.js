// Ascii85, five digits for four bytes, as viz/packed.py writes it.

const FIRST = 33;
const LAST = 117;
const LESS_THAN = 60;
const INSTEAD = 118; // stands for "<", which could end the element

function digit(code) {
  return (code === INSTEAD ? LESS_THAN : code) - FIRST;
}

/** The bytes of a text in Ascii85. */
export function bytes(text) {
  const found = new DataView(new ArrayBuffer(4 * Math.ceil(text.length / 5)));
  for (let at = 0; at < text.length; at += 5) {
    let sum = 0;
    for (let one = at; one < at + 5; one += 1) sum = sum * 85 + digit(one < text.length ? text.charCodeAt(one) : LAST);
    found.setUint32((at / 5) * 4, sum);
  }
  return new Uint8Array(found.buffer, 0, Math.floor((text.length * 4) / 5));
}
