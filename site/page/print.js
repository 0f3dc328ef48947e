// The printed page: verdict, suspects, findings, tails in one table, what was
// not checked. It is made when printing begins and gone afterwards.

import { changesOf, formNumber, isBlock, isMissing, whereOf } from './causes.js';
import { el } from './dom.js';
import { rulesVersion } from './edition.js';
import { amount, bound, signed } from './format.js';
import { formsOf } from './findings.js';
import { severities, ui, verdicts } from './text.js';
import { subject, tally } from './verdict.js';

export function drawPrint(root, report) {
  const { by, ran, places, unchecked, missing } = tally(report);
  const { mark, word, gist } = verdicts[report.verdict];
  const tails = report.findings.filter((f) => f.severity === 'tail');
  const others = report.findings.filter((f) => f.severity !== 'tail');
  root.replaceChildren(
    el('h1', {}, `${mark} ${word}`, el('span', {}, report.file)),
    el('p', {}, subject(report)),
    el('p', {}, gist, ' ', Object.keys(by).filter((s) => by[s]).map((s) => ui.count(by[s], severities[s].word)).join(' · ')),
    el('p', {}, `${ui.rules(ran)}（${ui.places(places)}），${ui.unchecked(unchecked.length)}`),
    ...section(ui.suspectsTitle, suspects(report, true)),
    ...section(ui.unsure, suspects(report, false)),
    ...section(ui.findingsTitle, others.map((f) => [
      `${severities[f.severity].mark}\u00a0${severities[f.severity].word}`,
      [f.message || f.title, f.hint].filter(Boolean).join(' '), addresses(f.cells)])),
    ...section(severities.tail.word, tails.map((f) => [
      f.title, formsOf(f), `${amount(f.left)} / ${amount(f.right)}`, `${ui.difference} ${signed(f.difference)}`, `${ui.bound} ${bound(f.bound)}`])),
    ...section(ui.notChecked, [...missing.map((f) => [ui.missing, f.title]), ...unchecked.map((r) => [r.title || r.rule, r.reason ?? ''])]),
    el('p', { class: 'foot' }, `${ui.printedFrom} ${rulesVersion} · SHA-256 ${report.sha256}`),
  );
}

// Each with where it is, what it reads and should, why, and what else it may be.
function suspects(report, likely) {
  return report.suspects.filter((s) => s.likely === likely).map((s) => [
    `${s.sheet} ${whereOf(s)}`, `${formNumber(s)} ${s.label}`,
    isBlock(s) ? ui.cellsOf(s.changes.length) : changesOf(s).map(reading).join('；') || amount(s.suggest),
    [s.why, ...s.alternatives.map((a) => `${ui.alternatives} ${isMissing(s) ? a.label : `${a.cell} ${reading(a)}`}`)].join('；'),
    ui.explainsShort(s.explains.length)]);
}

const reading = (c) => `${amount(c.value) || ui.blank} → ${amount(c.suggest) || ui.blank}`;

// 03支出决算表 D7、D8；05… C7
function addresses(cells) {
  const bySheet = new Map();
  for (const { sheet, cell } of cells) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), cell]);
  return [...bySheet].map(([sheet, list]) => `${sheet} ${list.join('、')}`).join('；');
}

function section(title, rows) {
  if (!rows.length) return [];
  return [
    el('h2', {}, `${title}（${rows.length}）`),
    el('table', {}, el('tbody', {}, ...rows.map((row) => el('tr', {}, ...row.map((text) => el('td', {}, text)))))),
  ];
}
