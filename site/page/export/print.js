// 审核报告: what is printed or saved as PDF. What file it is of, the verdict, suspects,
// findings, tails summed up, what was accepted and why, what was not checked and why,
// and lines to sign. It is made when printing begins and gone afterwards.

import { lapsed, mark as markAccepted } from '../report/accept.js';
import { formNumber, isMissing, placesOf, readingOf, shown, unsure, whereOf } from '../report/causes.js';
import { el, table } from '../ui/dom.js';
import { rulesVersion } from '../core/edition.js';
import { day, isLarger, minute, signed } from '../ui/format.js';
import { formsOf } from '../result/findings.js';
import { tally, verdictOf } from '../report/tally.js';
import { acceptance, formStates, paper, severities, severityOrder, together, ui } from '../ui/text.js';
import { inFile, placeOf } from '../sheet/written.js';

const FEW = 12; // places of a tail that are named
const SHORT = 30; // characters that go in one line

export function drawPrint(root, { report, before }, when = new Date()) {
  markAccepted(report);
  const { unchecked, missing, absent, doubted } = tally(report);
  const open = report.findings.filter((f) => !f.accepted);
  const accepted = report.findings.filter((f) => f.accepted);
  const others = open.filter((f) => f.severity !== 'tail');
  const tails = open.filter((f) => f.severity === 'tail');
  const { finding, where, reason, date } = paper;
  root.replaceChildren(
    facts(report, before, when),
    ...verdictSaid(report),
    ...section(ui.suspectsTitle, suspects(report, true), { short: [2, 4] }),
    ...section(ui.unsure, suspects(report, false), { short: [2, 4] }),
    ...unsure(report).map((text) => el('p', {}, text)),
    ...section(ui.findingsTitle, others.map((f) => [word(f), [f.message || f.title, f.hint].filter(Boolean).join(' '), addresses(f.cells)]),
      { head: [paper.severity, finding, where], short: [0] }),
    ...section(paper.tailsSum, tailsByRule(tails, report.unit), { head: [paper.identity, paper.form, paper.count, paper.largest, where], short: [1, 2, 3], count: tails.length, note: paper.tailsNote }),
    ...section(paper.accepted, accepted.map((f) => [word(f), `${f.message || f.title} ${addresses(f.cells)}`, f.accepted.reason, day(f.accepted.when)]),
      { head: [paper.severity, finding, reason, date], short: [0, 3] }),
    ...section(paper.lapsed, lapsed(report).map((entry) => [entry.message || entry.rule, entry.reason, day(entry.when)]), { head: [finding, reason, date], short: [2] }),
    ...section(ui.notChecked, [...missing.map((f) => [ui.missing, f.title]), ...doubted.map((f) => [formStates.doubted.word, `${f.title}（${f.doubt}）`]), ...absent.map((f) => [formStates.absent.word, `${f.title}（${f.reason}）`]), ...unchecked.map((r) => [r.title || r.rule, r.reason ?? ''])]),
    ...section(ui.textPrinted, (report.text?.unchecked ?? []).map((p) => [placeOf(p), p.reason ?? '']), { head: [where, reason] }),
    el('p', { class: 'sign' }, el('span', {}, paper.reviewer), el('span', {}, paper.signed)),
    el('p', { class: 'foot' }, ui.printedFrom),
  );
}

function facts(report, before, when) {
  const rows = [
    [paper.file, report.file], ['SHA-256', report.sha256],
    ...(report.text?.documents?.length ? [[paper.texts, report.text.documents.map(({ name }) => name).join('、')]] : []),
    ...(report.units?.length ? [[together.units, report.units.map(({ file, left }) => file + (left ? `（${together.left(left)}）` : '')).join('、')]] : []),
    ...(before ? [[together.before, before.name]] : []),
    [paper.department, report.department || ui.noDepartment], [paper.year, report.year ? ui.year(report.year) : ui.noYear],
    [paper.unit, report.unit || ui.noUnit], [paper.rules, `${ONE_FILE ? ui.oneFile : ui.site} · ${rulesVersion}`], [paper.printed, minute(when)],
  ];
  return table({ class: 'facts' }, el('h1', {}, paper.title), [], rows);
}

function verdictSaid(report) {
  const { mark, word: said, gist } = verdictOf(report);
  const { by, ran, places, unchecked, accepted } = tally(report);
  const counts = severityOrder.filter((s) => by[s]).map((s) => ui.count(by[s], severities[s].word));
  if (accepted) counts.push(acceptance.others(accepted));
  return [
    el('h2', { class: 'verdict-said' }, `${paper.verdict}：${mark} ${said}`),
    el('p', {}, report.verdict === 'fail' && !by.error ? acceptance.allErrors : gist, ' ', counts.join('，')),
    el('p', {}, `${ui.rules(ran)}（${ui.places(places)}），${ui.unchecked(unchecked.length)}`),
    ...(report.text?.figures ? [el('p', {}, ui.textChecked(report.text.figures, report.text.checked) + (report.text.unchecked.length ? ui.textUnchecked(report.text.unchecked.length) : ui.textAll))] : []),
  ];
}

const word = ({ severity }) => `${severities[severity].mark}\u00a0${severities[severity].word}`;

// Each with where it is, what it reads and should, why, and what else it may be.
function suspects(report, likely) {
  return report.suspects.filter((s) => s.likely === likely).map((s) => [
    `${inFile(s)}${s.sheet} ${whereOf(s)}`, `${formNumber(s)} ${s.label}`,
    readingIn(s), [s.why, ...s.alternatives.map((a) => `${ui.alternatives} ${isMissing(s) ? a.label : `${a.cell} ${reading(a, s.shape)}`}`)].join('；'),
    ui.explainsShort(s.explains.length)]);
}

// Every cell of it, where a few words do not say more.
const readingIn = (s) => (['block', 'row-missing', 'row-repeated'].includes(s.shape) ? readingOf(s).map((part) => part.textContent).join('')
  : placesOf(s).map((c) => reading(c, s.shape)).join('；'));

const reading = (c, shape) => `${shown(shape, c.value)} → ${shown(shape, c.suggest)}`;

// A line for each identity and form: how many, where, and the largest.
function tailsByRule(tails, unit) {
  const groups = new Map();
  for (const tail of tails) {
    const key = JSON.stringify([tail.title, formsOf(tail)]);
    const group = groups.get(key) ?? { tail, cells: [], count: 0, largest: tail.difference };
    groups.set(key, group);
    group.count += 1;
    group.cells.push(...tail.cells.slice(0, 1));
    if (isLarger(tail.difference, group.largest)) group.largest = tail.difference;
  }
  return [...groups.values()].map(({ tail, cells, count, largest }) => [
    tail.title, formsOf(tail), ui.times(count), `${signed(largest)} ${unit}`, addresses(cells.slice(0, FEW)) + (cells.length > FEW ? ui.andMore(cells.length) : '')]);
}

// 03支出决算表 D7、D8；05… C7；说明.docx 六、第41段“…”
function addresses(cells) {
  const bySheet = new Map();
  for (const { file, sheet, cell } of cells.filter(({ words }) => !words)) {
    const at = inFile({ file }) + sheet;
    bySheet.set(at, [...(bySheet.get(at) ?? []), cell]);
  }
  return [...cells.filter(({ words }) => words).map(placeOf), ...[...bySheet].map(([sheet, list]) => `${sheet} ${list.join('、')}`)].join('；');
}

// short columns are not broken into lines.
function section(title, rows, { head = [], short = [], count = rows.length, note = '' } = {}) {
  if (!rows.length) return [];
  return [
    el('table', {},
      el('caption', {}, el('h2', {}, `${title}（${count}）`), note ? el('p', {}, note) : null),
      head.length ? el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))) : null,
      el('tbody', {}, ...rows.map((row) => el('tr', {}, ...row.map((text, i) => el('td', { class: short.includes(i) && text.length <= SHORT ? 'short' : null }, text)))))),
  ];
}
