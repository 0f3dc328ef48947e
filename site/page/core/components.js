// Components: what only some files or exports need, fetched when first needed.
//
// By then the page has given up the network, its workers too. What is left is one
// worker made just before, under a policy of exactly these addresses: it can only
// be told a component's name, asks our own host for it, and never sees a file.

// The build puts a hash of the content into each name.
const names = { formats: 'formats.wasm', decrypt: 'decrypt.wasm', annotate: 'annotate.wasm', pdfium: 'pdfium.wasm' };

let courier = null;
const waiting = new Map(); // name → {resolve, reject}
const modules = new Map(); // name → promise of the compiled module

export function addresses() {
  return Object.values(names).map((name) => new URL(name, document.baseURI).href);
}

// Makes the worker, which keeps the policy that the page has when it is running:
// its first message says so.
export async function openCourier() {
  const urls = Object.fromEntries(Object.keys(names).map((name, i) => [name, addresses()[i]]));
  const cache = `suanqing ${new URL('./', document.baseURI).href} components`; // as in sw.js
  const source = `(${fetchOnAsking})(${JSON.stringify(urls)}, ${JSON.stringify(cache)})`;
  courier = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { name: 'courier' });
  const { type } = await new Promise((resolve) => {
    courier.onmessage = courier.onerror = resolve;
  });
  if (type === 'error') courier = null;
  else courier.onmessage = ({ data: { name, bytes } }) => {
    const { resolve, reject } = waiting.get(name);
    if (bytes) resolve(bytes);
    else reject(new Error(name));
  };
}

// Runs in the worker, cut off from everything else in this file.
function fetchOnAsking(urls, kept) {
  const get = async (url) => {
    // Once fetched, it is there without network too. Not every page has a cache.
    const cache = await self.caches?.open(kept).catch(() => null);
    const found = await cache?.match(url);
    if (found) return found;
    const response = await fetch(url);
    if (!response.ok) throw new Error(response.status);
    await cache?.put(url, response.clone()).catch(() => {}); // no room: next time again
    return response;
  };
  onmessage = async ({ data: name }) => {
    try {
      const bytes = await (await get(urls[name])).arrayBuffer();
      postMessage({ name, bytes }, [bytes]);
    } catch {
      postMessage({ name });
    }
  };
  postMessage({});
}

// The compiled module of a component; asked for again after a failure.
export function component(name) {
  if (!modules.has(name)) {
    const module = bytesOf(name).then((bytes) => WebAssembly.compile(bytes));
    modules.set(name, module);
    module.catch(() => modules.delete(name));
  }
  return modules.get(name);
}

function bytesOf(name) {
  return new Promise((resolve, reject) => {
    waiting.set(name, { resolve, reject });
    courier.postMessage(name); // without a courier this throws, which rejects
  });
}
