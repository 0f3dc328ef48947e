// The chosen finding in full: the sentence, every operand as a button to its
// cell, the difference and what rounding allows, why, and what to do.

import { drawAccepted } from './accepting.js';
import { el } from '../ui/dom.js';
import { amount, bound, signed } from '../ui/format.js';
import { ruleAddress } from '../report/rules.js';
import { formNames, severities, ui } from '../ui/text.js';
import { inFile, partOf, placeOf } from '../sheet/written.js';

const MOST_BLANKS = 4; // blank operands of a side that are shown unasked

// onAccept and onWithdraw are absent where nothing can be accepted.
export function drawEquation(root, finding, { unit, whose = () => '', onCell, onAccept, onWithdraw }) {
  const { mark, word } = severities[finding.severity];
  const sides = { left: [], right: [], other: [] };
  finding.cells.forEach((cell, i) => sides[cell.side || 'other'].push([cell, i]));
  const isEquation = sides.left.length > 0 && sides.right.length > 0;
  const named = labels(finding.cells, whose);
  root.replaceChildren(
    el('div', { class: 'eq-main' },
      el('h3', { class: `eq-title ${finding.severity}` },
        el('span', { class: `mark ${finding.severity}`, role: 'img', 'aria-label': word }, mark),
        el('span', {}, finding.title),
        isEquation && finding.difference ? drawDifference(finding, unit) : null,
        drawRule(finding.rule)),
      finding.message && finding.message !== finding.title ? el('p', { class: 'eq-message' }, finding.message) : null,
      drawAccepted(finding, { onAccept, onWithdraw }),
      isEquation ? drawSides(finding, sides, named, onCell) : null,
      sides.other.length || !isEquation ? drawCells([...sides.other, ...(isEquation ? [] : [...sides.left, ...sides.right])], named, onCell) : null),
    finding.why || finding.hint ? el('dl', { class: 'eq-notes' },
      finding.why ? el('div', {}, el('dt', {}, ui.why), el('dd', {}, finding.why)) : null,
      finding.hint ? el('div', {}, el('dt', {}, ui.hint), el('dd', {}, finding.hint)) : null) : null,
  );
  root.scrollTop = 0;
}

// A figure of the text that was not checked, in its words, and why.
export function drawUnchecked(root, passage, onWords) {
  root.replaceChildren(el('div', { class: 'eq-main' },
    el('h3', { class: 'eq-title' }, el('span', { class: 'mark unknown', 'aria-hidden': 'true' }, '?'), el('span', {}, ui.uncheckedWhy(passage.reason))),
    el('p', { class: 'operands' }, el('span', { class: 'dim' }, `${ui.words}：`), operand({ ...passage, label: '', value: '' }, onWords, 0, () => ''))),
  el('dl', { class: 'eq-notes' }, el('div', {}, el('dt', {}, ui.why), el('dd', {}, ui.uncheckedNote))));
  root.scrollTop = 0;
}

// The rule's name, which leads to what is said of it.
export function drawRule(rule) {
  const href = ruleAddress(rule);
  return href ? el('a', { class: 'rule-id', href, target: '_blank', rel: 'noopener', title: ui.rule }, rule)
    : el('span', { class: 'rule-id', title: ui.rule }, rule);
}

function drawSides(finding, { left, right }, named, onCell) {
  return el('div', { class: 'sides' },
    side('left', left, finding.left, named, onCell),
    el('span', { class: 'relation' }, relationOf(finding)),
    side('right', right, finding.right, named, onCell, isPercent(left[0][0]) && !right.some(([cell]) => isPercent(cell))));
}

// How the sides stand to each other, not how they should.
function relationOf({ relation = '=', severity, difference }) {
  if (!difference) return relation;
  if (severity === 'tail') return '≈';
  return { '=': '≠', '≤': '>', '≥': '<' }[relation] ?? relation;
}

// A side is a sum, or what a percentage is worked out of.
function side(name, cells, total, named, onCell, isQuotient) {
  const term = ([cell, i], at) => {
    const sign = cell.sign === '-' ? '−' : '+';
    return el('span', { class: 'term' },
      !isQuotient && (at || sign === '−') ? el('span', { class: 'sign' }, sign) : null,
      operand(cell, () => onCell(cell, i), i, named));
  };
  const blanks = cells.filter(([cell]) => cell.value === '');
  const folds = blanks.length > MOST_BLANKS && blanks.length < cells.length;
  const list = el('div', { class: 'operands' });
  const unfold = () => {
    list.replaceChildren(...cells.map(term));
    list.querySelector('.blank').focus();
  };
  list.append(...(folds ? cells.filter(([cell]) => cell.value !== '') : cells).map(term));
  if (folds) list.append(el('button', { type: 'button', class: 'operand blank', onclick: unfold }, ui.blanks(blanks.length)));
  return el('div', { class: `side-of ${name}`, role: 'group', 'aria-label': ui[name] },
    el('span', { class: 'side-tag', 'aria-hidden': 'true' }, ui[name].slice(0, 1)),
    list,
    cells.length > 1 || isQuotient ? el('span', { class: 'side-sum' }, `${isQuotient ? ui.workedOut : ui.sum} `, el('b', { class: 'figure' }, amount(total) + (isQuotient ? '%' : ''))) : null);
}

function drawCells(cells, named, onCell) {
  if (!cells.length) return null;
  return el('p', { class: 'operands' }, el('span', { class: 'dim' }, `${cells.some(([{ words }]) => words) ? ui.figures : ui.cells}：`),
    ...cells.map(([cell, i]) => operand(cell, () => onCell(cell, i), i, named)));
}

// What sets each operand apart: the form, row or column that all share goes
// without saying. A cell of another book says whose it is.
function labels(cells, whose) {
  const one = (field) => new Set(cells.map((cell) => cell[field])).size === 1;
  const [form, row, column] = [one('form'), one('row'), one('column')];
  return (cell) => {
    const book = whose(cell);
    if (book && !cell.words) return row && column ? book : `${book} ${own(cell)}`;
    return own(cell);
  };
  function own(cell) {
    if (cell.words) return [cell.label, partOf(cell, false)].filter(Boolean).join(' · ');
    let text = cell.label || [cell.row, cell.column].filter(Boolean).join(' ') || cell.cell;
    if (column && row && !form && formNames[cell.form]) return formNames[cell.form].slice(0, 2).join(' ');
    if (column && !row && text.endsWith(` ${cell.column}`)) text = text.slice(0, -cell.column.length - 1);
    else if (row && !column && cell.column) text = cell.column;
    return form || !formNames[cell.form] ? text : `${formNames[cell.form][0]} ${text}`;
  }
}

// A cell that belongs to no known row and column has no figure to be blank: it is
// known by its address.
function operand(cell, go, index, label) {
  if (cell.words && cell.value === '') {
    return el('button', { type: 'button', class: 'operand', onclick: go, 'data-operand': index, 'data-cell': cell.cell, title: ui.goToWords(placeOf(cell)) }, el('small', {}, partOf(cell, false)), el('b', {}, `“${cell.words}”`));
  }
  const blank = cell.value === '' && Boolean(cell.side || cell.row || cell.column);
  const said = label(cell);
  return el('button', {
    type: 'button', class: blank ? 'operand blank' : 'operand', onclick: go, 'data-operand': index, 'data-cell': cell.cell,
    title: cell.words ? ui.goToWords(placeOf(cell)) : inFile(cell) + ui.goTo(cell.sheet, cell.cell),
  },
  said === cell.cell ? null : el('small', {}, said),
  el('b', { class: blank ? 'figure dim' : 'figure' }, blank ? ui.blank : amount(cell.value) + (isPercent(cell) ? '%' : '') || cell.cell));
}

const isPercent = ({ words }) => /[%％]$/.test(words ?? '');

// Words may state a percentage or a count where cells have amounts.
function unitOf(cell, unit = '') {
  if (!cell.words) return unit;
  return isPercent(cell) ? ui.points : cell.words.endsWith('元') ? unit : '';
}

function drawDifference(finding, unit) {
  return el('span', { class: 'eq-difference' },
    ui.difference, ' ', el('b', { class: `figure ${finding.severity}` }, signed(finding.difference)), ` ${unitOf(finding.cells[0], unit)}`,
    finding.bound ? el('span', { class: 'dim' }, `　${ui.bound} ${bound(finding.bound)}`) : null);
}
