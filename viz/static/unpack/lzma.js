// Raw LZMA (lc = 3, lp = 0, pb = 0) with an end mark, as viz/packed.py writes it; after the LZMA specification, 2015.
import { even, reader } from "./bits.js";

const STATES = 12; // what the last steps were; from 7 on the last was no literal
const COPIED = 7;
const LITERAL = 0x300;
const END = 2 ** 32 - 1;
const NEAR = 4;
const FAR = 14;

/** Reads how long a copy is, less two. */
function lengths({ bit, tree }) {
  const [longer, low, middle, high] = [even(2), even(8), even(8), even(256)];
  return () => {
    if (!bit(longer, 0)) return tree(low, 3);
    return bit(longer, 1) ? 16 + tree(high, 8) : 8 + tree(middle, 3);
  };
}

/** Reads how far back a copy of a length begins, less one. */
function distances({ tree, reverse, plain }) {
  const [slots, middle, low] = [even(4 * 64), even(128), even(16)];
  return (length) => {
    const slot = tree(slots, 6, 64 * Math.min(length, 3));
    if (slot < NEAR) return slot;
    const more = (slot >> 1) - 1;
    const start = (2 + (slot & 1)) * 2 ** more;
    if (slot < FAR) return start + reverse(middle, more, start - slot);
    return start + plain(more - 4) * 16 + reverse(low, 4);
  };
}

/** Reads a byte; `beside` is the one that a copy would have here, or null. */
function literals({ bit }, found) {
  const likely = even(LITERAL * 8);
  return (beside) => {
    const start = LITERAL * (found[found.length - 1] >> 5);
    let [byte, compared] = [1, beside];
    while (byte < 256 && compared !== null) {
      const expected = (compared >> 7) & 1;
      byte = byte * 2 + bit(likely, start + 256 * (1 + expected) + byte);
      compared = (byte & 1) === expected ? compared << 1 : null;
    }
    while (byte < 256) byte = byte * 2 + bit(likely, start + byte);
    found.push(byte & 255);
  };
}

/** The bytes that were packed into these. */
export function unlzma(packed) {
  const [bits, found, back] = [reader(packed), [], [0, 0, 0, 0]];
  const { bit } = bits;
  const [literal, distance, length, lengthAgain] = [literals(bits, found), distances(bits), lengths(bits), lengths(bits)];
  const [isCopy, isAgain, isOlder, isLong, isOldest, isLast] = Array.from({ length: 6 }, () => even(STATES));
  let state = 0;
  const copy = (count) => {
    for (let one = 0; one < count; one += 1) found.push(found[found.length - 1 - back[0]]);
  };
  /** Which of the last distances comes again: it is the first from now on. */
  const again = () => {
    const which = !bit(isOlder, state) ? 0 : !bit(isOldest, state) ? 1 : 2 + bit(isLast, state);
    back.unshift(...back.splice(which, 1));
    return which;
  };
  for (;;) {
    if (!bit(isCopy, state)) {
      literal(state < COPIED ? null : found[found.length - 1 - back[0]]);
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
    } else if (!bit(isAgain, state)) {
      const long = length();
      state = state < COPIED ? 7 : 10;
      back.pop();
      back.unshift(distance(long));
      if (back[0] === END) return Uint8Array.from(found);
      copy(long + 2);
    } else if (again() === 0 && !bit(isLong, state)) {
      state = state < COPIED ? 9 : 11;
      copy(1);
    } else {
      const long = lengthAgain();
      state = state < COPIED ? 8 : 11;
      copy(long + 2);
    }
  }
}
