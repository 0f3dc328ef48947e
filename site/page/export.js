// 导出: what a clerk takes away of the file on screen. One file is made at a time.

import { textOf } from './accept.js';
import { byId, el } from './dom.js';
import { cancellable } from './engine.js';
import { annotated, csvOf, drafted, isRewritten } from './reader.js';
import { save } from './save.js';
import { exporting as words, ui } from './text.js';

// A file with macros keeps them, and its ending: Excel opens it under no other.
const workbooks = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xlsm': 'application/vnd.ms-excel.sheet.macroEnabled.12',
};

// what: how its name ends, its type (those of a workbook by its own ending), and
// make(entry, on), which promises its data, or {made, text}: data and the same to copy as
// text, or {refusal}
const files = {
  copy: { ending: '-批注', make: annotated },
  draft: { ending: '-说明草稿.docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', make: drafted },
  csv: { ending: '-问题清单.csv', type: 'text/csv', make: csvOf },
  json: { ending: '-检查报告.json', type: 'application/json', make: async (entry) => textOf(entry) },
};

let making = 0; // how many are asked for and not made yet
let turn = Promise.resolve();

// shown() gives the entry on screen, all() every one; say(text) tells who cannot see the line.
export function listenExport(shown, all, say) {
  const menu = byId('export');
  const close = () => {
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
    menu.open = false;
  };
  for (const button of menu.querySelectorAll('[data-export]')) {
    button.addEventListener('click', () => {
      close();
      const what = button.dataset.export;
      if (what === 'print') print();
      else make(files[what], shown(), what === 'draft' ? yearBefore(shown(), all()) : null, say);
    });
  }
  menu.addEventListener('keydown', (event) => {
    if (!menu.open || !walk(menu, event.key, close)) return;
    event.preventDefault();
    event.stopPropagation(); // these keys are the list's elsewhere
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
  addEventListener('click', ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
}

// Whether the key is one of the menu's.
function walk(menu, key, close) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (key === 'Escape') close();
  else if (by) {
    const buttons = [...menu.querySelectorAll('[data-export]')];
    const at = buttons.indexOf(document.activeElement);
    buttons[at < 0 ? 0 : (at + by + buttons.length) % buttons.length].focus();
  }
  return by || key === 'Escape';
}

// The entry of the same department's forms of the year before; undefined for none.
const yearBefore = ({ report }, entries) => entries.filter((e) => e.state === 'done' && !e.report.error && report.year && report.department &&
  e.report.year === report.year - 1 && e.report.department === report.department).pop();

function make({ ending, type, make: dataOf }, entry, last, say) {
  const own = /\.xlsm$/i.test(entry.name) ? '.xlsm' : '.xlsx';
  const name = entry.name.replace(/\.[^.]*$/, '') + ending + (type ? '' : own);
  const line = (kind, text, ...more) => {
    const box = byId('exported');
    const inside = box.contains(document.activeElement);
    box.className = `exported ${kind}`;
    box.hidden = !text;
    box.replaceChildren(el('span', {}, text), ...more.filter(Boolean));
    if (inside) box.querySelector('button')?.focus();
    say(text);
  };
  const end = () => {
    line('', '');
    byId('export').querySelector('summary').focus();
  };
  const button = (text, onclick) => el('button', { type: 'button', class: 'quiet', onclick }, text);
  making += 1;
  turn = turn.then(async () => {
    const abort = new AbortController();
    const { signal } = abort;
    const cancel = () => button(ui.cancel, () => abort.abort());
    line('', words.making(name), cancel());
    try {
      const data = await cancellable(dataOf(entry, { signal, last, onNeed: () => line('', words.fetching, cancel()) }), signal);
      if (data.refusal) {
        line('trouble', `${name}：${data.refusal.message}${data.refusal.hint}`, button(words.close, end));
        return;
      }
      const link = save(name, data.made ?? data, type ?? workbooks[own]);
      line('', words.saved, link, dataOf === annotated && noteOf(entry), data.text && copier(data.text, button, say), button(words.close, end));
    } catch ({ code }) {
      if (code === 'cancelled') {
        end();
        say(ui.cancelled);
      } else line('trouble', `${name}：${words.troubles[code] ?? words.troubles.crashed}`, button(words.close, end));
    } finally {
      making -= 1;
    }
  });
}

// What a copy has that the file has not, or the reverse.
function noteOf(entry) {
  if (entry.plain) return words.unlocked;
  return isRewritten(entry) ? words.rewritten : '';
}

// A button that copies a text; none where the browser lets no page copy.
function copier(text, button, say) {
  if (!navigator.clipboard) return null;
  const copy = button(words.copy, async () => {
    copy.textContent = await navigator.clipboard.writeText(text).then(() => words.copied, () => words.notCopied);
    say(copy.textContent);
  });
  return copy;
}

// Takes the line on what was made away, when another file comes on screen.
export function clearExported() {
  if (!making) byId('exported').hidden = true;
}
