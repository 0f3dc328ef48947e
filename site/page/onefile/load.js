// The one-file build, in the place of the site's load.js: everything is in the
// page, which from its first line may ask the network for nothing.

import { component } from './components.js';
import { unpack } from './unpack.js';

let loading = null;

// {module, url}: the compiled core, and the address of the worker's script.
export function load() {
  loading ??= parts().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function parts() {
  const [module, source] = await Promise.all([component('suanqing'), unpack('worker')]);
  return { module, url: URL.createObjectURL(new Blob([source], { type: 'text/javascript' })) };
}
