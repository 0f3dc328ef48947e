// The files of this sitting, to go from one to another.

import { el } from './dom.js';
import { severities, ui, verdicts } from './text.js';

export function drawFiles(root, entries, current, onPick) {
  root.hidden = entries.length < 2;
  if (root.hidden) {
    root.replaceChildren();
    return;
  }
  root.replaceChildren(...entries.map((entry) => el('button', {
    type: 'button', class: `file ${entry.report && !entry.report.error ? `is-${entry.report.verdict}` : entry.state}`,
    'aria-current': entry === current ? 'true' : null, title: `${entry.name}：${stateWord(entry)}`, onclick: () => onPick(entry),
  },
  el('span', { class: 'file-mark', 'aria-hidden': 'true' }, stateMark(entry)),
  el('span', { class: 'file-name' }, entry.name),
  el('span', { class: 'out-of-sight' }, stateWord(entry)))));
}

function stateWord(entry) {
  return entry.state === 'done' ? verdicts[entry.report.verdict].word : ui.fileStates[entry.state];
}

function stateMark(entry) {
  if (entry.state === 'done') return verdicts[entry.report.verdict].mark;
  return { waiting: '…', working: '…' }[entry.state] ?? severities.warning.mark;
}
