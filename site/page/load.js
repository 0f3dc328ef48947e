// Fetches the engine once, then gives up the network.

// The compiled core and the worker's source.
export async function load() {
  const [module, source] = await Promise.all([
    get('suanqing.wasm').then(compile),
    get('worker.js').then((response) => response.text()),
  ]);
  lock();
  return { module, source };
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

// A second policy beside the page's own: from here on neither the page nor its
// workers can ask any host for anything, ours included. Policies only ever add up.
function lock() {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "default-src 'none'; script-src 'wasm-unsafe-eval'; style-src 'self'; img-src data:; worker-src blob:";
  document.head.append(meta);
}
