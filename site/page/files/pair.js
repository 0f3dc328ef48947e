// 说明属于哪张表: which book a written half belongs to, where the names of the files did
// not say (set.js): what stands in it, or the clerk.

import { openDialog } from '../ui/dialog.js';
import { el } from '../ui/dom.js';
import { pairing as words } from '../ui/text.js';

const MOST_READ = 20_000; // characters of a text in which a department is looked for
const MOST_SHEETS = 3;

// A text that was read and has no forms: by itself it can be held against nothing but itself.
export const isLost = ({ job, state, brief }) => job.isText && !job.texts.length && ((state === 'refused' && brief.error.code === 'no-forms') || (state === 'done' && brief.isFormless));

// The books at hand for a text.
export const booksFor = (entry, entries) => entries.filter((e) => e !== entry && e.state === 'done' && !e.job.isSet && !e.job.isPDF && !isLost(e));

// Promises the one of several books that a text names, by department and year, or null.
// The only one there is goes with the only text.
export async function guess(entry, books, sheetOf) {
  if (books.length < 2) return books[0] ?? null;
  let text = '';
  for (let i = 0; i < Math.min(entry.sheets.length, MOST_SHEETS) && text.length < MOST_READ; i += 1) {
    const sheet = await sheetOf(entry, i).catch(() => null);
    text += plain((sheet?.cells ?? []).map(([, , said]) => said).join(''));
  }
  text = text.slice(0, MOST_READ);
  const named = books.filter(({ brief: { department, year } }) => department && text.includes(plain(department)) && (!year || text.includes(`${year}年`)));
  return named.length === 1 ? named[0] : null;
}

// A name as texts have it: without blanks and what stands in brackets.
const plain = (text) => text.replace(/\s|[（(][^（()）]*[)）]/g, '');

// Under why a text was not checked: the books to check it with.
export function drawChooser(entry, books, onJoin) {
  if (!books.length) return '';
  const select = el('select', { id: 'whose' }, ...books.map((book, i) => el('option', { value: i }, nameOf(book))));
  return el('p', { class: 'unlock' }, el('label', { for: 'whose' }, words.whose), select,
    el('button', { type: 'button', onclick: () => onJoin(books[select.value]) }, words.together));
}

const nameOf = ({ name, brief: { department, year } }) => [name, department, year || ''].filter(Boolean).join(' · ');

// Texts without forms came while a book is on screen. onTogether() hears that they go with
// it.
export function offer(texts, book, { onTogether }) {
  const dialog = openDialog({ title: words.offer, close: words.apart },
    [el('p', {}, words.offered(texts.map(({ name }) => name), book.name))],
    [el('button', { type: 'button', class: 'primary', autofocus: true, onclick: () => {
      dialog.close();
      onTogether();
    } }, words.together)]);
}

// The texts of a book change hands: to one of the others, or to none; or a text that was
// judged alone gets a book.
export function askWhose(entry, others, { onBook, onApart }) {
  const texts = entry.job.texts.map(({ file }) => file.name);
  const choice = (text, act) => el('li', {}, el('button', { type: 'button', onclick: () => {
    dialog.close();
    act();
  } }, text));
  const dialog = openDialog({ title: words.whose }, [
    el('p', {}, texts.length ? words.now(texts, entry.name) : words.alone(entry.name)),
    texts.length || others.length ? null : el('p', {}, words.bring),
    el('ul', { class: 'choices' }, ...others.map((book) => choice(words.with(nameOf(book)), () => onBook(book))), texts.length ? choice(words.apart, onApart) : null),
  ].filter(Boolean));
}
