// The chosen suspect in full: what it reads and should read, every cell of it,
// what else it may be, and the findings it explains.

import { el } from './dom.js';
import { changesOf, formNumber, isBlock, isMissing, reading, whereOf } from './causes.js';
import { formNames, ui } from './text.js';

const FEW = 6;

// onCell(change) goes to a cell and shows its suggestion, onFinding(index) to a
// finding, onAll to all of them in the list; onTry is absent where nothing can be tried.
export function drawSuspect(root, suspect, report, { onCell, onFinding, onAll, onTry }) {
  const changes = changesOf(suspect);
  const explains = suspect.explains.filter((i) => report.findings[i]);
  root.replaceChildren(
    el('div', { class: 'eq-main' },
      el('h3', { class: 'eq-title' },
        el('span', {}, `${formNumber(suspect)} ${formNames[suspect.form]?.[2] ?? ''} ${whereOf(suspect)}`),
        el('span', { class: suspect.likely ? 'chance' : 'chance unsure' }, suspect.likely ? ui.mostLikely : ui.unsure),
        onTry ? el('button', { type: 'button', class: 'try', title: ui.tryTitle, onclick: onTry }, ui.try) : null),
      isMissing(suspect)
        ? el('p', { class: 'eq-message' }, `${suspect.why}。`, place(suspect, onCell, '', ui.missingBelow(suspect.cell)))
        : el('p', { class: 'changes' }, ...changes.slice(0, isBlock(suspect) ? 2 : FEW).map((c) => change(c, onCell)),
          changes.length > FEW ? el('span', { class: 'dim' }, ui.allMarked(changes.length)) : null),
      suspect.alternatives.length ? alternatives(suspect, onCell) : null,
      explains.length ? el('p', { class: 'dim explains' }, ui.explains(explains.length)) : null,
      el('ul', { class: 'explained' },
        ...explains.slice(0, FEW).map((i) => el('li', {},
          el('button', { type: 'button', class: 'link', onclick: () => onFinding(i) }, report.findings[i].message || report.findings[i].title))),
        explains.length > FEW ? el('li', {}, el('button', { type: 'button', class: 'link', onclick: onAll }, ui.allExplained(explains.length))) : null)),
    el('dl', { class: 'eq-notes' },
      isMissing(suspect) ? null : el('div', {}, el('dt', {}, ui.why), el('dd', {}, `${suspect.why}。`)),
      el('div', {}, el('dt', {}, ui.hint), el('dd', {}, suspect.likely ? ui.mend(isBlock(suspect)) : ui.mendUnsure))),
  );
  root.scrollTop = 0;
}

// Repairs that explain as much: a few, the rest when asked for.
function alternatives(suspect, onCell) {
  const list = el('span', { class: 'changes' });
  const one = (c) => (isMissing(suspect) ? el('span', {}, c.label) : change(c, onCell, c.why));
  const all = suspect.alternatives;
  const show = (count) => list.replaceChildren(...all.slice(0, count).map(one),
    ...(count < all.length ? [el('button', { type: 'button', class: 'quiet more', onclick: () => {
      show(all.length);
      list.children[count].focus();
    } }, ui.moreAlternatives(all.length - count))] : []));
  show(all.length > 4 ? 3 : 4);
  return el('div', { class: 'alternatives' }, el('span', { class: 'dim' }, ui.alternatives), list);
}

function change(c, onCell, why = '') {
  return place(c, onCell, why,
    el('small', {}, `${c.cell} ${c.label || [c.row, c.column].filter(Boolean).join(' ')}`),
    el('span', {}, ...reading(c)));
}

function place(c, onCell, why, ...inside) {
  return el('button', {
    type: 'button', class: 'operand change', 'data-cell': c.cell, onclick: () => onCell(c),
    title: [ui.goTo(c.sheet, c.cell), why].filter(Boolean).join('\n'),
  }, ...inside);
}
