// 审核汇总: what is printed of the list of all files. A line for each, what needs a look
// first, and lines to sign.

import { el, table } from '../ui/dom.js';
import { rulesVersion } from '../core/edition.js';
import { rank, ranked, stateMark, stateWord } from '../files/files.js';
import { minute } from '../ui/format.js';
import { counted, withBooks } from '../files/list.js';
import { list as words, paper, severities, severityOrder, ui } from '../ui/text.js';

export function drawPrintedList(root, entries, when = new Date()) {
  const rows = ranked(entries);
  root.replaceChildren(
    table({ class: 'facts' }, el('h1', {}, words.paperTitle), [], [
      [words.sum, counted(rows).map(([entry, n]) => words.count(stateWord(entry), n)).join('，')],
      [paper.rules, `${ONE_FILE ? ui.oneFile : ui.site} · ${rulesVersion}`], [paper.printed, minute(when)]]),
    el('table', {},
      el('caption', {}, el('h2', {}, words.done(rows.length))),
      el('thead', {}, el('tr', {}, ...words.paperColumns.map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, ...rows.map((entry) => el('tr', { 'data-rank': rank(entry) },
        el('td', { class: 'short' }, `${stateMark(entry)}\u00a0${stateWord(entry)}`),
        el('td', {}, entry.job.folder + entry.name, withBooks(entry) ? `（${withBooks(entry)}）` : ''),
        el('td', {}, entry.state === 'done' ? `${entry.brief.department || ui.noDepartment} · ${entry.brief.year ? ui.year(entry.brief.year) : ui.noYear}` : ''),
        el('td', {}, found(entry)))))),
    el('p', { class: 'sign' }, el('span', {}, paper.reviewer), el('span', {}, paper.signed)),
    el('p', { class: 'foot' }, ui.printedFrom),
  );
}

function found({ state, brief }) {
  if (state !== 'done') return brief?.error?.message ?? '';
  return [...severityOrder.filter((s) => brief.by[s]).map((s) => `${severities[s].word} ${brief.by[s]}`), brief.accepted ? words.accepted(brief.accepted) : ''].filter(Boolean).join('，');
}
