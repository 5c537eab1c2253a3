/** The state after a literal, by the state before it: below 7 the last thing was a literal. */
const AFTER_LITERAL = [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 4, 5];

/** Where each kind of probability starts; without position bits there is one of most for each state. */
const MATCH = 0;
const REPEAT = 12;
const REPEAT_0 = 24;
const REPEAT_1 = 36;
const REPEAT_2 = 48;
const ONE_BYTE = 60;
const SLOT = 72;
const SPECIAL = 328;
const ALIGN = 456;
const LENGTH = 472;
const REPEAT_LENGTH = 746;
const LITERAL = 1020;

/**
 * Unpacks a raw LZMA stream with 3 literal context bits and no position bits (Pavlov's LZMA specification).
 *
 * @param {!Uint8Array} packed
 * @param {number} size of what was packed
 * @return {!Uint8Array}
 */
export function unpackLzma(packed, size) {
  const out = new Uint8Array(size);
  const bits = rangeDecoder(packed);
  const {bit, tree} = bits;
  /** Distances of the last four matches, less one. */
  const near = [0, 0, 0, 0];
  let state = 0;
  let end = 0;

  const literal = () => {
    const at = LITERAL + 0x300 * (end > 0 ? out[end - 1] >> 5 : 0);
    let node = 1;
    if (state >= 7) {
      let expected = out[end - near[0] - 1];
      let other = 0;
      while (node < 0x100 && other === 0) {
        const wanted = expected >> 7 & 1;
        expected <<= 1;
        const got = bit(at + (1 + wanted << 8) + node);
        node = node << 1 | got;
        other = wanted ^ got;
      }
    }
    while (node < 0x100) node = node << 1 | bit(at + node);
    out[end++] = node;
    state = AFTER_LITERAL[state];
  };

  const lengthAt = (at) => {
    if (bit(at) === 0) return 2 + tree(at + 2, 3);
    return bit(at + 1) === 0 ? 10 + tree(at + 10, 3) : 18 + tree(at + 18, 8);
  };

  const distance = (length) => {
    const slot = tree(SLOT + 64 * Math.min(length - 2, 3), 6);
    if (slot < 4) return slot;
    const extra = (slot >> 1) - 1;
    const base = (2 | slot & 1) << extra;
    if (slot < 14) return base + bits.reverse(SPECIAL + base - slot, extra);
    return base + (bits.direct(extra - 4) << 4) + bits.reverse(ALIGN, 4);
  };

  /** Which of the last four distances comes again; it is the last one from now on. */
  const again = () => {
    const k = bit(REPEAT_0 + state) === 0 ? 0 : bit(REPEAT_1 + state) === 0 ? 1 : 2 + bit(REPEAT_2 + state);
    near.unshift(near.splice(k, 1)[0]);
    return k;
  };

  while (end < size) {
    if (bit(MATCH + state) === 0) {
      literal();
      continue;
    }
    let length = 1;
    if (bit(REPEAT + state) === 0) {
      length = lengthAt(LENGTH);
      near.pop();
      near.unshift(distance(length));
      state = state < 7 ? 7 : 10;
    } else if (again() === 0 && bit(ONE_BYTE + state) === 0) {
      state = state < 7 ? 9 : 11;
    } else {
      length = lengthAt(REPEAT_LENGTH);
      state = state < 7 ? 8 : 11;
    }
    for (const stop = end + length; end < stop; end++) out[end] = out[end - near[0] - 1];
  }
  return out;
}

/** In a typed array, where 32 bits without a sign stay 32 bits: as variables they would be boxed again and again. */
const RANGE = 0;
const CODE = 1;

/** Bits whose probabilities follow what was read: of 11 binary digits, moving by a 32nd. @param {!Uint8Array} packed */
function rangeDecoder(packed) {
  const odds = new Uint16Array(LITERAL + 0x300 * 8).fill(0x400);
  const now = new Uint32Array([0xffffffff, 0]);
  let next = 1;

  const byte = () => {
    now[CODE] = now[CODE] << 8 | packed[next++];
  };
  for (let k = 0; k < 4; k++) byte();

  const normalise = () => {
    if (now[RANGE] < 0x1000000) {
      now[RANGE] <<= 8;
      byte();
    }
  };
  const bit = (at) => {
    normalise();
    const odd = odds[at];
    const bound = Math.imul(now[RANGE] >>> 11, odd) >>> 0;
    if (now[CODE] < bound) {
      now[RANGE] = bound;
      odds[at] = odd + (0x800 - odd >> 5);
      return 0;
    }
    now[RANGE] -= bound;
    now[CODE] -= bound;
    odds[at] = odd - (odd >> 5);
    return 1;
  };
  /** So many bits, the highest first. */
  const tree = (at, count) => {
    let node = 1;
    for (let k = 0; k < count; k++) node = node << 1 | bit(at + node);
    return node - (1 << count);
  };
  /** So many bits, the lowest first. */
  const reverse = (at, count) => {
    let node = 1;
    let value = 0;
    for (let k = 0; k < count; k++) {
      const got = bit(at + node);
      node = node << 1 | got;
      value |= got << k;
    }
    return value;
  };
  /** So many bits that are as likely one as the other. */
  const direct = (count) => {
    let value = 0;
    for (let k = 0; k < count; k++) {
      normalise();
      now[RANGE] >>>= 1;
      const got = now[CODE] >= now[RANGE] ? 1 : 0;
      if (got) now[CODE] -= now[RANGE];
      value = value << 1 | got;
    }
    return value;
  };
  return {bit, tree, reverse, direct};
}
