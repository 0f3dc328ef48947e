// The cells most likely wrong: one change that explains several findings.

import { el } from './dom.js';
import { amount } from './format.js';
import { formNames, ui } from './text.js';

const SHOWN = 4;

export function drawSuspects(root, report, { chosen, onSuspect }) {
  root.hidden = report.suspects.length === 0;
  root.replaceChildren(
    el('h2', { class: 'panel-title' }, ui.suspectsTitle),
    el('ul', { class: 'suspect-list' }, ...report.suspects.slice(0, SHOWN).map((suspect, i) => el('li', {},
      el('button', { type: 'button', class: 'suspect', 'aria-pressed': String(chosen === i), onclick: () => onSuspect(i) },
        el('span', { class: 'suspect-cell' }, formNames[suspect.form]?.[0] ?? '', ' ', suspect.cell),
        el('span', { class: 'suspect-change' },
          el('span', { class: 'was' }, amount(suspect.value) || ui.blank), ' → ',
          el('strong', {}, amount(suspect.suggest) || '？')),
        el('small', {}, ui.times((suspect.explains ?? []).length)))))));
}
