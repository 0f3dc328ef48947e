// Files come in by drop anywhere on the window, by paste, or by the buttons: files, or a
// folder with all that is in it and below. A text that is pasted stands for a file.

import { breath } from '../ui/breath.js';
import { byId } from '../ui/dom.js';
import { areMany } from './files.js';
import { byPath, isTable, MOST } from './picked.js';
import { pairing as words } from '../ui/text.js';

const SHORTEST = 60; // characters of a pasted text that may say something

// onPicked({picked, skipped, more, unread}) hears of what came: {file, path, whole} of
// each, how many of a folder were left aside unopened, whether it has more than are taken,
// and which folders could not be read; onReading() of a folder that is being read;
// onShort() of a text too short to check.
export function listen(onPicked, onReading, onShort) {
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
  addEventListener('paste', (event) => {
    if (event.target.closest?.('input, textarea') || document.querySelector('dialog[open]') || !event.clipboardData) return;
    const { files } = event.clipboardData;
    const text = event.clipboardData.getData('text/plain');
    if (files.length) came([...files], onPicked);
    else if (text.trim().length >= SHORTEST) onPicked({ picked: [{ file: new File([text], words.pasted), path: words.pasted, pasted: true }] });
    else if (text.trim()) onShort();
  });
  for (const [id, buttons] of [['input', ['choose', 'another', 'add-files']], ['folder', ['choose-folder', 'add-folder']]]) {
    const input = byId(id);
    input.addEventListener('change', () => {
      const files = [...input.files];
      input.value = ''; // the same file again is a change again
      if (files.length) came(files, onPicked);
    });
    for (const button of buttons) byId(button).addEventListener('click', () => input.click());
  }
}

// Many are looked at, and taken, in tasks of their own: the browser has just named each to the page.
async function came(files, onPicked) {
  const many = areMany(files);
  if (many) await breath();
  const picked = files.map(chosen);
  const what = picked[0].whole ? ofFolder(picked) : { picked };
  if (many) await breath();
  onPicked(what);
}

const chosen = (file) => ({ file, path: file.webkitRelativePath || file.name, whole: Boolean(file.webkitRelativePath) });

function ofFolder(all) {
  const picked = all.filter(({ path }) => isTable(path)).sort(byPath);
  return { picked: picked.slice(0, MOST), skipped: all.length - picked.length, more: picked.length > MOST };
}

// What was dropped can be asked for only while the event lasts.
async function dropped({ items, files }, onPicked, onReading) {
  const all = [...items].filter(({ kind }) => kind === 'file').map((item) => {
    const entry = item.webkitGetAsEntry?.();
    return { entry, file: item.getAsFile(), handle: ONE_FILE && entry?.isDirectory && item.getAsFileSystemHandle?.().catch(() => null) };
  });
  if (!all.some(({ entry }) => entry?.isDirectory)) {
    came([...files], onPicked);
    return;
  }
  onReading();
  const found = { picked: [], skipped: 0, more: false, unread: [] };
  for (const { entry, file, handle } of all) {
    if (entry?.isDirectory) await walk(folderOf(entry, await handle), entry.name, found);
    else found.picked.push(chosen(file));
  }
  if (areMany(found.picked)) await breath();
  onPicked(found);
}

// Chromium lets no page opened from the disk see into an entry, but into a handle.
function folderOf(entry, handle) {
  const own = ofEntry(entry);
  return handle ? { ...own, children: async () => await own.children() ?? ofHandle(handle).children() } : own;
}

// Either way a folder or file is {name, isFolder, children(), file()}; what they promise
// is null where it cannot be read.
const ofEntry = (entry) => ({
  name: entry.name, isFolder: entry.isDirectory,
  file: () => promised((...then) => entry.file(...then)),
  children: async () => {
    const reader = entry.createReader();
    const all = [];
    for (;;) { // a hundred at a time
      const some = await promised((...then) => reader.readEntries(...then));
      if (!some) return null;
      if (!some.length) return all;
      all.push(...some.map(ofEntry));
    }
  },
});

const ofHandle = (handle) => ({
  name: handle.name, isFolder: handle.kind === 'directory',
  file: () => handle.getFile().catch(() => null),
  children: async () => {
    const all = [];
    try {
      for await (const one of handle.values()) all.push(ofHandle(one));
    } catch {
      return null;
    }
    return all;
  },
});

const promised = (ask) => new Promise((resolve) => ask(resolve, () => resolve(null)));

// Collects the tables of a folder and of those in it, in the order of their paths.
async function walk(folder, path, found) {
  const children = await folder.children();
  if (!children) found.unread.push(path);
  for (const one of (children ?? []).map((child) => ({ child, path: `${path}/${child.name}` })).sort(byPath)) {
    if (found.picked.length >= MOST) {
      found.more = true;
      return;
    }
    if (one.child.isFolder) {
      if (!one.child.name.startsWith('.')) await walk(one.child, one.path, found);
      continue;
    }
    const file = isTable(one.path) ? await one.child.file() : null;
    if (file) found.picked.push({ file, path: one.path, whole: true });
    else found.skipped += 1;
  }
}
