// What was checked and what was not: the dialog behind 检查范围.

import { el, table } from '../ui/dom.js';
import { drawRule } from './equation.js';
import { outcomes, ui } from '../ui/text.js';

export function drawScope(root, report) {
  const groups = [
    [ui.notChecked, report.rules.filter((r) => r.unchecked), true],
    [ui.ranRules, report.rules.filter((r) => r.outcome !== 'skipped'), false],
    [ui.notApplicable, report.rules.filter((r) => r.outcome === 'skipped' && !r.unchecked), true],
  ];
  root.replaceChildren(...groups.filter(([, rules]) => rules.length).map(([title, rules, withReason]) =>
    table({ class: 'plain' }, el('h3', {}, `${title}（${rules.length}）`), [], rules.map((rule) => [
      rule.title || rule.rule,
      el('span', { class: 'dim' }, withReason ? rule.reason ?? '' : `${ui.times(rule.checked)} · ${outcomes[rule.outcome]}`),
      drawRule(rule.rule)]))));
}
