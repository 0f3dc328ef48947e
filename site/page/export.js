// 导出: what a clerk takes away of the file on screen.

import { textOf } from './accept.js';
import { byId } from './dom.js';
import { opened } from './entry.js';
import { isMaking, make } from './make.js';
import { listenMenu } from './menu.js';
import { annotated, csvOf, isRewritten } from './reader.js';
import { exporting as words } from './text.js';

// A file with macros keeps them, and its ending: Excel opens it under no other.
const workbooks = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xlsm': 'application/vnd.ms-excel.sheet.macroEnabled.12',
};

const stemOf = ({ name }) => name.replace(/\.[^.]*$/, '');
const workbookEnding = ({ name }) => (/\.xlsm$/i.test(name) ? '.xlsm' : '.xlsx');

// How the annotated copy of an entry is called.
export const copyName = (entry) => `${stemOf(entry)}-批注${workbookEnding(entry)}`;

// Each gives of an entry what make.js takes.
const files = {
  copy: (entry) => ({
    name: copyName(entry), type: workbooks[workbookEnding(entry)], noteOf: () => noteOf(entry),
    dataOf: ({ signal, tell }) => annotated(entry, { signal, onNeed: () => tell(words.fetching) }),
  }),
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

// Takes the line on what was made away, when another file comes on screen.
export function clearExported() {
  if (!isMaking()) byId('exported').hidden = true;
}
