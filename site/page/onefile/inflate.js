// Inflate (RFC 1951, 1952) for browsers without DecompressionStream.

const LENGTHS = ranges(3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]);
LENGTHS.push({ base: 258, extra: 0 });
const DISTANCES = ranges(1, [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]);
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]; // in which code lengths are given
const REPEATS = { 16: { base: 3, extra: 2 }, 17: { base: 3, extra: 3 }, 18: { base: 11, extra: 7 } };
const HEADER = 10;
const TRAILER = 8; // CRC-32 and size

// The plain bytes of a gzip member whose header has no further fields, as the
// build writes it. Throws when it is not whole.
export function gunzip(packed) {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < HEADER + TRAILER || view.getUint32(0) !== 0x1f8b0800) throw new Error('not a plain gzip');
  const plain = inflate(packed.subarray(HEADER, -TRAILER), view.getUint32(packed.length - 4, true));
  if (crc32(plain) !== view.getUint32(packed.length - 8, true)) throw new Error('gzip is damaged');
  return plain;
}

function inflate(packed, size) {
  const out = new Uint8Array(size);
  let to = 0;
  let at = 0;
  let held = 0; // bits read and not used yet, the next one lowest
  let count = 0;

  const take = (n) => {
    while (count < n) {
      if (at >= packed.length) throw new Error('gzip is cut off');
      held |= packed[at++] << count;
      count += 8;
    }
    const bits = held & ((1 << n) - 1);
    held >>>= n;
    count -= n;
    return bits;
  };
  const symbol = ({ table, width }) => {
    while (count < width && at < packed.length) {
      held |= packed[at++] << count;
      count += 8;
    }
    const entry = table[held & ((1 << width) - 1)];
    const length = entry & 15;
    if (length === 0 || length > count) throw new Error('gzip is damaged');
    held >>>= length;
    count -= length;
    return entry >>> 4;
  };
  const within = (ranges, i) => {
    if (!ranges[i]) throw new Error('gzip is damaged');
    return ranges[i].base + take(ranges[i].extra);
  };
  const room = (n) => {
    if (to + n > size) throw new Error('gzip is longer than it says');
  };

  const stored = () => {
    take(count & 7); // to the next whole byte; what is held beyond it goes back
    at -= count >> 3;
    held = count = 0;
    const n = take(16);
    if ((take(16) ^ n) !== 0xffff || at + n > packed.length) throw new Error('gzip is damaged');
    room(n);
    out.set(packed.subarray(at, at + n), to);
    at += n;
    to += n;
  };
  const described = () => {
    const literals = take(5) + 257;
    const distances = take(5) + 1;
    const given = take(4) + 4;
    const widths = new Uint8Array(19);
    for (let i = 0; i < given; i++) widths[ORDER[i]] = take(3);
    const code = tableOf(widths);
    const lengths = new Uint8Array(literals + distances);
    for (let i = 0; i < lengths.length;) {
      const s = symbol(code);
      if (s < 16) {
        lengths[i++] = s;
        continue;
      }
      const times = within(REPEATS, s);
      if (i + times > lengths.length || (s === 16 && i === 0)) throw new Error('gzip is damaged');
      lengths.fill(s === 16 ? lengths[i - 1] : 0, i, i + times);
      i += times;
    }
    return [tableOf(lengths.subarray(0, literals)), tableOf(lengths.subarray(literals))];
  };
  const packedBlock = ([literals, distances]) => {
    for (;;) {
      const s = symbol(literals);
      if (s === 256) return;
      if (s < 256) {
        room(1);
        out[to++] = s;
        continue;
      }
      const n = within(LENGTHS, s - 257);
      const back = within(DISTANCES, symbol(distances));
      room(n);
      if (back > to) throw new Error('gzip is damaged');
      for (const end = to + n; to < end; to++) out[to] = out[to - back]; // may overlap itself
    }
  };

  for (let last = 0; !last;) {
    last = take(1);
    const kind = take(2);
    if (kind === 0) stored();
    else if (kind === 1) packedBlock(FIXED);
    else if (kind === 2) packedBlock(described());
    else throw new Error('gzip is damaged');
  }
  if (to !== size) throw new Error('gzip is shorter than it says');
  return out;
}

// A canonical Huffman code as a table: the next width bits → symbol and length.
function tableOf(lengths) {
  const width = Math.max(1, ...lengths);
  const table = new Uint16Array(1 << width);
  let code = 0;
  for (let length = 1; length <= width; length++) {
    for (let s = 0; s < lengths.length; s++) {
      if (lengths[s] !== length) continue;
      if (code >> length) throw new Error('gzip is damaged');
      for (let i = reversed(code++, length); i < table.length; i += 1 << length) table[i] = (s << 4) | length;
    }
    code <<= 1;
  }
  return { table, width };
}

function reversed(code, length) {
  let out = 0;
  for (let i = 0; i < length; i++) out |= ((code >> i) & 1) << (length - 1 - i);
  return out;
}

const FIXED = [
  tableOf(Uint8Array.from({ length: 288 }, (_, s) => (s < 144 ? 8 : s < 256 ? 9 : s < 280 ? 7 : 8))),
  tableOf(new Uint8Array(30).fill(5)),
];

// Consecutive ranges of 2^extra values each.
function ranges(base, extras) {
  return extras.map((extra) => {
    const range = { base, extra };
    base += 1 << extra;
    return range;
  });
}

function crc32(bytes) {
  const table = Int32Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k++) n = (n >>> 1) ^ (n & 1 ? 0xedb88320 : 0);
    return n;
  });
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ table[(crc ^ bytes[i]) & 255];
  return ~crc >>> 0;
}
