// The list of all files of this sitting: how far they are, what came out, what needs a
// look first. A file opens from here, and Esc or the line at the top leads back.

import { breath } from '../ui/breath.js';
import { byId, el } from '../ui/dom.js';
import { isOpen, look, rank, ranked, stateMark, stateWord } from './files.js';
import { revealRow, rowsInView } from '../ui/rows.js';
import { list as words, severityOrder, together, ui } from '../ui/text.js';

const ROW = 36; // px, as list.css has it
const PAUSE = 200; // ms between two drawings while files are judged

export class ListView {
  #entries = []; // all, as they came
  #rows = []; // as they are shown
  #at = null; // the entry that the keys are at
  #drawn = { as: '', rows: new Map() }; // what is drawn, and of each entry its row and what it was drawn of
  #timer = 0;
  #on;
  #view = byId('list-rows');
  #body = byId('list-rows').querySelector('tbody');

  // onOpen(entry), onCancel(entry), onStop(), onResume() hear of what is asked for.
  constructor(on) {
    this.#on = on;
    byId('list-stop').addEventListener('click', () => on.onStop());
    byId('list-resume').addEventListener('click', () => on.onResume());
    this.#view.addEventListener('scroll', () => this.#drawRows());
    new ResizeObserver(() => this.#drawRows()).observe(this.#view);
  }

  // Shows the list, with the focus where it was last, or its head and then its rows.
  show(entries) {
    this.#take(entries);
    const row = this.#rows.indexOf(this.#at);
    if (row >= 0) this.#focus(row);
    else {
      this.#view.scrollTop = 0;
      byId('list-title').focus({ preventScroll: true });
      breath().then(() => this.#drawRows());
    }
  }

  // Of what happens behind it, soon.
  refresh(entries) {
    this.#entries = entries;
    this.#timer ||= setTimeout(() => this.#draw(entries), PAUSE);
  }

  #draw(entries) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (byId('list').hidden) return;
    this.#take(entries);
    this.#drawRows();
  }

  #take(entries) {
    this.#entries = entries;
    this.#rows = ranked(entries);
    this.#drawHead();
  }

  #drawHead() {
    const open = this.#entries.filter(isOpen).length;
    const done = this.#entries.length - open;
    const stopped = this.#entries.filter(({ state }) => state === 'stopped').length;
    byId('list-title').textContent = open ? words.working(done, this.#entries.length) : words.done(this.#entries.length);
    byId('list-bar').hidden = !open;
    byId('list-bar').setAttribute('aria-valuenow', done);
    byId('list-bar').setAttribute('aria-valuemax', this.#entries.length);
    byId('list-fill').style.width = `${(100 * done) / this.#entries.length}%`;
    byId('list-stop').hidden = !open;
    byId('list-resume').hidden = open > 0 || !stopped;
    byId('list-counts').replaceChildren(...counted(this.#rows).filter(([{ state }]) => state !== 'waiting' && state !== 'working').map(([entry, n]) =>
      el('span', { class: `file ${look(entry)}` }, el('span', { class: 'file-mark', 'aria-hidden': 'true' }, stateMark(entry)), words.count(stateWord(entry), n))));
  }

  // The rows in view, between two that keep the place of the others.
  #drawRows() {
    if (byId('list').hidden) return;
    const [from, to] = rowsInView(this.#view, ROW, this.#rows.length);
    const had = this.#body.contains(document.activeElement);
    const space = (rows) => {
      const cell = el('td', { colspan: 5 + severityOrder.length });
      cell.style.height = `${rows * ROW}px`;
      return el('tr', { class: 'space', 'aria-hidden': 'true' }, cell);
    };
    if (!this.#rows.includes(this.#at)) this.#at = null;
    byId('list-table').setAttribute('aria-rowcount', this.#rows.length + 1);
    const rows = new Map(this.#rows.slice(from, to).map((entry, i) => [entry, this.#row(entry, from + i)]));
    const as = JSON.stringify([from, this.#rows.length]);
    const before = [...this.#drawn.rows.values()];
    if (as === this.#drawn.as && rows.size === before.length && [...rows.values()].every(({ row }, i) => before[i].row === row)) return;
    this.#drawn = { as, rows };
    hold(this.#body, [space(from), ...[...rows.values()].map(({ row }) => row), space(this.#rows.length - to)]);
    if (had) (this.#body.querySelector('[tabindex="0"]') ?? byId('list-title')).focus({ preventScroll: true });
  }

  // The row of an entry: as it was drawn, where that says the same.
  #row(entry, i) {
    const { brief } = entry;
    const stop = this.#at ? entry === this.#at : i === 0; // of the many links one is a stop for Tab
    const facts = entry.state === 'done' ? [brief.department || ui.noDepartment, brief.year || '–', ...severityOrder.map((s) => brief.by[s] || '')]
      : [progressOf(entry) || (entry.state === 'refused' ? brief.error.message : '')];
    const of = JSON.stringify([stop, look(entry), entry.name, ...facts]);
    const had = this.#drawn.rows.get(entry);
    const drawn = had?.of === of ? had : { of, row: this.#newRow(entry, stop, facts) };
    drawn.row.setAttribute('aria-rowindex', i + 2);
    return drawn;
  }

  #newRow(entry, stop, said) {
    const { brief, job } = entry;
    const facts = entry.state === 'done' ? said.map((text, at) => el('td', { class: at > 0 ? 'n' : null, title: at ? null : text }, String(text)))
      : [el('td', { colspan: 2 + severityOrder.length, class: 'dim', title: brief?.error?.message }, ...said)];
    return el('tr', {},
      el('td', {}, el('span', { class: `file ${look(entry)}` }, el('span', { class: 'file-mark', 'aria-hidden': 'true' }, stateMark(entry)), stateWord(entry))),
      el('th', { scope: 'row', title: job.folder + entry.name }, el('button', {
        type: 'button', class: 'link', tabindex: stop ? '0' : '-1', onclick: () => this.#open(entry), onfocus: () => {
          this.#at = entry;
        },
      }, entry.name), job.folder ? el('small', { class: 'dim' }, job.folder) : null, withBooks(entry) ? el('small', { class: 'dim' }, withBooks(entry)) : null),
      ...facts,
      el('td', {}, isOpen(entry) ? el('button', { type: 'button', class: 'quiet', tabindex: '-1', title: words.cancelTitle, onclick: () => this.#on.onCancel(entry) }, ui.cancel) : ''));
  }

  #open(entry) {
    this.#at = entry;
    this.#on.onOpen(entry);
  }

  // Goes by so many rows, from the title to the first.
  step(by) {
    if (!this.#rows.length) return;
    const at = this.#rows.indexOf(this.#at);
    const inside = this.#body.contains(document.activeElement);
    this.#focus(at < 0 ? 0 : Math.max(0, Math.min(this.#rows.length - 1, at + (inside ? by : 0))));
  }

  // Cancels the file that the keys are at.
  cancel() {
    if (this.#at && isOpen(this.#at)) this.#on.onCancel(this.#at);
  }

  #focus(row) {
    this.#at = this.#rows[row];
    revealRow(this.#view, ROW, row, byId('list-table').tHead.offsetHeight);
    this.#drawRows();
    this.#body.querySelector('[tabindex="0"]')?.focus({ preventScroll: true });
  }
}

// Has a node hold these and no others, and leaves alone what stands where it should: what
// moves is laid out anew.
function hold(node, children) {
  const stay = new Set(children);
  for (const old of [...node.childNodes]) if (!stay.has(old)) old.remove();
  let at = node.firstChild;
  for (const child of children) {
    if (child === at) at = at.nextSibling;
    else node.insertBefore(child, at);
  }
}

// What it is judged together with.
export const withBooks = ({ units, before }) => [units.length && together.withUnits(units.length), before && together.withBefore(before.name)].filter(Boolean).join('，');

// What a file at work says.
function progressOf({ state, at }) {
  const [stage, done, total] = at ?? [];
  if (stage === 'books' && state === 'working') return together.reading(Math.min(done + 1, total), total);
  return state === 'working' && total > 0 ? ui.sheetOf(Math.min(done + 1, total), total) : '';
}

// [one of them, count] of each state there is, in the order of the list.
export function counted(rows) {
  const all = new Map();
  for (const entry of rows) all.set(rank(entry), [all.get(rank(entry))?.[0] ?? entry, (all.get(rank(entry))?.[1] ?? 0) + 1]);
  return [...all.values()];
}

// One sentence, for the live region.
export const spokenOf = (entries) => `${words.done(entries.length)}。${counted(entries).map(([entry, n]) => words.count(stateWord(entry), n)).join('，')}`;
