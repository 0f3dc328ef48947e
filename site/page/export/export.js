// 导出: what a clerk takes away of the file on screen.

import { textOf } from '../report/accept.js';
import { byId, el } from '../ui/dom.js';
import { showDraft } from './draft.js';
import { opened } from '../files/entry.js';
import { isMaking, make } from './make.js';
import { listenMenu } from '../ui/menu.js';
import { annotated, annotatedText, csvOf, drafted, isPDF, isRewritten, writtenOf } from '../files/reader.js';
import { exporting as words } from '../ui/text.js';

// A file with macros keeps them, and its ending: Excel opens it under no other.
const workbooks = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xlsm': 'application/vnd.ms-excel.sheet.macroEnabled.12',
  '.pdf': 'application/pdf',
};

const texts = {
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.docm': 'application/vnd.ms-word.document.macroEnabled.12',
};

const stemOf = ({ name }) => name.replace(/\.[^.]*$/, '');
const workbookEnding = (entry) => (isPDF(entry) ? '.pdf' : /\.xlsm$/i.test(entry.name) ? '.xlsm' : '.xlsx');

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
  draft: (entry, { all, say, go }) => {
    let drawn = null;
    return {
      name: `${stemOf(entry)}-说明草稿.docx`, type: texts['.docx'],
      noteOf: () => el('span', {}, copier(drawn.text, say), el('button', { type: 'button', class: 'quiet', onclick: () => showDraft(JSON.parse(drawn.draft), go) }, words.look)),
      dataOf: async ({ signal, tell }) => {
        drawn = await drafted(entry, { signal, last: entry.before ?? yearBefore(entry, all()), onNeed: () => tell(words.fetching) });
        return drawn.made ?? drawn;
      },
    };
  },
  csv: (entry) => ({ name: `${stemOf(entry)}-问题清单.csv`, type: 'text/csv', dataOf: () => csvOf(entry) }),
  json: (entry) => ({ name: `${stemOf(entry)}-检查报告.json`, type: 'application/json', dataOf: async () => textOf(await opened(entry)) }),
};

// The entry of the same department's forms of the year before; undefined for none.
const yearBefore = (entry, all) => all.filter((e) => e.state === 'done' && entry.brief?.year && entry.brief.department &&
  e.brief.year === entry.brief.year - 1 && e.brief.department === entry.brief.department).pop();

// A button that copies a text; nothing where the browser lets no page copy.
function copier(text, say) {
  if (!navigator.clipboard) return '';
  const copy = el('button', { type: 'button', class: 'quiet', onclick: async () => {
    copy.textContent = await navigator.clipboard.writeText(text).then(() => words.copied, () => words.notCopied);
    say(copy.textContent);
  } }, words.copy);
  return copy;
}

// shown() gives the entry on screen, all() every one; say(text) tells who cannot see the
// line, go(cell, text) goes to a cell.
export function listenExport(shown, all, say, go) {
  listenMenu(byId('export'), (what) => {
    if (what === 'print') print();
    else make(files[what](shown(), { all, say, go }), { box: 'exported', menu: 'export', say });
  });
}

// What a copy has that the file has not, or the reverse.
function noteOf(entry) {
  if (entry.plain) return words.unlocked;
  return isRewritten(entry) && !isPDF(entry) ? words.rewritten : '';
}

// Another file comes on screen: whether it has a text to make a copy of is seen in the
// menu, and the line on what was made goes.
export function clearExported(entry) {
  byId('export').querySelector('[data-export="written"]').parentElement.hidden = !writtenOf(entry);
  byId('export').querySelector('[data-export="copy"] small').textContent = isPDF(entry) ? words.ofPages : words.ofTables;
  if (!isMaking()) byId('exported').hidden = true;
}
