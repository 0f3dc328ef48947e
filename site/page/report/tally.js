// What a report comes to, in counts.

import { verdicts } from '../ui/text.js';

// What a verdict is called.
export const verdictOf = ({ verdict }) => verdicts[verdict];

// Whether nothing but a text was judged.
export const isFormless = ({ text, forms }) => Boolean(text) && forms.every(({ status, doubt }) => status === 'missing' && !doubt);

// How many findings of each severity there are, and how many are accepted, which are
// struck from these.
export function counts(report) {
  const by = { error: 0, warning: 0, tail: 0, notice: 0 };
  for (const finding of report.findings) if (!finding.accepted) by[finding.severity] += 1;
  return { by, accepted: report.findings.filter((finding) => finding.accepted).length };
}

// What was checked and what was not, and what of the forms is missing.
export function tally(report) {
  const lacks = report.forms.filter(({ status }) => status === 'missing');
  const ran = report.rules.filter((rule) => rule.outcome !== 'skipped');
  return {
    ...counts(report),
    ran: ran.length,
    places: ran.reduce((sum, rule) => sum + rule.checked, 0),
    unchecked: report.rules.filter((rule) => rule.unchecked),
    missing: lacks.filter(({ reason, doubt }) => !reason && !doubt),
    absent: lacks.filter(({ reason }) => reason), // and need not be there
    doubted: lacks.filter(({ doubt }) => doubt), // there, and not made out
  };
}
