// Two versions of a report against each other. Findings and cells are matched by what
// they are, form, row and column, and never by address: rows come and go.

// Whether two reports are of the same department's accounts of the same year, as far
// as a year can be read of both.
export const sameSubject = (a, b) => a.department !== '' && a.department === b.department && (a.year === b.year || !a.year || !b.year);

const isBad = (finding) => finding.severity === 'error' || finding.severity === 'warning';

// was and now are {report, figures}, figures a list or null.
//
// fixed, fresh and same list {was, now}, indexes of findings, one of them absent where
// there is none: what is down to a tail counts as fixed, what was one as fresh; of the
// same moved have another difference. cells
// lists {was, now} of the figures that differ, each a figure or undefined; it is null
// where figures cannot be compared, and cause says why.
export function compare(was, now) {
  const result = { fixed: [], fresh: [], same: [], moved: 0, ...compareCells(was, now) };
  for (const pair of matched(was.report.findings, now.report.findings)) {
    const before = was.report.findings[pair.was];
    const after = now.report.findings[pair.now];
    if (!after || (before && isBad(before) && !isBad(after))) result.fixed.push(pair);
    else if (!before || (isBad(after) && !isBad(before))) result.fresh.push(pair);
    else {
      result.same.push(pair);
      if (before.difference !== after.difference) result.moved += 1;
    }
  }
  return result;
}

// Of findings with one key those with the same figures belong together; the others
// follow in their order.
function matched(before, after) {
  const pairs = [];
  const left = new Map(); // key → indexes of before that wait for their like
  before.forEach((finding, i) => {
    const key = keyOf(finding);
    if (left.has(key)) left.get(key).push(i);
    else left.set(key, [i]);
  });
  const take = (waiting, at) => waiting.splice(at, 1)[0];
  const open = [];
  after.forEach((finding, now) => {
    const waiting = left.get(keyOf(finding)) ?? [];
    const at = waiting.findIndex((i) => before[i].fingerprint === finding.fingerprint);
    if (at >= 0) pairs.push({ was: take(waiting, at), now });
    else open.push(now);
  });
  for (const now of open) {
    const waiting = left.get(keyOf(after[now])) ?? [];
    pairs.push(waiting.length ? { was: take(waiting, 0), now } : { now });
  }
  pairs.sort((a, b) => a.now - b.now);
  return [...pairs, ...[...left.values()].flat().sort((a, b) => a - b).map((was) => ({ was }))];
}

// The rule and its first cell; what is no figure is known by what is said of it.
function keyOf({ rule, message, cells: [first] }) {
  return JSON.stringify(first?.row && first.column ? [rule, first.form, first.row, first.column] : [rule, first?.form, message]);
}

function compareCells(was, now) {
  if (!was.figures || !now.figures) return { cells: null, cause: 'figures' };
  if (was.report.unit !== now.report.unit) return { cells: null, cause: 'unit' };
  const before = byKey(was.figures);
  const after = byKey(now.figures);
  const cells = [];
  for (const [key, figure] of after) {
    const old = before.get(key);
    if ((old?.value ?? '') !== figure.value) cells.push({ was: old, now: figure });
  }
  for (const [key, old] of before) {
    if (!after.has(key) && old.value !== '') cells.push({ was: old });
  }
  return { cells };
}

// A row that stands twice has its figures twice: the first belongs to the first.
function byKey(figures) {
  const map = new Map();
  const seen = new Map();
  for (const figure of figures) {
    const key = JSON.stringify([figure.form, figure.row, figure.column]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    map.set(nth === 1 ? key : `${key} ${nth}`, figure);
  }
  return map;
}
