// The files of this sitting, to go from one to another: a few side by side; of many
// the one on screen, its neighbours, and a list of all.

import { openDialog } from './dialog.js';
import { el, table } from './dom.js';
import { severities, severityOrder, ui, files as words } from './text.js';
import { subject, tally, verdictOf } from './verdict.js';

const FEW = 4;
const ranks = ['fail', 'trouble', 'refused', 'locked', 'incomplete', 'tails', 'pass', 'working', 'waiting']; // as the list has them

let open = null; // {dialog, draw} while the list is shown

export function drawFiles(root, entries, current, onPick) {
  root.hidden = entries.length < 2;
  if (open) open.draw(entries);
  const many = entries.length > FEW;
  const held = root.contains(document.activeElement) ? document.activeElement.dataset.step : undefined;
  root.classList.toggle('many', many);
  root.replaceChildren(...(root.hidden ? [] : many ? line(entries, current, onPick) : entries.map((entry) => tab(entry, current, onPick))));
  if (held) (root.querySelector(`[data-step="${held}"]:not(:disabled)`) ?? root.querySelector('.file')).focus();
}

const tab = (entry, current, onPick) => el('button', {
  type: 'button', class: `file ${look(entry)}`, 'aria-current': entry === current ? 'true' : null,
  title: `${entry.name}：${stateWord(entry)}`, onclick: () => onPick(entry),
},
el('span', { class: 'file-mark', 'aria-hidden': 'true' }, stateMark(entry)),
el('span', { class: 'file-name' }, entry.name),
el('span', { class: 'out-of-sight' }, stateWord(entry)));

function line(entries, current, onPick) {
  const at = entries.indexOf(current);
  const step = (by, sign, label) => el('button', {
    type: 'button', class: 'quiet', 'data-step': by, 'aria-label': label, title: label, disabled: !entries[at + by], onclick: () => onPick(entries[at + by]),
  }, sign);
  const left = entries.filter((entry) => entry.state === 'waiting' || entry.state === 'working').length;
  return [
    step(-1, '‹', `${words.previous}（[）`), ...(current ? [tab(current, current, onPick)] : []), step(1, '›', `${words.next}（]）`),
    el('button', { type: 'button', class: 'quiet', id: 'all-files', 'aria-haspopup': 'dialog', onclick: () => list(entries, onPick) },
      left ? words.left(entries.length, left) : words.all(entries.length)),
  ];
}

// All of them, what needs a look first.
function list(entries, onPick) {
  const body = el('div');
  const draw = (now) => {
    const rows = [...now].sort((a, b) => ranks.indexOf(rank(a)) - ranks.indexOf(rank(b)));
    const held = body.contains(document.activeElement) ? now.find((entry) => entry.name === document.activeElement.textContent) : null;
    body.replaceChildren(table({ class: 'plain file-list' }, words.sum(counted(rows)), words.columns, rows.map((entry) => row(entry, pick))));
    if (held) body.querySelectorAll('tbody th button')[rows.indexOf(held)]?.focus();
  };
  const pick = (entry) => {
    dialog.close();
    onPick(entry);
  };
  draw(entries);
  const dialog = openDialog({ kind: 'listing', title: words.title }, [body]);
  open = { draw };
  dialog.addEventListener('close', () => {
    open = null;
  });
}

function row(entry, pick) {
  const report = entry.state === 'done' ? entry.report : null;
  const by = report ? tally(report).by : {};
  return [
    el('button', { type: 'button', class: 'link', onclick: () => pick(entry) }, entry.name),
    report ? subject(report) : '',
    el('span', { class: `file ${look(entry)}` }, el('span', { class: 'file-mark', 'aria-hidden': 'true' }, stateMark(entry)), stateWord(entry)),
    entry.state === 'refused' ? entry.report.error.message : severityOrder.filter((s) => by[s]).map((s) => `${severities[s].word} ${by[s]}`).join('，'),
  ];
}

// [word, count] of each state there is, in the order of the list.
function counted(entries) {
  const counts = new Map();
  for (const entry of entries) counts.set(stateWord(entry), (counts.get(stateWord(entry)) ?? 0) + 1);
  return [...counts];
}

const rank = (entry) => (entry.state === 'done' ? entry.report.verdict : entry.state);
const look = (entry) => (entry.state === 'done' ? `is-${rank(entry)}` : entry.state);

function stateWord(entry) {
  return entry.state === 'done' ? verdictOf(entry.report).word : ui.fileStates[entry.state];
}

function stateMark(entry) {
  if (entry.state === 'done') return verdictOf(entry.report).mark;
  return { waiting: '…', working: '…' }[entry.state] ?? severities.warning.mark;
}
