// The nine forms, each with its state.

import { el, mark } from './dom.js';
import { formNames, formStates, ui } from './text.js';

const rank = { error: 3, warning: 2, tail: 1, notice: 0 };

// A form that is not there and need not be, by its reason, is not missing.
const statusOf = (form) => (form.status === 'missing' && form.reason ? 'absent' : form.status);

export function stateOf(form, report) {
  let worst = -1;
  for (const finding of report.findings) {
    if (rank[finding.severity] > worst && finding.cells.some((cell) => cell.form === form.form)) {
      worst = rank[finding.severity];
    }
  }
  if (worst === 3) return 'fail';
  if (form.status === 'missing') return statusOf(form);
  if (worst === 2) return 'warning';
  if (form.status === 'empty') return 'empty';
  return worst === 1 ? 'tails' : 'pass';
}

export function drawForms(root, report, { chosen, onForm }) {
  root.replaceChildren(
    el('h2', { class: 'panel-title' }, ui.formsTitle),
    el('ul', { class: 'form-list' }, ...report.forms.map((form) => {
      const state = stateOf(form, report);
      const [number, short, full] = formNames[form.form] ?? [form.form, form.title, form.title];
      return el('li', {}, el('button', {
        type: 'button', class: `form ${state}`, 'data-form': form.form, title: `${form.title || full}：${formStates[state].word}${form.reason ? `（${form.reason}）` : ''}`,
        'aria-pressed': String(chosen === form.form), onclick: () => onForm(form.form),
      },
      mark(formStates[state].mark, formStates[state].word, state),
      el('span', { class: 'form-number' }, number),
      el('span', { class: 'form-name' }, short),
      formStates[statusOf(form)]?.short ? el('small', {}, formStates[statusOf(form)].short) : null));
    })));
}
