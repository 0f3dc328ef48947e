// The answer, first and in one glance: mark, word, file, counts, what was checked.

import { acceptedCounts } from './accepting.js';
import { explained } from '../report/causes.js';
import { el } from '../ui/dom.js';
import { isFormless, tally, verdictOf } from '../report/tally.js';
import { acceptance, formNames, formStates, severities, severityOrder, together as words, ui } from '../ui/text.js';

// One sentence, for the live region.
export function spoken(report) {
  const { by, accepted } = tally(report);
  const parts = severityOrder.filter((s) => by[s]).map((s) => ui.count(by[s], severities[s].word) + (s === 'error' ? explained(report) : ''));
  if (accepted) parts.push(acceptance.others(accepted));
  return ui.announce(verdictOf(report).word, parts.join('，') || ui.noFindings);
}

// accepting has the callbacks of acceptedCounts; absent where nothing can be accepted.
// onTexts asks which book the texts belong to; absent where none came beside it. books has
// how many units it was judged with, the name of the year before, and onAsk and onList,
// which books go with it; absent where none can.
export function drawVerdict(root, report, { onScope, onSeverity, onUnchecked, onTexts, books, accepting }) {
  const { mark: sign, word, gist } = verdictOf(report);
  const all = tally(report);
  root.className = `verdict is-${report.verdict}`;
  root.replaceChildren(
    el('span', { class: 'verdict-mark', 'aria-hidden': 'true' }, sign),
    el('div', { class: 'verdict-main' },
      el('h2', { class: 'verdict-line' },
        el('span', { class: 'verdict-word' }, word),
        el('span', { class: 'verdict-file' }, report.file)),
      el('p', { class: 'verdict-of' }, [subject(report), report.text?.documents && ui.withTexts(report.text.documents.map(({ name }) => name))].filter(Boolean).join(' · '))),
    el('div', { class: 'verdict-facts' },
      el('p', { class: 'counts' }, ...severityCounts(report, all, onSeverity), ...(accepting ? acceptedCounts(report, accepting) : [])),
      el('p', { class: 'ran' }, ...scopeLine(all, onScope), ...booksLine(books)),
      report.text ? el('p', { class: 'ran' }, ...textLine(report.text, onUnchecked, onTexts)) : null),
    ...lacking(report, all, gist),
  );
}

export function subject(report) {
  return [
    report.department || ui.noDepartment,
    report.year ? ui.year(report.year) : ui.noYear,
    report.unit || ui.noUnit,
  ].join(' · ');
}

function severityCounts(report, { by, accepted }, onSeverity) {
  const shown = severityOrder.filter((s) => by[s]);
  if (!shown.length) return [el('span', { class: 'count' }, accepted ? acceptance.noOthers : ui.noFindings)];
  return shown.map((s) => {
    const causes = s === 'error' ? explained(report) : '';
    return el('button', { type: 'button', class: `count ${s}`, onclick: () => onSeverity(s) },
      el('span', { class: `mark ${s}`, 'aria-hidden': 'true' }, severities[s].mark),
      ui.count(by[s], severities[s].word), causes ? el('small', {}, causes) : null);
  });
}

function scopeLine({ ran, places, unchecked }, onScope) {
  return [
    `${ui.rules(ran)}（${ui.places(places.toLocaleString('zh-CN'))}），`,
    el('span', { class: unchecked.length ? 'strong' : '' }, ui.unchecked(unchecked.length)),
    el('button', { type: 'button', class: 'link', onclick: onScope, 'aria-haspopup': 'dialog' }, ui.scope),
  ];
}

// What it was judged together with, or the way to that.
function booksLine(books) {
  if (!books) return [];
  const { units, before, onAsk, onList } = books;
  const said = [units && words.withUnits(units), before && words.withBefore(before)].filter(Boolean).join('，');
  return [
    said ? el('button', { type: 'button', class: 'link', id: 'books', onclick: onList, 'aria-haspopup': 'dialog' }, said) : null,
    el('button', { type: 'button', class: 'link', id: 'join', onclick: onAsk, 'aria-haspopup': 'dialog' }, said ? words.changeLink : words.link),
  ].filter(Boolean);
}

// How much of the written half was checked.
function textLine({ figures, checked, unchecked, documents = [] }, onUnchecked, onTexts) {
  return [
    el('span', { title: documents.map(({ name }) => name).join('、') }, figures ? ui.textChecked(figures, checked) : ui.textNothing),
    unchecked.length ? el('button', { type: 'button', class: 'link', onclick: onUnchecked }, ui.textUnchecked(unchecked.length)) : figures ? ui.textAll : '',
    onTexts ? el('button', { type: 'button', class: 'link', onclick: onTexts, 'aria-haspopup': 'dialog' }, ui.whose) : null,
  ].filter(Boolean);
}

// What is missing and what was not checked, whenever anything is.
function lacking(report, { by, missing, doubted, unchecked }) {
  const lines = [];
  if (report.verdict === 'fail' && !by.error) lines.push(acceptance.allErrors.slice(0, -1));
  if (isFormless(report)) lines.push(ui.textOnly);
  else {
    for (const [word, forms] of [[ui.missing, missing], [formStates.doubted.word, doubted]]) {
      if (forms.length) lines.push(`${word}：${forms.map((f) => `${formNames[f.form]?.[0] ?? f.form} ${f.title || formNames[f.form]?.[2] || ''}`).join('、')}`);
    }
  }
  if (unchecked.length && !isFormless(report)) {
    const some = unchecked.slice(0, 3).map((r) => (r.title || r.rule) + (r.reason ? `（${r.reason}）` : ''));
    lines.push(`${ui.notChecked}：${some.join('、')}${unchecked.length > 3 ? ui.andMore(unchecked.length) : ''}`);
  }
  return lines.length ? [el('p', { class: 'lacking' }, lines.join('；') + '。')] : [];
}

