// What a report's suspects say together: which come first, which finding goes with
// which, and how they are put into words.

import { el } from './dom.js';
import { amount } from './format.js';
import { formNames, ui } from './text.js';

// order: the suspects' indexes, the likely ones first. of: finding → the first
// suspect in that order which explains it, so that each finding stands once.
export function causes(report) {
  const { suspects } = report;
  const order = [...suspects.keys()].sort((a, b) => Number(suspects[b].likely) - Number(suspects[a].likely));
  const of = new Map();
  for (const i of order) {
    for (const finding of suspects[i].explains) {
      if (!of.has(finding) && report.findings[finding]) of.set(finding, i);
    }
  }
  return { order, of };
}

// A row that is not on the form has no cell to change.
export const isMissing = (suspect) => suspect.changes.length === 0 && suspect.kind === 'row-left-out';

export const isBlock = (suspect) => Boolean(suspect.range) && suspect.changes.length > 1;

export const changesOf = (suspect) => (suspect.changes.length || isMissing(suspect) ? suspect.changes : [suspect]);

export const formNumber = (change) => formNames[change.form]?.[0] ?? change.sheet;

// Where it is: D14, E11 ⇄ E12, F16 → F15, C8:H64.
export function whereOf(suspect) {
  const [first, second] = suspect.changes;
  if (isMissing(suspect)) return ui.leftOutRow(suspect.row);
  if (isBlock(suspect)) return suspect.range;
  if (second && suspect.kind === 'exchanged') return `${first.cell} ⇄ ${second.cell}`;
  if (second && suspect.kind === 'moved') return `${first.cell} → ${second.cell}`;
  return second ? ui.withOthers(suspect.cell, suspect.changes.length) : suspect.cell;
}

// What a cell reads, struck out, and what it should, for drawing.
export function reading({ value, suggest }) {
  const one = (tag, text) => (text ? el(tag, { class: 'figure' }, amount(text)) : el('span', { class: 'blank' }, ui.blank));
  return [one('del', value), ' → ', one('ins', suggest)];
}

// The same of a suspect; how much of it there is where that says more.
export function readingOf(suspect) {
  if (isMissing(suspect)) return [el('ins', { class: 'figure' }, amount(suspect.suggest))];
  if (suspect.kind === 'moved') return [el('ins', { class: 'figure' }, amount(suspect.value))];
  return isBlock(suspect) ? [el('ins', {}, ui.cellsOf(suspect.changes.length))] : reading(suspect);
}

// The cells any one of which would do: the suspect and its alternatives.
export const candidates = (suspect) => [...changesOf(suspect), ...(isMissing(suspect) ? [] : suspect.alternatives)];

// What it may be: F7、F16、F10 等 9 处.
export function mayBe(suspect) {
  const names = isMissing(suspect) ? [suspect, ...suspect.alternatives].map((c) => c.row) : candidates(suspect).map((c) => c.cell);
  return ui.someOf(names.slice(0, 4).join('、'), names.length > 4 ? names.length : 0);
}

// What would be supposed, for the banner: D14 改为 10,661.51.
export function supposed(suspect) {
  if (isBlock(suspect)) return ui.supposeBlock(suspect.range, suspect.changes.length);
  const some = suspect.changes.slice(0, 3).map((c) => ui.supposeCell(c.cell, amount(c.suggest) || ui.blank));
  return some.join('、') + (suspect.changes.length > 3 ? ui.cellsInAll(suspect.changes.length) : '');
}

// How much of the errors likely suspects explain, in a few words; empty for nothing.
export function explained(report) {
  if (!report.suspects.length) return '';
  const likely = report.suspects.filter((suspect) => suspect.likely);
  if (!likely.length) return ui.unsureInAll;
  const isOpenError = (i) => report.findings[i]?.severity === 'error' && !report.findings[i].accepted;
  const told = new Set(likely.flatMap((suspect) => suspect.explains).filter(isOpenError));
  if (!told.size) return '';
  const errors = report.findings.filter((_, i) => isOpenError(i)).length;
  const cells = new Set(likely.filter((s) => !isBlock(s)).flatMap(changesOf).map((c) => `${c.sheet}!${c.cell}`)).size;
  return ui.explained({
    cells, blocks: likely.filter(isBlock).length, rows: likely.filter(isMissing).length, told: told.size < errors ? told.size : 0,
  });
}
