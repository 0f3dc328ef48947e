// Above the sheet: which form it is, and the way to the findings before and after.

import { el } from '../ui/dom.js';
import { formNames, together, ui } from '../ui/text.js';

// The form that a cell or else the whole sheet is of, or the sheet's own name.
export function titleOf(report, sheet, cell) {
  const forms = report.forms.filter((f) => f.sheet === sheet);
  const code = (cell?.sheet === sheet && cell.form) || (forms.length === 1 ? forms[0].form : '');
  return formNames[code]?.[2] ?? sheet;
}

// other is the book it is of, {text, onBack, onOpen}, where that is not the file's own.
export function drawWhere(root, title, { at, of, before, after }, onStep, other, { paged, onTurn }) {
  root.classList.toggle('is-other', Boolean(other));
  root.replaceChildren(
    el('h2', { class: 'where-title' }, other ? el('strong', { class: 'where-book' }, other.text) : null, title),
    other ? el('div', { class: 'where-steps' },
      el('button', { type: 'button', class: 'quiet', onclick: other.onBack }, together.back),
      el('button', { type: 'button', class: 'quiet', onclick: other.onOpen }, together.openIt)) : '',
    paged === null ? '' : el('div', { id: 'turn', class: 'turn', role: 'group', title: 'p' }, ...[[ui.pages, paged], [ui.tables, !paged]].map(([text, on]) =>
      el('button', { type: 'button', 'aria-pressed': String(on), onclick: on ? null : onTurn }, text))),
    of ? el('div', { class: 'where-steps' },
      el('span', { class: 'dim' }, at ? ui.position(at, of) : ''),
      el('button', { type: 'button', class: 'quiet', id: 'previous', disabled: !before, onclick: () => onStep(-1) }, `‹ ${ui.previous}`),
      el('button', { type: 'button', class: 'quiet', id: 'next', disabled: !after, onclick: () => onStep(1) }, `${ui.next} ›`)) : '');
}
