// Fetches the engine once, then gives up the network.

import { addresses, openCourier } from './components.js';
import { keep } from './offline.js';

let loading = null;

// {module, url}: the compiled core, and the address of the worker's script.
export function load() {
  loading ??= fetchParts().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function fetchParts() {
  const [module, source] = await Promise.all([
    get('suanqing.wasm').then(compile),
    get('worker.js').then((response) => response.text()),
  ]);
  await keep();
  allowOnly(...addresses());
  await openCourier();
  allowOnly("'none'");
  return { module, url: URL.createObjectURL(new Blob([source], { type: 'text/javascript' })) };
}

async function get(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

async function compile(response) {
  const streamable = (response.headers.get('Content-Type') ?? '').startsWith('application/wasm');
  if (streamable && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

// A further policy beside the page's own: from here on neither the page nor the
// workers it makes can ask for anything but the addresses. Policies only ever add
// up. One with an address says nothing of what follows a "?" or is sent along, so
// the page ends with none: only the courier keeps its addresses.
function allowOnly(...urls) {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  const sources = urls.map((url) => url.replaceAll(';', '%3B').replaceAll(',', '%2C')).join(' ');
  meta.content = `default-src 'none'; connect-src ${sources}; script-src 'wasm-unsafe-eval'; style-src 'self'; img-src data:; worker-src blob:`;
  document.head.append(meta);
}
