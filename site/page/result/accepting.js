// What the page shows of acceptances: beside the verdict, under a finding, the dialog
// that asks for a reason and the one that lists them all.

import { canAccept, isReason, isUnsaved, lapsed, REASON } from '../report/accept.js';
import { openDialog } from '../ui/dialog.js';
import { el, mark, table } from '../ui/dom.js';
import { day } from '../ui/format.js';
import { acceptance as words, severities, ui } from '../ui/text.js';

// For the verdict: how many are struck from its counts and how many have lapsed.
export function acceptedCounts(report, { onList, onSave }) {
  const count = report.findings.filter((f) => f.accepted).length;
  const gone = lapsed(report).length;
  return [
    count || gone ? el('button', { type: 'button', class: 'count accepted-count', 'aria-haspopup': 'dialog', onclick: onList },
      [count ? words.others(count) : '', gone ? words.lapsed(gone) : ''].filter(Boolean).join('，')) : null,
    count && isUnsaved(report) ? el('button', { type: 'button', class: 'link save-accepted', onclick: onSave }, words.save) : null,
  ].filter(Boolean);
}

// Under a finding: its reason, or the button to give one; null where there is neither.
export function drawAccepted(finding, { onAccept, onWithdraw }) {
  if (finding.accepted) {
    const { reason, when } = finding.accepted;
    return el('p', { class: 'accepted' },
      el('strong', {}, words.accepted), el('span', { class: 'reason' }, reason), el('span', { class: 'dim' }, day(when)),
      onWithdraw ? el('button', { type: 'button', class: 'link accept', onclick: onWithdraw }, words.withdraw) : null);
  }
  if (!onAccept || !canAccept(finding)) return null;
  return el('p', { class: 'accepted' },
    el('button', { type: 'button', class: 'quiet accept', title: words.acceptTitle, 'aria-haspopup': 'dialog', onclick: onAccept }, words.accept));
}

export function askReason(finding, onReason) {
  const input = el('input', { id: 'reason', type: 'text', maxlength: REASON, autocomplete: 'off', required: true, 'aria-describedby': 'reason-said' });
  const said = el('p', { id: 'reason-said', class: 'dim' }, words.reasonNote);
  const take = () => {
    if (isReason(input.value)) {
      dialog.close();
      onReason(input.value);
    } else {
      said.replaceChildren(words.noReason);
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    }
  };
  const dialog = openDialog({ kind: 'ask-reason', title: words.ask, close: ui.cancel }, [
    el('p', {}, finding.message || finding.title),
    el('p', { class: 'ask' }, el('label', { for: 'reason' }, words.reason), input), said,
  ], [el('button', { type: 'button', class: 'primary', onclick: take }, words.take)]);
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    take();
  });
  input.focus();
}

export function listAccepted(report, { onFinding, onSave }) {
  const gone = lapsed(report);
  const rows = report.findings.map((finding, i) => ({ finding, i })).filter(({ finding }) => finding.accepted);
  const go = (act) => () => {
    dialog.close();
    act();
  };
  const dialog = openDialog({ kind: 'listing', title: words.title }, [
    rows.length ? listing(words.listed(rows.length), rows.map(({ finding, i }) => [
      el('div', { class: 'with-mark' }, mark(severities[finding.severity].mark, severities[finding.severity].word, finding.severity),
        el('button', { type: 'button', class: 'link', onclick: go(() => onFinding(i)) }, finding.message || finding.title)),
      finding.accepted.reason, day(finding.accepted.when)])) : '',
    gone.length ? listing(`${words.lapsed(gone.length)}${words.lapsedWhy}`, gone.map((entry) => [entry.message || entry.rule, entry.reason, day(entry.when)])) : '',
  ], rows.length ? [el('button', { type: 'button', class: 'primary', onclick: go(onSave) }, words.save)] : []);
}

const listing = (title, rows) => table({ class: 'plain' }, title, words.columns, rows);
