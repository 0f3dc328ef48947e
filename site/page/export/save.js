// Gives the browser a file to save, from memory: nothing is asked of the network.

import { el } from '../ui/dom.js';

const KEPT = 600_000; // ms: as long the link works again

// Saves data, a text or bytes, under a name. Gives the link, for who missed it.
export function save(name, data, type) {
  const href = URL.createObjectURL(new Blob([data], { type }));
  setTimeout(() => URL.revokeObjectURL(href), KEPT);
  const link = el('a', { href, download: name }, name);
  link.click();
  return link;
}
