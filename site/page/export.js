// 导出: what a clerk takes away of the file on screen.

import { textOf } from './accept.js';
import { byId } from './dom.js';
import { opened } from './entry.js';
import { isMaking, make } from './make.js';
import { listenMenu } from './menu.js';
import { annotated, annotatedText, csvOf, isRewritten, writtenOf } from './reader.js';
import { exporting as words } from './text.js';

// A file with macros keeps them, and its ending: Excel opens it under no other.
const workbooks = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xlsm': 'application/vnd.ms-excel.sheet.macroEnabled.12',
};

const texts = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.docm': 'application/vnd.ms-word.document.macroEnabled.12',
};

const stemOf = ({ name }) => name.replace(/\.[^.]*$/, '');
const workbookEnding = ({ name }) => (/\.xlsm$/i.test(name) ? '.xlsm' : '.xlsx');

// How the annotated copy of an entry is called.
export const copyName = (entry) => `${stemOf(entry)}-批注${workbookEnding(entry)}`;

// And that of its text.
export function textCopyName(entry) {
  const { name } = writtenOf(entry).file;
  return `${stemOf({ name })}-批注${endingOf(name)}`;
}

const endingOf = (name) => name.slice(name.lastIndexOf('.')).toLowerCase();

// Each gives of an entry what make.js takes.
const files = {
  copy: (entry) => ({
    name: copyName(entry), type: workbooks[workbookEnding(entry)], noteOf: () => noteOf(entry),
    dataOf: ({ signal, tell }) => annotated(entry, { signal, onNeed: () => tell(words.fetching) }),
  }),
  written: (entry) => {
    const { file, isLocked } = writtenOf(entry);
    return {
      name: textCopyName(entry), type: texts[endingOf(file.name)], noteOf: () => (isLocked ? words.unlocked : ''),
      dataOf: ({ signal, tell }) => annotatedText(entry, { signal, onNeed: () => tell(words.fetching) }),
    };
  },
  csv: (entry) => ({ name: `${stemOf(entry)}-问题清单.csv`, type: 'text/csv', dataOf: () => csvOf(entry) }),
  json: (entry) => ({ name: `${stemOf(entry)}-检查报告.json`, type: 'application/json', dataOf: async () => textOf(await opened(entry)) }),
};

// shown() gives the entry on screen; say(text) tells who cannot see the line.
export function listenExport(shown, say) {
  listenMenu(byId('export'), (what) => {
    if (what === 'print') print();
    else make(files[what](shown()), { box: 'exported', menu: 'export', say });
  });
}

// What a copy has that the file has not, or the reverse.
function noteOf(entry) {
  if (entry.plain) return words.unlocked;
  return isRewritten(entry) ? words.rewritten : '';
}

// Another file comes on screen: whether it has a text to make a copy of is seen in the
// menu, and the line on what was made goes.
export function clearExported(entry) {
  byId('export').querySelector('[data-export="written"]').parentElement.hidden = !writtenOf(entry);
  if (!isMaking()) byId('exported').hidden = true;
}
