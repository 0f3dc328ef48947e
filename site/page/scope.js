// What was checked and what was not: the dialog behind 检查范围.

import { el } from './dom.js';
import { drawRule } from './equation.js';
import { outcomes, ui } from './text.js';

export function drawScope(root, report) {
  const groups = [
    [ui.notChecked, report.rules.filter((r) => r.unchecked), true],
    [ui.ranRules, report.rules.filter((r) => r.outcome !== 'skipped'), false],
    [ui.notApplicable, report.rules.filter((r) => r.outcome === 'skipped' && !r.unchecked), true],
  ];
  root.replaceChildren(...groups.filter(([, rules]) => rules.length).map(([title, rules, withReason]) =>
    el('section', {},
      el('h3', {}, `${title}（${rules.length}）`),
      el('table', { class: 'plain' }, el('tbody', {}, ...rules.map((rule) => el('tr', {},
        el('td', {}, rule.title || rule.rule),
        el('td', { class: 'dim' }, withReason ? rule.reason ?? '' : `${ui.times(rule.checked)} · ${outcomes[rule.outcome]}`),
        el('td', { class: 'id' }, drawRule(rule.rule)))))))));
}
