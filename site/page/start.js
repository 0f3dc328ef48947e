// The screen before there is a verdict: the invitation, what is being read, and why a
// file was not checked.

import { byId, el } from './ui/dom.js';
import { drawChooser } from './files/pair.js';
import { drawPassword } from './files/password.js';
import { together, troubles, ui } from './ui/text.js';

export function drawWorking(entry) {
  byId('problem').hidden = true;
  byId('invite').hidden = true;
  byId('working').hidden = false;
  byId('working-file').textContent = ui.working(entry.name);
  byId('cancel').focus();
}

// entry.at is [stage, done, total], as far as known. say(text) hears what is new.
export function drawProgress(entry, say) {
  if (byId('working').hidden) return;
  const [, done, total] = entry.at ?? [];
  const known = total > 0;
  const text = entry.state === 'waiting' ? ui.waitingTurn
    : !document.documentElement.dataset.engine ? ui.waitingEngine
      : known && entry.at[0] === 'books' ? together.reading(Math.min(done + 1, total), total)
      : known ? ui.sheetOf(Math.min(done + 1, total), total) : ui.needs[entry.need] ?? ui.checking;
  byId('bar').classList.toggle('unknown', !known);
  byId('bar-fill').style.width = known ? `${(100 * done) / total}%` : '';
  if (byId('working-stage').textContent === text) return;
  byId('working-stage').textContent = text;
  say(text);
}

// The invitation, and above it what is the matter with a file, if there is one; of a text
// without forms, which of the books it may go with. It gives what is to be said aloud.
export function drawStart(entry, { books, onOpen, onCancel, onRetry, onJoin }) {
  byId('invite').hidden = false;
  byId('working').hidden = true;
  const problem = byId('problem');
  problem.hidden = !entry;
  document.body.classList.toggle('has-problem', Boolean(entry));
  if (!entry) {
    byId('choose').focus();
    return '';
  }
  problem.className = `problem ${entry.state}`;
  if (entry.state === 'locked') {
    drawPassword(problem, entry, { onOpen, onCancel });
    return `${ui.locked(entry.name)}。${entry.wrong ? ui.wrongPassword : ui.givePassword}`;
  }
  const { title, body, hint } = describe(entry);
  problem.replaceChildren(
    el('h2', {}, title), el('p', {}, body), hint ? el('p', { class: 'problem-hint' }, hint) : '',
    drawChooser(entry, books, onJoin),
    ['trouble', 'stopped'].includes(entry.state) ? el('p', {}, el('button', { type: 'button', onclick: onRetry }, ui.retry)) : '');
  problem.focus();
  return `${title}。${body}${hint ?? ''}`;
}

function describe(entry) {
  if (entry.state === 'refused') {
    const { message, hint } = entry.brief.error;
    return { title: ui.refused(entry.name), body: message, hint };
  }
  const { title, body } = troubles[entry.trouble];
  return { title: title(entry.name), body };
}
