// Files come in by drop anywhere on the window, or by the button.

import { byId } from './dom.js';

export function listen(onFiles) {
  const veil = byId('veil');
  const input = byId('input');
  const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  let depth = 0;
  addEventListener('dragenter', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth += 1;
    veil.hidden = false;
  });
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  addEventListener('dragleave', () => {
    depth = Math.max(0, depth - 1);
    veil.hidden = depth === 0;
  });
  addEventListener('drop', (event) => {
    depth = 0;
    veil.hidden = true;
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    onFiles([...event.dataTransfer.files]);
  });
  input.addEventListener('change', () => {
    const files = [...input.files];
    input.value = ''; // the same file again is a change again
    if (files.length) onFiles(files);
  });
  for (const id of ['choose', 'another']) byId(id).addEventListener('click', () => input.click());
}
