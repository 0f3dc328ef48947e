// The service worker: keeps one build of the site, whole, and serves that. The
// build puts BUILD before this: {version, first and later: {path: integrity},
// components}. The files of the first load are kept at once, others when asked for.
// Components are kept by components.js when they are first used.
const ours = `suanqing ${registration.scope} `; // one host may have several
const CACHE = ours + BUILD.version;
const COMPONENTS = `${ours}components`; // as in components.js

const files = { ...BUILD.first, ...BUILD.later };
const urlOf = (path) => new URL(path, registration.scope).href;

// What the page has just fetched is in the browser's own cache: nothing is
// transferred twice. A hash decides whether it is of this build.
async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(BUILD.first).map(async ([path, integrity]) => {
    const request = (mode) => new Request(urlOf(path), { cache: mode, integrity });
    const response = await fetch(request('force-cache')).catch(() => fetch(request('reload')));
    if (!response.ok) throw new Error(path);
    await cache.put(urlOf(path), await whole(response));
  }));
}

// A response that came by a redirection is no answer to a navigation.
const whole = async (response) => (response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response);

async function sweep() {
  for (const name of await caches.keys()) {
    if (name.startsWith(ours) && name !== CACHE && name !== COMPONENTS) await caches.delete(name);
  }
  const wanted = new Set(BUILD.components.map(urlOf));
  const components = await caches.open(COMPONENTS);
  for (const request of await components.keys()) {
    if (!wanted.has(request.url)) await components.delete(request);
  }
}

// Which file of the build a request asks for, if any.
function pathOf({ url, method, mode }) {
  if (method !== 'GET') return undefined;
  const plain = mode === 'navigate' ? url.replace(/[?#].*$/, '').replace(/\/index\.html$/, '/') : url;
  return Object.keys(files).find((path) => urlOf(path) === plain);
}

// From the cache. Were that emptied, all comes from the network: one build again,
// the host's. What is asked for later is kept when it is of this build.
async function serve(request, path) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(urlOf(path));
  if (kept || !BUILD.later[path]) return kept ?? fetch(request);
  try {
    const response = await fetch(urlOf(path), { cache: 'no-cache', integrity: BUILD.later[path] });
    if (response.ok) await cache.put(urlOf(path), response.clone());
    return response;
  } catch {
    return path.endsWith('.html') ? gone() : fetch(request);
  }
}

// Rules of another build than the page's would not be what it judged by.
const gone = () => new Response(
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>算清</title><p>这一页没有取到：现在没有网络，或者本站已有新版本。请联网后回到算清，提示有新版本的先更新，再点开这一页。',
  { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(sweep()));
addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path) event.respondWith(serve(event.request, path));
});
addEventListener('message', ({ data }) => {
  if (data === 'update') skipWaiting(); // the user said so
});
