// The nine forms and the written half, each with its state as the report has it.

import { el, mark } from '../ui/dom.js';
import { formNames, formStates, ui } from '../ui/text.js';
import { TEXT } from '../sheet/written.js';

export function drawForms(root, report, { chosen, onForm }) {
  const row = (code, state, title, reason, name, short) => el('li', {}, el('button', {
    type: 'button', class: `form ${state}`, 'data-form': code, title: `${title}：${formStates[state].word}${reason ? `（${reason}）` : ''}`,
    'aria-pressed': String(chosen === code), onclick: () => onForm(code),
  },
  mark(formStates[state].mark, formStates[state].word, state),
  ...name,
  short ? el('small', {}, short) : null));
  const { text } = report;
  root.replaceChildren(
    el('h2', { class: 'panel-title' }, ui.formsTitle),
    el('ul', { class: 'form-list' }, ...report.forms.map(({ form, title, status, state = 'unknown', reason, doubt }) => {
      const [number, short, full] = formNames[form] ?? [form, title, title];
      return row(form, state, title || full, reason ?? doubt, [el('span', { class: 'form-number' }, number), el('span', { class: 'form-name' }, short)], formStates[state].short ?? formStates[status]?.short);
    }),
    text ? row(TEXT, text.state ?? 'unknown', ui.textForm, text.unchecked.length ? ui.textUnchecked(text.unchecked.length) : '', [el('span', { class: 'form-name' }, ui.textForm)]) : null));
}
