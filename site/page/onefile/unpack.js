// The parts of the one-file build stand in the page as inert elements, each
// gzip in base64.

import { gunzip } from './inflate.js';

// The bytes of a part; fails when the page was not copied whole.
export async function unpack(name) {
  const packed = decode(document.getElementById(`part-${name}`).textContent);
  if (!globalThis.DecompressionStream) return gunzip(packed); // before Chromium 80, Firefox 113, Safari 16.4
  const plain = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

function decode(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
