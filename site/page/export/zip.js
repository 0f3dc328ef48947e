// Writes a .zip of files that are packed already (.xlsx): stored as they are, names in
// UTF-8, nothing that a file system would refuse. No file of it is kept here: what was
// added is a Blob, which the browser holds.

const MOST = 0xfffe; // entries, and
const LARGEST = 0xfffffffe; // bytes, that the format holds without extensions
const NAME = 80; // characters of a part of a path: as many bytes as a file system takes
const SLICE = 4 << 20; // bytes between two breaths

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});

async function crc32(bytes) {
  let crc = ~0;
  for (let from = 0; from < bytes.length; from += SLICE) {
    if (from) await new Promise((resolve) => setTimeout(resolve));
    const to = Math.min(bytes.length, from + SLICE);
    for (let i = from; i < to; i++) crc = table[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

export class Zip {
  #parts = [];
  #central = [];
  #at = 0; // bytes so far, and
  #toCome = 0; // of the directory at the end
  #names = new Set();
  #stamp;

  constructor(when = new Date()) {
    const [year, hour] = [Math.max(0, when.getFullYear() - 1980), when.getHours()];
    this.#stamp = [(hour << 11) | (when.getMinutes() << 5) | (when.getSeconds() >> 1), (year << 9) | ((when.getMonth() + 1) << 5) | when.getDate()];
  }

  get size() {
    return this.#parts.length;
  }

  // Adds the bytes of a file under a path; false when the archive is full.
  async add(path, bytes) {
    const name = new TextEncoder().encode(this.#free(safe(path)));
    const [local, central] = [30 + name.length, 46 + name.length];
    if (this.size >= MOST || this.#at + local + bytes.length + this.#toCome + central > LARGEST) return false;
    const crc = await crc32(bytes);
    // Made by, needs; UTF-8 names; stored; when; checksum; sizes; length of the name, of what follows it.
    const facts = [[2, 20], [2, 0x800], [2, 0], [2, this.#stamp[0]], [2, this.#stamp[1]], [4, crc], [4, bytes.length], [4, bytes.length], [2, name.length], [2, 0]];
    this.#central.push(record(0x02014b50, [[2, 20], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, this.#at]]), name);
    this.#parts.push(new Blob([record(0x04034b50, facts), name, bytes]));
    this.#at += local + bytes.length;
    this.#toCome += central;
    return true;
  }

  // The archive.
  blob() {
    const end = record(0x06054b50, [[2, 0], [2, 0], [2, this.size], [2, this.size], [4, this.#toCome], [4, this.#at], [2, 0]]);
    return new Blob([...this.#parts, ...this.#central, end], { type: 'application/zip' });
  }

  // A name that no other has; a system that knows no capitals would mix them up.
  #free(path) {
    const dot = path.lastIndexOf('.') > path.lastIndexOf('/') + 1 ? path.lastIndexOf('.') : path.length;
    let free = path;
    for (let n = 2; this.#names.has(free.toLowerCase()); n++) free = `${path.slice(0, dot)}（${n}）${path.slice(dot)}`;
    this.#names.add(free.toLowerCase());
    return free;
  }
}

// A path that every system takes and that leads nowhere but below the folder it is
// unpacked in.
export function safe(path) {
  const parts = path.split(/[/\\]/).map((part) => {
    const plain = [...part.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '_')].slice(-NAME).join('').replace(/^[. ]+|[. ]+$/g, '');
    return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain;
  });
  return parts.filter(Boolean).join('/') || '_';
}

// A record of the format: its signature, then [bytes, value] each, little-endian.
function record(signature, fields) {
  const all = [[4, signature], ...fields];
  const view = new DataView(new ArrayBuffer(all.reduce((sum, [length]) => sum + length, 0)));
  let at = 0;
  for (const [length, value] of all) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return new Uint8Array(view.buffer);
}
