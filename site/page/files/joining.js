// 一起核对: what is proposed to be judged together, in a line above the files, and the
// dialog where a person says which books go together.

import { openDialog } from '../ui/dialog.js';
import { byId, el } from '../ui/dom.js';
import { isOpen, stateMark, stateWord } from './files.js';
import { departments, isBook, isUnread, renewed, years } from './propose.js';
import { together as words, ui } from '../ui/text.js';

const FEW = 3; // units that are named
const MOST = 500; // books that one can choose from
const PAUSE = 60; // ms in which changes come together

const called = ({ name, brief }) => brief.department || name;
const lineOf = (e) => [e.job.folder + e.name, e.brief.department, e.brief.year ? ui.year(e.brief.year) : ''].filter(Boolean).join(' · ');

export class Joining {
  #on;
  #declined = new Set();
  #root = byId('together');
  #timer = 0;

  // all() gives every entry, shown() the one on screen or null; onTogether([{entry, units,
  // before}]) and onBring(file, entry), a file to be the year before of an entry, hear what
  // is decided; onGone() that the focus was in the line, which is gone.
  constructor(on) {
    this.#on = on;
  }

  // Proposes anew, soon, once all is judged.
  refresh() {
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      this.#propose();
    }, PAUSE);
  }

  #propose() {
    const entries = this.#on.all();
    const isSettled = !entries.some(isOpen) && entries.filter(isBook).every((e) => e.sizes);
    const open = (list, keyOf) => (isSettled ? list(entries) : []).map((one) => ({ ...one, key: keyOf(one) })).filter(({ key }) => !this.#declined.has(key));
    const shown = this.#on.shown();
    const first = (list, isOf) => list.sort((a, b) => isOf(b) - isOf(a));
    this.#draw(
      open(renewed, ({ entry, came }) => keyOf([entry, ...came])),
      first(open(departments, ({ whole, units }) => keyOf([whole, ...units])), ({ whole, units }) => Number(whole === shown || units.includes(shown))),
      first(open(years, ({ entry, before }) => keyOf([entry, before])), ({ entry, before }) => Number(entry === shown || before === shown)));
  }

  #draw(again, wholes, pairs) {
    const had = this.#root.contains(document.activeElement);
    const units = wholes.map(({ whole, units: its }) => ({ entry: whole, units: its, before: whole.before }));
    const last = pairs.map(({ entry, before }) => ({ entry, units: entry.units, before }));
    const line = (proposals, text, act, some) => (proposals.length ? el('div', { class: 'proposal' },
      el('p', {}, text, proposals.length > 1 ? el('span', { class: 'dim' }, words.more(proposals.length - 1)) : null),
      el('button', { type: 'button', class: 'primary', onclick: () => this.#on.onTogether(some.slice(0, 1)) }, act),
      proposals.length > 1 ? el('button', { type: 'button', onclick: () => this.#on.onTogether(some) }, words.all(proposals.length)) : null,
      el('button', { type: 'button', class: 'quiet', onclick: () => this.ask(some[0].entry, some[0]) }, words.change),
      el('button', { type: 'button', class: 'quiet', onclick: () => this.#decline(proposals) }, words.decline)) : null);
    const [a] = again;
    const [w] = wholes;
    const [p] = pairs;
    this.#root.replaceChildren(...[
      a && line(again, words.again(called(a.entry), a.came.map(({ name }) => name)), words.check, again),
      w && line(wholes, words.department(called(w.whole), w.units.map(({ name, brief }) => brief.department || name).slice(0, FEW), w.units.length, w.isSum), words.check, units),
      p && line(pairs, words.previous(called(p.before), p.before.brief.year, called(p.entry), p.entry.brief.year), words.follow, last),
    ].filter(Boolean));
    this.#root.hidden = !this.#root.firstChild;
    if (had) {
      if (this.#root.hidden) this.#on.onGone();
      else if (!this.#root.contains(document.activeElement)) this.#root.querySelector('button').focus();
    }
  }

  #decline(proposals) {
    for (const { key } of proposals) this.#declined.add(key);
    this.#propose();
  }

  // Asks which books go with one; chosen is what goes with it so far, or else is proposed.
  // With no entry, the first that could be a department is asked about.
  ask(entry, chosen = entry) {
    const all = this.#on.all();
    const can = all.filter((e) => isBook(e) || isUnread(e));
    if (!can.some(isBook)) return;
    const has = chosen?.units.length || chosen?.before;
    const proposal = has ? null : departments(all).find(({ whole: one }) => !entry || one === entry);
    let whole = can.includes(entry) && isBook(entry) ? entry : proposal?.whole ?? can.find(isBook);
    const first = new Set([whole, ...(proposal ?? chosen)?.units ?? [], chosen?.before].map((e) => e?.job.key));
    const books = [true, false].flatMap((is) => can.filter((e) => first.has(e.job.key) === is)).slice(0, MOST);
    const wholes = books.filter(isBook);
    const picked = new Set((proposal ?? chosen)?.units.map(({ job }) => job.key));
    let before = chosen?.before ?? (has ? null : years(all).find((one) => one.entry === whole)?.before ?? null);
    const option = (e) => el('option', { value: books.indexOf(e), selected: e === whole }, lineOf(e));
    const select = el('select', { id: 'together-whole', onchange: () => {
      whole = books[select.value];
      draw();
    } }, ...wholes.map(option));
    const previous = el('select', { id: 'together-before', onchange: () => {
      before = books[previous.value] ?? null;
      draw();
    } });
    const list = el('div', { class: 'units', role: 'group', 'aria-labelledby': 'together-units' });
    const count = el('span', { class: 'dim', role: 'status' });
    const units = () => can.filter((e) => e !== whole && !isBefore(e) && picked.has(e.job.key));
    const isBefore = (e) => before && e.job.key === before.job.key;
    const tell = () => {
      count.textContent = words.chosen(units().length);
      done.disabled = !units().length && !before && !whole.units.length && !whole.before;
      done.textContent = units().length || before ? words.check : words.alone;
    };
    const draw = () => {
      const held = document.activeElement;
      if (before === whole) before = null;
      previous.replaceChildren(el('option', { value: '' }, words.none), ...wholes.filter((e) => e !== whole).map((e) => el('option', { value: books.indexOf(e), selected: isBefore(e) }, lineOf(e))));
      list.replaceChildren(...books.filter((e) => e !== whole && !isBefore(e)).map((e) => {
        const box = el('input', { type: 'checkbox', checked: picked.has(e.job.key), onchange: () => {
          if (box.checked) picked.add(e.job.key);
          else picked.delete(e.job.key);
          tell();
        } });
        return el('label', {}, box, el('span', { class: 'file-mark', title: stateWord(e) }, stateMark(e)), lineOf(e));
      }));
      if (!list.firstChild) list.append(el('p', { class: 'dim' }, words.bring));
      tell();
      if (held?.isConnected) held.focus();
    };
    const set = (on) => {
      for (const e of books) if (on) picked.add(e.job.key); else picked.clear();
      draw();
    };
    const file = el('input', { type: 'file', class: 'out-of-sight', tabindex: '-1', 'aria-hidden': 'true', accept: byId('input').accept, onchange: () => {
      const [came] = file.files;
      dialog.close();
      if (came) this.#on.onBring(came, whole, units());
    } });
    const done = el('button', { type: 'button', class: 'primary', onclick: () => {
      const one = { entry: whole, units: units(), before };
      dialog.close();
      this.#on.onTogether([one]);
    } }, words.check);
    draw();
    const dialog = openDialog({ kind: 'together-dialog', title: words.title, close: ui.cancel }, [
      el('p', { class: 'dim' }, words.note),
      el('p', { class: 'field' }, el('label', { for: 'together-whole' }, words.whole), select),
      el('p', { class: 'field' }, el('label', { for: 'together-before' }, words.before), previous,
        el('button', { type: 'button', id: 'together-bring', onclick: () => file.click() }, words.choose), file),
      el('p', { class: 'field' }, el('span', { id: 'together-units' }, words.units), count,
        el('button', { type: 'button', class: 'quiet', onclick: () => set(true) }, words.every),
        el('button', { type: 'button', class: 'quiet', onclick: () => set(false) }, words.no)),
      list, can.length > MOST ? el('p', { class: 'dim' }, words.cut(MOST)) : ''], [done]);
  }
}

const keyOf = (books) => JSON.stringify(books.map(({ job }) => job.key));

// The books a report was judged with, each with what became of it; onPick(file) opens one.
export function listBooks({ books, report }, onPick) {
  const of = new Map((report.units ?? []).map((u) => [u.file, u]));
  const dialog = openDialog({ kind: 'together-dialog', title: words.listed }, [el('ul', { class: 'books' }, ...[...books].map(([file, { entry, role }]) => {
    const unit = of.get(file);
    return el('li', {},
      el('span', { class: 'file-mark', title: stateWord(entry) }, stateMark(entry)),
      el('button', { type: 'button', class: 'link', onclick: () => {
        dialog.close();
        onPick(entry);
      } }, file),
      el('span', { class: 'dim' }, [role === 'before' ? words.before : unit?.department, unit?.within && words.within(unit.within), unit?.left && words.left(unit.left)].filter(Boolean).join(' · ')));
  }))]);
}
