// The printed page: verdict, suspects, findings, tails in one table, what was
// not checked. It is made when printing begins and gone afterwards.

import { el } from './dom.js';
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
    ...section(ui.suspectsTitle, report.suspects.map((s) => [
      `${s.sheet} ${s.cell}`, `${amount(s.value) || ui.blank} → ${amount(s.suggest)}`, s.why])),
    ...section(ui.findingsTitle, others.map((f) => [
      `${severities[f.severity].mark}\u00a0${severities[f.severity].word}`,
      [f.message || f.title, f.hint].filter(Boolean).join(' '), addresses(f.cells)])),
    ...section(severities.tail.word, tails.map((f) => [
      f.title, formsOf(f), `${amount(f.left)} / ${amount(f.right)}`, `${ui.difference} ${signed(f.difference)}`, `${ui.bound} ${bound(f.bound)}`])),
    ...section(ui.notChecked, [...missing.map((f) => [ui.missing, f.title]), ...unchecked.map((r) => [r.title || r.rule, r.reason ?? ''])]),
    el('p', { class: 'foot' }, `${ui.printedFrom} SHA-256 ${report.sha256}`),
  );
}

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
