// What a worker is given: the bytes of an entry's files, the component that reads them, and
// how long it may take.

import { component } from './components.js';
import { EngineError } from './engine.js';
import { load } from './load.js';

const LARGEST = 200 << 20; // bytes of the files of one report

// Milliseconds for one report.
export const deadline = () => Number(document.body.dataset.deadline) || 60_000;

// Promises the bytes of an entry's files. A file that cannot be read, or that is too large, is an error.
export async function contentOf({ job, abort }) {
  if (job.size > LARGEST) throw new EngineError('too-large');
  let content;
  try {
    content = await job.read();
  } catch {
    throw new EngineError('unreadable');
  }
  if (abort.signal.aborted) throw new EngineError('cancelled');
  return content;
}

// A component in place of the core, in the same worker's script.
export async function part(name) {
  const { url } = await load();
  try {
    return { module: await component(name), url };
  } catch (error) {
    throw new EngineError(error instanceof WebAssembly.CompileError ? 'old' : 'component');
  }
}
