// The letters of `letters.rs`: seven bits of bytes in each, or fourteen.

/** What is kept out, in the order of the two-byte characters that stand for it. */
const KEPT_OUT = [0, 7, 8, 9, 10, 11, 12, 13, 14, 15, 26, 27, 38, 60, 127];

/** The bytes that letters spell. Line ends in them, as a mail may have added, are nothing. */
export function read(text) {
  // No letter has more than fourteen bits.
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  let held = 0;
  let count = 0;
  const take = (group) => {
    held = (held << 7) | group;
    count += 7;
    // The array keeps the last eight bits of what it is given.
    if (count > 7) bytes[length++] = held >> (count -= 8);
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7ff) throw new Error(`what is packed is damaged at letter ${at}`);
    if (code > 0x7f) {
      take(KEPT_OUT[(code >> 7) - 1]);
      take(code & 0x7f);
    } else if (!KEPT_OUT.includes(code)) take(code);
  }
  return bytes.subarray(0, length);
}
