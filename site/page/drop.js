// Files come in by drop anywhere on the window, or by the buttons: files, or a folder
// with all that is in it and below.

import { byId } from './dom.js';
import { byPath, isTable, MOST } from './picked.js';

// onPicked({picked, skipped, more}) hears of what came: {file, path, whole} of each, how
// many of a folder were left aside unopened, and whether it has more than are taken;
// onReading() of a folder that is being read.
export function listen(onPicked, onReading) {
  const veil = byId('veil');
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
    dropped(event.dataTransfer, onPicked, onReading);
  });
  for (const [id, buttons] of [['input', ['choose', 'another', 'add-files']], ['folder', ['choose-folder', 'add-folder']]]) {
    const input = byId(id);
    input.addEventListener('change', () => {
      const picked = [...input.files].map(chosen);
      input.value = ''; // the same file again is a change again
      if (picked.length) onPicked(picked[0].whole ? ofFolder(picked) : { picked });
    });
    for (const button of buttons) byId(button).addEventListener('click', () => input.click());
  }
}

const chosen = (file) => ({ file, path: file.webkitRelativePath || file.name, whole: Boolean(file.webkitRelativePath) });

function ofFolder(all) {
  const picked = all.filter(({ path }) => isTable(path)).sort(byPath);
  return { picked: picked.slice(0, MOST), skipped: all.length - picked.length, more: picked.length > MOST };
}

// Entries can be asked for only while the event lasts.
async function dropped({ items, files }, onPicked, onReading) {
  const entries = [...items].filter(({ kind }) => kind === 'file').map((item) => ({ entry: item.webkitGetAsEntry?.(), file: item.getAsFile() }));
  if (!entries.some(({ entry }) => entry?.isDirectory)) {
    onPicked({ picked: [...files].map(chosen) });
    return;
  }
  onReading();
  const all = { picked: [], skipped: 0, more: false };
  for (const { entry, file } of entries) {
    if (!entry?.isDirectory) all.picked.push(chosen(file));
    else {
      const inside = [];
      await walk(entry, inside, all);
      all.picked.push(...inside.sort(byPath));
    }
  }
  onPicked(all);
}

// Collects the tables of a folder and of those in it; what cannot be read is left aside.
async function walk(folder, into, all) {
  const reader = folder.createReader();
  for (;;) { // a hundred at a time
    const some = await promised((...then) => reader.readEntries(...then));
    if (!some?.length) return;
    for (const entry of some) {
      const path = entry.fullPath.slice(1);
      if (all.picked.length + into.length >= MOST) {
        all.more = true;
        return;
      }
      if (entry.isDirectory) {
        if (!entry.name.startsWith('.')) await walk(entry, into, all);
        continue;
      }
      const file = isTable(path) ? await promised((...then) => entry.file(...then)) : null;
      if (file) into.push({ file, path, whole: true });
      else all.skipped += 1;
    }
  }
}

const promised = (ask) => new Promise((resolve) => ask(resolve, () => resolve(null)));
