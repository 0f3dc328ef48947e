// The files of this sitting, in the line at the top, to go from one to another: a few
// side by side; of many the one on screen, its neighbours, and the way to the list of all.

import { el } from '../ui/dom.js';
import { verdictOf } from '../report/tally.js';
import { severities, severityOrder, ui, files as words } from '../ui/text.js';

const FEW = 4;

// What needs a look first.
const ranks = ['fail', 'trouble', 'refused', 'locked', 'incomplete', 'stopped', 'tails', 'pass', 'working', 'waiting'];
const place = new Map(ranks.map((name, i) => [name, i]));

// Whether there are so many that they have a list.
export const areMany = (list) => list.length > FEW;

export function drawFiles(root, entries, current, { onPick, onList }) {
  root.hidden = entries.length < 2;
  const many = areMany(entries);
  const held = root.contains(document.activeElement) ? document.activeElement.dataset.step : undefined;
  root.classList.toggle('many', many);
  root.replaceChildren(...(root.hidden ? [] : many ? line(entries, current, onPick, onList) : entries.map((entry) => tab(entry, current, onPick))));
  if (held) (root.querySelector(`[data-step="${held}"]:not(:disabled)`) ?? root.querySelector('.file')).focus();
}

const tab = (entry, current, onPick) => el('button', {
  type: 'button', class: `file ${look(entry)}`, 'aria-current': entry === current ? 'true' : null,
  title: `${entry.name}：${stateWord(entry)}`, onclick: () => onPick(entry),
},
el('span', { class: 'file-mark', 'aria-hidden': 'true' }, stateMark(entry)),
el('span', { class: 'file-name' }, entry.name),
el('span', { class: 'out-of-sight' }, stateWord(entry)));

function line(entries, current, onPick, onList) {
  const at = entries.indexOf(current);
  const step = (by, sign, label) => el('button', {
    type: 'button', class: 'quiet', 'data-step': by, 'aria-label': label, title: label, disabled: !entries[at + by], onclick: () => onPick(entries[at + by]),
  }, sign);
  const left = entries.filter(isOpen).length;
  return [
    step(-1, '‹', `${words.previous}（[）`), ...(current ? [tab(current, current, onPick)] : []), step(1, '›', `${words.next}（]）`),
    el('button', { type: 'button', class: 'quiet', id: 'all-files', title: words.toList, 'data-step': 'all', onclick: onList },
      left ? words.left(entries.length, left) : words.all(entries.length)),
  ];
}

// Whether it is still to come.
export const isOpen = ({ state }) => state === 'waiting' || state === 'working';

export const rank = (entry) => (entry.state === 'done' ? entry.brief.verdict : entry.state);

// In the order of the list: of one verdict those with more errors, then warnings, first.
export const ranked = (entries) => entries
  .map((entry) => ({ entry, order: [place.get(rank(entry)), ...severityOrder.map((s) => -(entry.brief?.by[s] ?? 0))] }))
  .sort((a, b) => firstOf(a.order, b.order))
  .map(({ entry }) => entry);

// The first difference of two lists of numbers.
function firstOf(a, b) {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return a[i] - b[i];
  return 0;
}

export const look = (entry) => (entry.state === 'done' ? `is-${rank(entry)}` : entry.state);

export function stateWord(entry) {
  return entry.state === 'done' ? verdictOf(entry.brief).word : ui.fileStates[entry.state];
}

export function stateMark(entry) {
  if (entry.state === 'done') return verdictOf(entry.brief).mark;
  return { waiting: '…', working: '…', stopped: '–' }[entry.state] ?? severities.warning.mark;
}
