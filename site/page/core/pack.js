// Texts put away small: gzip where the browser has it, else their bytes.

export const can = Boolean(globalThis.CompressionStream && globalThis.DecompressionStream); // not in Firefox before 113

// Promises the bytes of a text, or of bytes, put away; small for who can have them small again.
export async function pack(data, small = can) {
  const blob = new Blob([data]);
  return new Uint8Array(await (small ? through(blob, new CompressionStream('gzip')) : blob.arrayBuffer()));
}

// Promises the bytes that were put away.
export async function unpack(packed) {
  return can ? through(new Blob([packed]), new DecompressionStream('gzip')) : packed;
}

export const unpackText = async (packed) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await unpack(packed));

const through = (blob, stream) => new Response(blob.stream().pipeThrough(stream)).arrayBuffer();
