// The cells most likely wrong: each with what it reads and should read, why, and
// how much it explains. A few at first; all on demand, only the rows in view in
// the document.

import { el } from '../ui/dom.js';
import { canTry, formNumber, mayBe, readingOf, unsure, whereOf } from '../report/causes.js';
import { revealRow, rowsInView } from '../ui/rows.js';
import { ui } from '../ui/text.js';
import { inFile } from '../sheet/written.js';

const ROW = 48; // px, as in style.css
const FEW = 3; // shown before one asks for all

export class Suspects {
  #root;
  #onSelect;
  #onTry;
  #report = { suspects: [], findings: [] };
  #chosen = -1;
  #open = false;
  #canTry = false;
  #view;
  #space;
  #notes; // what the search could not tell
  #painted = '';

  // onSelect(suspect) and onTry(suspect, button) with an index of report.suspects.
  constructor(root, { onSelect, onTry }) {
    this.#root = root;
    this.#onSelect = onSelect;
    this.#onTry = onTry;
    this.#notes = el('div', { class: 'suspects-notes' });
    this.#space = el('div', { class: 'list-space', role: 'presentation' });
    this.#view = el('div', {
      class: 'suspect-list', role: 'list', onscroll: () => this.#paint(), onclick: (event) => this.#click(event),
    }, this.#space);
    new ResizeObserver(() => this.#paint()).observe(this.#view);
  }

  show(report, { chosen = -1, open = false, canTry = true } = {}) {
    this.#report = report;
    this.#chosen = chosen;
    this.#open = open;
    this.#canTry = canTry;
    this.#draw();
    this.refresh();
    this.#view.scrollTop = 0;
    this.choose(chosen);
  }

  // Draws again what changes with what is accepted.
  refresh() {
    this.#notes.replaceChildren(...unsure(this.#report).map((text) => el('p', {}, text)));
    this.#notes.hidden = !this.#notes.firstChild;
    this.#root.hidden = !this.#report.suspects.length && this.#notes.hidden;
  }

  get open() {
    return this.#open;
  }

  // Marks a suspect as the chosen one and has it in view; −1 for none.
  choose(suspect) {
    this.#chosen = suspect;
    const row = suspect;
    if (row >= this.#shown() && !this.#open) {
      this.#open = true;
      this.#draw();
    }
    if (row >= 0) revealRow(this.#view, ROW, row);
    this.#paint();
    for (const button of this.#space.querySelectorAll('.suspect')) this.#press(button);
  }

  focus(suspect, { trying = false } = {}) {
    const row = this.#space.querySelector(`.suspect[data-suspect="${suspect}"]`);
    ((trying && row?.parentNode.querySelector('.try')) || row)?.focus();
  }

  #press(button) {
    const chosen = Number(button.dataset.suspect) === this.#chosen;
    button.setAttribute('aria-pressed', String(chosen));
    button.parentNode.classList.toggle('is-chosen', chosen);
  }

  #shown() {
    const { length } = this.#report.suspects;
    return this.#open ? length : Math.min(FEW, length);
  }

  #draw() {
    const { suspects } = this.#report;
    const count = suspects.length;
    const likely = suspects.filter((suspect) => suspect.likely).length;
    this.#space.style.height = `${this.#shown() * ROW}px`;
    this.#root.classList.toggle('is-open', this.#open);
    const fold = el('button', { type: 'button', class: 'quiet', 'aria-expanded': String(this.#open), onclick: () => this.#fold() },
      this.#open ? ui.fold : ui.allSuspects(count));
    this.#root.replaceChildren(
      el('div', { class: 'suspects-head' },
        el('h2', { class: 'panel-title' }, likely ? ui.suspectsTitle : ui.unsureTitle),
        count > FEW ? fold : null),
      count ? this.#view : '', this.#notes);
    this.#painted = '';
    this.#paint();
  }

  #fold() {
    this.#open = !this.#open;
    this.#draw();
    this.#view.scrollTop = 0;
    this.#root.querySelector('.suspects-head button').focus();
  }

  #paint() {
    const [first, last] = rowsInView(this.#view, ROW, this.#shown());
    const range = `${first}-${last}`;
    if (range === this.#painted) return;
    this.#painted = range;
    const held = this.#space.contains(document.activeElement) ? document.activeElement : null;
    const rows = [];
    for (let row = first; row < last; row += 1) rows.push(this.#row(row));
    this.#space.replaceChildren(...rows);
    if (held) this.focus(held.parentNode.firstChild.dataset.suspect, { trying: held.matches('.try') });
  }

  #row(i) {
    const suspect = this.#report.suspects[i];
    const node = el('div', { role: 'listitem', class: `suspect-row${suspect.likely ? '' : ' unsure'}`, 'aria-setsize': this.#report.suspects.length, 'aria-posinset': i + 1 },
      el('button', { type: 'button', class: 'suspect', 'data-suspect': i, title: `${suspect.label}\n${suspect.why}` },
        el('span', { class: 'suspect-line' },
          el('span', { class: 'suspect-cell' }, el('span', { class: 'form-number' }, formNumber(suspect)), whereOf(suspect)),
          el('span', { class: 'suspect-change' }, ...readingOf(suspect)),
          el('small', { class: 'suspect-count' }, ui.explainsShort(suspect.explains.length))),
        el('span', { class: 'suspect-why' }, reason(suspect))),
      this.#canTry && canTry(suspect) ? el('button', { type: 'button', class: 'try', title: ui.tryTitle, 'aria-label': ui.tryOf(whereOf(suspect)) }, ui.try) : null);
    node.style.top = `${i * ROW}px`;
    this.#press(node.firstChild);
    return node;
  }

  #click(event) {
    const button = event.target.closest('button');
    if (!button) return;
    const suspect = Number(button.parentNode.firstChild.dataset.suspect);
    if (button.matches('.try')) this.#onTry(suspect);
    else this.#onSelect(suspect);
  }
}

// One line: the book it is in, where that is another, what is unsure, then why, then what
// the cell is.
function reason(suspect) {
  if (!suspect.likely) return `${inFile(suspect)}${ui.unsure}：${mayBe(suspect)}`;
  return inFile(suspect) + (suspect.shape === 'cell' ? `${suspect.why} · ${suspect.label}` : suspect.why);
}
