// Which books seem to go together: a department with its units, a year with the one
// before. Names and sums propose; a person decides, and what the sums say in the end
// validate/rollup tells.

import { isLost } from './pair.js';

const wholeMarks = /汇总|合并/;
const officeMarks = /(（本级）|\(本级\)|本级|机关)$/;
const powers = { 元: 0, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };
const FINE = 6; // decimals of 元 that are counted with
const MOST_NAMES = 400; // books of one folder whose names are held against each other

// What may be judged with others: a book of one file that was read.
export const isBook = (e) => e.state === 'done' && !e.job.isSet && !isLost(e) && !e.brief.isFormless;

// And what would have been one, had it been read: it is told as missing.
export const isUnread = ({ state, job, brief }) => state === 'refused' && !job.isSet && !job.isText && !['no-forms', 'other-set'].includes(brief.error.code);

const titleOf = ({ name, brief }) => plain(brief.department) || name.replace(/\.[^.]*$/, '').replace(/^[\d\s\-_.、]+/, '');
const plain = (text) => (text ?? '').replace(/\s/g, '');
const bare = (title) => title.replace(/(?!^)[（(].*$/, '').replace(officeMarks, '');
const isBelow = (unit, whole) => bare(whole).length > 2 && unit !== whole && unit.startsWith(bare(whole));
const isOffice = (e) => officeMarks.test(titleOf(e));
const saysWhole = (e) => wholeMarks.test(e.name + (e.brief.department ?? ''));

// An amount of an entry in the smallest part of 元, or null.
function exact(text, { brief: { unit } }) {
  const [, sign, whole, rest = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? '') ?? [];
  if (!whole || !(unit in powers)) return null;
  const all = BigInt(whole + rest.padEnd(powers[unit] + FINE, '0').slice(0, powers[unit] + FINE));
  return sign ? -all : all;
}

const spentOf = (e) => exact(e.sizes?.spent, e) ?? 0n;
const halfOf = ({ brief: { unit } }) => 10n ** BigInt((powers[unit] ?? 0) + FINE - 2); // of the second decimal, twice
const sumOf = (list, of) => list.reduce((sum, one) => sum + of(one), 0n);
const far = (n) => (n < 0n ? -n : n);

// Whether the units' own running, which no payment between them touches, adds up to the
// department's.
function addsUp(whole, units) {
  const own = [whole, ...units].map((e) => exact(e.sizes?.own, e));
  if (own.includes(null) || !own[0]) return false;
  return far(own[0] - own.slice(1).reduce((sum, one) => sum + one, 0n)) <= sumOf([whole, ...units], halfOf);
}

// {whole, units, isSum}: the departments among entries that are not judged with others yet.
export function departments(entries) {
  const books = entries.filter(isBook);
  const taken = new Set(entries.flatMap((e) => e.units.map(({ job }) => job.key)));
  const found = families(books.filter((e) => !taken.has(e.job.key) && !e.units.length)).flatMap(ofFamily);
  for (const lost of entries.filter((e) => isUnread(e) && !taken.has(e.job.key))) {
    const near = found.filter(({ whole }) => whole.job.folder === lost.job.folder);
    if (near.length === 1) near[0].units = entries.filter((e) => e === lost || near[0].units.includes(e));
  }
  return found;
}

// Books of one year that lie together. A folder with one book goes with the one above it.
function families(books) {
  const by = new Map(); // year and folder → books
  const put = (year, folder, some) => {
    const key = `${year} ${folder}`;
    if (!by.has(key)) by.set(key, { year, folder, books: [] });
    by.get(key).books.push(...some);
  };
  for (const e of books) put(e.brief.year ?? 0, e.job.folder, [e]);
  const depth = ({ folder }) => folder.split('/').length;
  for (let deep = Math.max(0, ...[...by.values()].map(depth)); deep > 1; deep -= 1) {
    for (const [key, one] of [...by].filter(([, f]) => depth(f) === deep && f.books.length === 1)) {
      by.delete(key);
      put(one.year, one.folder.replace(/[^/]*\/$/, ''), one.books);
    }
  }
  return [...by.values()].map((family) => family.books).filter(({ length }) => length > 1);
}

// Whether units spent about as much as the department, but for one that is told in
// another unit of money.
function isNear(whole, units) {
  const all = units.map(spentOf).filter((spent) => spent <= spentOf(whole));
  const about = all.reduce((sum, one) => sum + one, 0n);
  return units.length - all.length <= 1 && 3n * about >= spentOf(whole) && about <= 3n * spentOf(whole);
}

function ofFamily(books) {
  const order = [...books].sort((a, b) => Number(spentOf(b) > spentOf(a)) - Number(spentOf(b) < spentOf(a)) || saysWhole(b) - saysWhole(a) || isOffice(a) - isOffice(b));
  const inOrder = (some) => {
    const all = new Set(some);
    return books.filter((e) => all.has(e));
  };
  const without = (whole) => order.filter((e) => e !== whole);
  if (addsUp(order[0], without(order[0]))) return [{ whole: order[0], units: inOrder(without(order[0])), isSum: true }];
  if (books.length > MOST_NAMES) return [];
  const offices = order.filter(isOffice).map(titleOf);
  const wholes = order.filter((e) => saysWhole(e) || (!isOffice(e) && offices.some((office) => isBelow(office, titleOf(e)))));
  const [whole] = wholes;
  const isOne = whole && wholes.every((e) => e === whole || isBelow(titleOf(e), titleOf(whole)));
  if (isOne && order.length > 2 && isNear(whole, without(whole))) return [{ whole, units: inOrder(without(whole)), isSum: false }];
  const free = new Set(order);
  const found = [];
  for (const e of order) { // several departments: each with what its name begins
    const its = free.has(e) && !isOffice(e) ? order.filter((u) => free.has(u) && isBelow(titleOf(u), titleOf(e))) : [];
    if (!its.length || its.some((u) => spentOf(u) > spentOf(e))) continue;
    for (const one of [e, ...its]) free.delete(one);
    found.push({ whole: e, units: inOrder(its), isSum: addsUp(e, its) });
  }
  return found;
}

// {entry, units, before, came}: what was judged together and is there anew: of a book of
// the same name, department and year that came since. came are those that take the place
// of others.
export function renewed(entries) {
  const same = ({ name, brief }) => JSON.stringify([name, plain(brief.department), brief.year]);
  const latest = new Map(entries.filter((e) => isBook(e) && e.brief.department).map((e) => [same(e), e]));
  return entries.filter((e) => isBook(e) && (e.units.length || e.before)).flatMap((old) => {
    const came = new Set();
    const now = (one) => {
      const last = one && latest.get(same(one));
      if (!last || last.serial <= old.serial) return one;
      came.add(last);
      return last;
    };
    const found = { entry: now(old), units: old.units.map(now), before: now(old.before), came: [...came] };
    const isDone = found.entry !== old && (found.entry.units.length || found.entry.before);
    return came.size && !isDone ? [found] : [];
  });
}

// {entry, before}: books of one department of two years that follow each other, of
// several of one year the last that came.
export function years(entries) {
  const by = new Map();
  for (const e of entries.filter((one) => isBook(one) && one.brief.year && one.brief.department)) by.set(`${e.brief.year} ${plain(e.brief.department)}`, e);
  return [...by.values()].filter((e) => !e.before).flatMap((entry) => {
    const before = by.get(`${entry.brief.year - 1} ${plain(entry.brief.department)}`);
    return before ? [{ entry, before }] : [];
  });
}
