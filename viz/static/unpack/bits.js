// Reads bits that LZMA's range coder wrote, each by how likely it was; a likelihood is a number in an array, and learns.

const EVEN = 1024;
const SURE = 2048;
const LEARNS = 5;

/** So many likelihoods, all even. */
export function even(count) {
  return new Uint16Array(count).fill(EVEN);
}

/** Functions that read the bits of packed bytes. */
export function reader(bytes) {
  let at = 5;
  let range = 2 ** 32 - 1;
  let code = bytes.slice(1, at).reduce((sum, byte) => sum * 256 + byte, 0);

  /** Tells the two parts of the range apart: 1 where the code is in the one above `bound`. */
  const split = (bound) => {
    const bit = code < bound ? 0 : 1;
    range = bit ? range - bound : bound;
    code -= bit * bound;
    if (range < 2 ** 24) {
      range *= 256;
      code = code * 256 + bytes[at];
      at += 1;
    }
    return bit;
  };

  /** The next bit, by the likelihood at a place. */
  const bit = (likely, place) => {
    const found = split((range >>> 11) * likely[place]);
    likely[place] += found ? -(likely[place] >> LEARNS) : (SURE - likely[place]) >> LEARNS;
    return found;
  };

  /** A number of so many bits, the highest first; the likelihood of a bit hangs on those before it. */
  const tree = (likely, count, start = 0) => {
    let found = 1;
    for (let one = 0; one < count; one += 1) found = found * 2 + bit(likely, start + found);
    return found - 2 ** count;
  };

  /** The same, the lowest bit first. */
  const reverse = (likely, count, start = 0) => {
    let [found, place] = [0, 1];
    for (let one = 0; one < count; one += 1) {
      const next = bit(likely, start + place);
      place = place * 2 + next;
      found += next << one;
    }
    return found;
  };

  /** A number of so many bits that are all even. */
  const plain = (count) => {
    let found = 0;
    for (let one = 0; one < count; one += 1) {
      range -= range % 2;
      found = found * 2 + split(range / 2);
    }
    return found;
  };

  return { bit, tree, reverse, plain };
}
