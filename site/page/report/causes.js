// What a suspect is in the page's words and in its cells. All goes by its shape, which
// the report gives; so are the order of suspects and which finding goes with which.

import { el } from '../ui/dom.js';
import { amount } from '../ui/format.js';
import { formNames, ui } from '../ui/text.js';

// A row that is missing has no cell to change, and a code or a unit is no figure.
const noFigures = new Set(['row-missing', 'code', 'form-unit']);

export const isMissing = ({ shape }) => shape === 'row-missing';

export const isBlock = ({ shape }) => shape === 'block';

// Whether there are figures to put right, and so something to try.
export const canTry = ({ shape }) => !noFigures.has(shape);

// The cells it speaks of. That of a row that is missing is right: what lacks comes below it.
export const placesOf = (suspect) => (canTry(suspect) ? suspect.changes : [suspect]);

// What is drawn in the sheet beside what the cells of it read.
export const repairsOf = (suspect) => (canTry(suspect) ? suspect.changes : suspect.shape === 'code' ? [suspect] : []);

export const formNumber = (change) => formNames[change.form]?.[0] ?? change.sheet;

// Where it is in its book: D14, E11 ⇄ E12, F16 → F15, C8:H64.
export function whereOf(suspect) {
  const { shape, cell, range, row, changes } = suspect;
  switch (shape) {
    case 'cells': return ui.withOthers(cell, changes.length);
    case 'block': return range;
    case 'exchange': return `${cell} ${isMove(suspect) ? '→' : '⇄'} ${changes[1].cell}`;
    case 'row-missing': return ui.leftOutRow(row);
    case 'row-repeated': return ui.repeatedRow(range);
    case 'code': return ui.codeAt(cell);
    case 'form-unit': return ui.unitAt(cell);
    default: return cell;
  }
}

const isMove = ({ kind }) => kind === 'moved'; // an exchange with a cell that had no figure

// An amount is grouped, a code and a unit are as they stand.
export const shown = (shape, text) => (text === '' ? ui.blank : noFigures.has(shape) ? text : amount(text));

// What a cell reads, struck out, and what it should, for drawing.
export function reading({ value, suggest }, shape) {
  const one = (tag, text) => (text ? el(tag, { class: 'figure' }, shown(shape, text)) : el('span', { class: 'blank' }, ui.blank));
  return [one('del', value), ' → ', one('ins', suggest)];
}

// The same of a suspect; how much of it there is where that says more.
export function readingOf(suspect) {
  const { shape, cell, value, down = 0, right = 0, changes } = suspect;
  switch (shape) {
    case 'block': return [el('ins', {}, ui.cellsOf(changes.length), ui.home(down, right))];
    case 'row-missing': return [el('ins', {}, ui.below(cell))];
    case 'row-repeated': return [el('ins', {}, ui.twice)];
    case 'exchange': if (isMove(suspect)) return [el('ins', { class: 'figure' }, amount(value))];
    // falls through
    default: return reading(suspect, shape);
  }
}

// The cells any one of which would do: the suspect and its alternatives. That of a code
// is a code.
export function candidates(suspect) {
  const { shape, alternatives } = suspect;
  return [...placesOf(suspect), ...(isMissing(suspect) ? [] : alternatives.map((a) => ({ ...a, shape })))];
}

// What it may be: F7、F16、F10 等 9 处.
export function mayBe(suspect) {
  const names = isMissing(suspect) ? [suspect, ...suspect.alternatives].map((c) => c.row)
    : suspect.shape === 'code' ? [suspect, ...suspect.alternatives].map((c) => c.suggest)
      : candidates(suspect).map((c) => c.cell);
  return ui.someOf(names.slice(0, 4).join('、'), names.length > 4 ? names.length : 0);
}

// What would be supposed, for the banner: D14 改为 10,661.51.
export function supposed({ shape, range, changes }) {
  if (shape === 'block') return ui.supposeBlock(range, changes.length);
  if (shape === 'row-repeated') return ui.supposeGone(range);
  const some = changes.slice(0, 3).map((c) => ui.supposeCell(c.cell, shown(shape, c.suggest)));
  return some.join('、') + (changes.length > 3 ? ui.cellsInAll(changes.length) : '');
}

const isOpenError = (finding) => finding.severity === 'error' && !finding.accepted;

// How much of the errors likely suspects explain, in a few words; empty for nothing.
export function explained({ findings, suspects }) {
  if (!suspects.length) return '';
  const likely = suspects.filter((suspect) => suspect.likely);
  if (!likely.length) return ui.unsureInAll;
  const errors = findings.filter(isOpenError);
  const told = errors.filter((finding) => suspects[finding.suspect]?.likely).length;
  if (!told) return '';
  const count = (shape) => likely.filter((suspect) => suspect.shape === shape).length;
  const single = likely.filter(({ shape }) => ['cell', 'cells', 'exchange'].includes(shape));
  const cells = new Set(single.flatMap(placesOf).map((c) => `${c.sheet}!${c.cell}`)).size;
  return ui.explained({ cells, count, told: told < errors.length ? told : 0 });
}

// What the search could not tell, or did not come to: sentences. What is no equation
// speaks of the wrong cell itself, and what stands in a text of the wrong words.
export function unsure({ findings, suspects, search }) {
  const open = findings.filter((finding) => isOpenError(finding) && finding.equation && finding.suspect === undefined && !finding.cells[0]?.words).length;
  const sentence = suspects.length ? ui.unsureOthers(open) : ui.unsureAll;
  return [open ? sentence : '', search].filter(Boolean);
}
