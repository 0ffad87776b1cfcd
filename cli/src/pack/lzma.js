// Unpacks an LZMA file that `pack.rs` made, after the specification that comes with the LZMA SDK
// (lzma-specification.txt, Igor Pavlov, public domain); its names stand in brackets. The file says
// how long it is unpacked, and no odds in it depend on the place of a byte [lp = pb = 0].
//
// What is in the file is a chain of bytes and of copies of what came before, written as bits by
// a range coder that knows for each kind of bit what it was the last times.

/** Where the odds of each kind of bit begin. */
const IS_COPY = 0; // [IsMatch], for 12 states, as the five that follow
const IS_AGAIN = 12; // [IsRep]
const IS_OLDER = 24; // [IsRepG0]
const IS_THIRD = 36; // [IsRepG1]
const IS_FOURTH = 48; // [IsRepG2]
const IS_LONG = 60; // [IsRep0Long]
const SLOT = 72; // [PosSlotDecoder], four trees of 6 bits
const MIDDLE = 328; // [PosDecoders]
const LOWEST = 444; // [AlignDecoder], a tree of 4 bits
const LENGTH = 460; // [LenDecoder]
const LENGTH_AGAIN = 734; // [RepLenDecoder]
const LITERAL = 1008; // [LitProbs], 768 for each context

/** What a file holds. */
export function unpack(packed) {
  const assert = (sound) => {
    if (!sound) throw new Error('what is packed was cut off or damaged');
  };
  assert(packed.length > 17);
  const head = new DataView(packed.buffer, packed.byteOffset);
  const contextBits = packed[0]; // [lc]
  // A length of more than 32 bits is one that is not said.
  assert(contextBits < 9 && head.getUint32(9, true) === 0);
  const size = head.getUint32(5, true);
  const unpacked = new Uint8Array(size);
  let length = 0;

  // Of 2048, that the bit is 0. In typed arrays numbers of 32 bits need no memory of their own.
  const odds = new Uint16Array(LITERAL + (768 << contextBits)).fill(1024);
  /** How wide the coder's range is, and where in it the code lies. [Range, Code] */
  const range = Uint32Array.of(0xffffffff, head.getUint32(14));
  let at = 18;

  /**
   * A number of so many bits, the first the most significant. The odds of each are those of the
   * bits before it; and, as long as they were those of a hint, where `mask` is 256, also those of
   * the next bit of the hint.
   */
  function number(kind, bits, hint = 0, mask = 0) {
    // Here alone bits are read, and where numbers are local they are read fastest.
    let [width, code] = [range[0], range[1]];
    let hinted = hint;
    let alike = mask;
    let node = 1;
    while (node < 1 << bits) {
      hinted <<= 1;
      const next = hinted & alike;
      const index = kind + alike + next + node;
      const odd = odds[index];
      const bound = (width >>> 11) * odd;
      if (code < bound) {
        width = bound;
        odds[index] = odd + ((2048 - odd) >> 5);
        node <<= 1;
        alike &= ~next;
      } else {
        width -= bound;
        code -= bound;
        odds[index] = odd - (odd >> 5);
        node = (node << 1) | 1;
        alike &= next;
      }
      if (width < 1 << 24) {
        assert(at < packed.length);
        width = (width << 8) >>> 0;
        code = ((code << 8) | packed[at++]) >>> 0;
      }
    }
    range[0] = width;
    range[1] = code;
    return node - (1 << bits);
  }
  const bit = (kind) => number(kind - 1, 1);
  /** A number of so many bits, the first the least significant. */
  function reverse(kind, bits) {
    let left = number(kind, bits);
    let reversed = 0;
    for (let count = 0; count < bits; count++) {
      reversed = (reversed << 1) | (left & 1);
      left >>= 1;
    }
    return reversed;
  }
  /** A number of so many bits that can as well be the one as the other. */
  function evenNumber(bits) {
    let value = 0;
    for (let count = 0; count < bits; count++) {
      range[0] >>>= 1;
      const isZero = range[1] < range[0];
      if (!isZero) range[1] -= range[0];
      value = (value << 1) | (isZero ? 0 : 1);
      if (range[0] < 1 << 24) {
        assert(at < packed.length);
        range[0] <<= 8;
        range[1] = (range[1] << 8) | packed[at++];
      }
    }
    return value;
  }

  /** The last distances, each less one, the last first. [rep0 to rep3] */
  const distances = [0, 0, 0, 0];
  function remember(distance, place) {
    for (let older = place; older > 0; older--) distances[older] = distances[older - 1];
    distances[0] = distance;
  }
  /** A byte. What follows the last copy's source is not it, and hints at it. */
  function literal(afterCopy) {
    const before = length && unpacked[length - 1];
    const kind = LITERAL + 768 * (before >> (8 - contextBits));
    return afterCopy ? number(kind, 8, unpacked[length - distances[0] - 1], 256) : number(kind, 8);
  }
  /** The length of a copy, less the two that each has. */
  function copyLength(kind) {
    if (!bit(kind)) return number(kind + 2, 3);
    if (!bit(kind + 1)) return 8 + number(kind + 10, 3);
    return 16 + number(kind + 18, 8);
  }
  /** How far back a copy of a length less two lies, less one. */
  function copyDistance(lengthLess) {
    const slot = number(SLOT + Math.min(lengthLess, 3) * 64, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const distance = (2 | (slot & 1)) << bits;
    if (slot < 14) return distance + reverse(MIDDLE + distance - slot, bits);
    return distance + (evenNumber(bits - 4) << 4) + reverse(LOWEST, 4);
  }

  /** What came last, by which the odds of what comes next differ. [state] */
  let state = 0;
  while (length < size) {
    const afterCopy = state > 6;
    if (!bit(IS_COPY + state)) {
      unpacked[length] = literal(afterCopy);
      length += 1;
      state = state < 4 ? 0 : state - (state < 10 ? 3 : 6);
      continue;
    }
    let lengthLess;
    if (!bit(IS_AGAIN + state)) {
      lengthLess = copyLength(LENGTH);
      remember(copyDistance(lengthLess), 3);
      state = afterCopy ? 10 : 7;
    } else {
      let isLong = 1;
      if (bit(IS_OLDER + state)) {
        const place = bit(IS_THIRD + state) ? 2 + bit(IS_FOURTH + state) : 1;
        remember(distances[place], place);
      } else isLong = bit(IS_LONG + state);
      lengthLess = isLong ? copyLength(LENGTH_AGAIN) : -1;
      state = afterCopy ? 11 : 9 - isLong;
    }
    const end = length + lengthLess + 2;
    const back = distances[0] + 1;
    assert(back > 0 && back <= length && end <= size);
    for (; length < end; length++) unpacked[length] = unpacked[length - back];
  }
  // The coder ends with nothing left over, whatever went wrong before.
  assert(range[1] === 0);
  return unpacked;
}
