// Of a report what a list of many shows, and what acceptances are found by: all that the
// page hears of one that it does not open. The rest comes packed, so that the page, which
// should never stand still, does not read it.

export const slimOf = ({ findings, forms, text, rules, suspects, ...rest }) => ({
  ...rest,
  text: text && { documents: text.documents },
  forms: forms.map(({ status, doubt }) => ({ status, doubt })),
  findings: findings.map(({ rule, severity, fingerprint, alike }) => ({ rule, severity, fingerprint, alike })),
});
