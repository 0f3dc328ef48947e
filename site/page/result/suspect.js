// The chosen suspect in full: what it reads and should read, every cell of it,
// what else it may be, and the findings it explains.

import { el } from '../ui/dom.js';
import { formNumber, isBlock, isMissing, placesOf, reading, whereOf } from '../report/causes.js';
import { formNames, ui } from '../ui/text.js';
import { inFile } from '../sheet/written.js';

const FEW = 6;

// onCell(change) goes to a cell and shows its suggestion, onFinding(index) to a
// finding, onAll to all of them in the list; onTry is absent where nothing can be tried;
// again says how the check is made again where that is not plain.
export function drawSuspect(root, suspect, report, { onCell, onFinding, onAll, onTry, again = '', whose = () => '' }) {
  const explains = suspect.explains.filter((i) => report.findings[i]);
  root.replaceChildren(
    el('div', { class: 'eq-main' },
      el('h3', { class: 'eq-title' },
        el('span', {}, [whose(suspect), formNumber(suspect), formNames[suspect.form]?.[2], whereOf(suspect)].filter(Boolean).join(' ')),
        el('span', { class: suspect.likely ? 'chance' : 'chance unsure' }, suspect.likely ? ui.mostLikely : ui.unsure),
        onTry ? el('button', { type: 'button', class: 'try', title: ui.tryTitle, onclick: onTry }, ui.try) : null),
      what(suspect, onCell),
      suspect.alternatives.length ? alternatives(suspect, onCell) : null,
      explains.length ? el('p', { class: 'dim explains' }, ui.explains(explains.length)) : null,
      el('ul', { class: 'explained' },
        ...explains.slice(0, FEW).map((i) => el('li', {},
          el('button', { type: 'button', class: 'link', onclick: () => onFinding(i) }, report.findings[i].message || report.findings[i].title))),
        explains.length > FEW ? el('li', {}, el('button', { type: 'button', class: 'link', onclick: onAll }, ui.allExplained(explains.length))) : null)),
    el('dl', { class: 'eq-notes' },
      isMissing(suspect) ? null : el('div', {}, el('dt', {}, ui.why), el('dd', {}, `${suspect.why}。`)),
      el('div', {}, el('dt', {}, ui.hint), el('dd', {}, (suspect.likely ? ui.mend(suspect.shape) : ui.mendUnsure) + again))),
  );
  root.scrollTop = 0;
}

// What is there and what should be: each cell of it, the row's place, the code, the unit.
function what(suspect, onCell) {
  const { shape, cell, value, suggest, why } = suspect;
  if (isMissing(suspect)) return el('p', { class: 'eq-message' }, `${why}。`, place(suspect, onCell, '', ui.missingBelow(cell)));
  if (shape === 'form-unit') return el('p', { class: 'changes' }, place(suspect, onCell, '', el('small', {}, ui.unitAt(cell)), ui.statedUnit(value, suggest)));
  const cells = placesOf(suspect);
  return el('p', { class: 'changes' }, ...cells.slice(0, isBlock(suspect) ? 2 : FEW).map((c) => change(c, onCell, shape)),
    cells.length > FEW ? el('span', { class: 'dim' }, ui.allMarked(cells.length)) : null);
}

// Repairs that explain as much: a few, the rest when asked for.
function alternatives(suspect, onCell) {
  const list = el('span', { class: 'changes' });
  const one = (c) => (isMissing(suspect) ? el('span', {}, c.label) : change(c, onCell, suspect.shape, c.why));
  const all = suspect.alternatives;
  const show = (count) => list.replaceChildren(...all.slice(0, count).map(one),
    ...(count < all.length ? [el('button', { type: 'button', class: 'quiet more', onclick: () => {
      show(all.length);
      list.children[count].focus();
    } }, ui.moreAlternatives(all.length - count))] : []));
  show(all.length > 4 ? 3 : 4);
  return el('div', { class: 'alternatives' }, el('span', { class: 'dim' }, ui.alternatives), list);
}

function change(c, onCell, shape, why = '') {
  return place(c, onCell, why,
    el('small', {}, `${c.cell} ${c.label || [c.row, c.column].filter(Boolean).join(' ')}`),
    el('span', {}, ...reading(c, shape)));
}

function place(c, onCell, why, ...inside) {
  return el('button', {
    type: 'button', class: 'operand change', 'data-cell': c.cell, 'data-file': c.file ?? '', onclick: () => onCell(c),
    title: [inFile(c) + ui.goTo(c.sheet, c.cell), why].filter(Boolean).join('\n'),
  }, ...inside);
}
