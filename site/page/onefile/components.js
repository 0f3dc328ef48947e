// The one-file build, in the place of the site's components.js.

import { unpack } from './unpack.js';

const modules = new Map(); // name → promise of the compiled module

// The compiled module of a part, unpacked when it is first needed.
export function component(name) {
  if (!modules.has(name)) modules.set(name, unpack(name).then((bytes) => WebAssembly.compile(bytes)));
  return modules.get(name);
}
