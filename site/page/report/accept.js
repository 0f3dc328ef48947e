// 接受: findings that the clerk lets stand, each with a reason. An acceptance is bound
// to the finding's fingerprint, its rule and figures, so it lapses when one of them
// changes. They live in this page until saved as a small file; nothing else keeps them.

import { acceptance as words } from '../ui/text.js';

const SCHEMA = 1;
const LARGEST = 4 << 20; // bytes of a file
const MOST = 20_000; // acceptances in a file
export const REASON = 200; // characters of a reason
const MESSAGE = 300; // characters of a finding's sentence that are kept
const NAME = 255;

// What would turn, hide or break a line is no part of a sentence.
const unfit = /[\p{Cc}\u2028-\u202E\u2066-\u2069]/u;

const byWhose = new Map(); // whose → Map(year and key → {year, entry}), entry being {fingerprint, rule, reason, message, when}
const unsaved = new Set(); // whose acceptances, and of which year, no file has yet

// Acceptances are of one department's accounts of one year, whichever version of them;
// where the department cannot be read, of files of one name. A year that cannot be
// read, 0, goes with any.
const whose = ({ department, file }) => JSON.stringify(clip(department, NAME) || [clip(file, NAME)]);
const isOfYear = (a, b) => a === b || !a || !b;

const subjectOf = (report) => `${report.year} ${whose(report)}`;

const keyOf = ({ rule, fingerprint }) => `${fingerprint} ${rule}`;

// By key; of two for one finding the later.
function heldFor(report) {
  const held = new Map();
  for (const { year, entry } of byWhose.get(whose(report))?.values() ?? []) {
    const key = keyOf(entry);
    if (isOfYear(year, report.year) && !(held.get(key)?.when > entry.when)) held.set(key, entry);
  }
  return held;
}

// Whether any acceptance is held that may be for a report.
export const anyHeldFor = (report) => heldFor(report).size > 0;

// One that stands for many is not accepted unseen.
export const canAccept = (finding) => ['error', 'warning', 'tail'].includes(finding.severity) && Boolean(finding.fingerprint) && !finding.alike;

// Marks every finding of a report that is accepted: finding.accepted is {fingerprint,
// rule, reason, message, when}, and absent from the others. A report that was read
// again is another object and has to be marked again.
export function mark(report) {
  const held = heldFor(report);
  for (const finding of report.findings) {
    const accepted = canAccept(finding) ? held.get(keyOf(finding)) : undefined;
    if (accepted) finding.accepted = accepted;
    else delete finding.accepted;
  }
}

// Why each finding is accepted, in their order; '' where it is not.
export function reasons(report) {
  mark(report);
  return report.findings.map((finding) => finding.accepted?.reason ?? '');
}

// The report of an entry as JSON: the core's exact text as long as nothing is accepted,
// else each finding that is has a field more, accepted, with the reason and when.
export function textOf({ report, text }) {
  if (!reasons(report).some(Boolean)) return text;
  return JSON.stringify(report, (name, value) => (name === 'accepted' ? { reason: value.reason, when: value.when } : value));
}

// Those for a report that match none of its findings.
export function lapsed(report) {
  const there = new Set(report.findings.filter(canAccept).map(keyOf));
  return [...heldFor(report)].filter(([key]) => !there.has(key)).map(([, entry]) => entry);
}

export const isUnsaved = (report) => unsaved.has(subjectOf(report));

export const isAnyUnsaved = () => unsaved.size > 0;

export const isReason = (text) => clip(text, REASON) !== '';

export function accept(report, finding, reason) {
  const text = clip(reason, REASON);
  const { fingerprint, rule } = finding;
  put(report, { fingerprint, rule, reason: text, message: clip(finding.message || finding.title, MESSAGE), when: new Date().toISOString() });
  unsaved.add(subjectOf(report));
  mark(report);
}

export function withdraw(report, finding) {
  const all = byWhose.get(whose(report));
  for (const [at, { year, entry }] of all) {
    if (isOfYear(year, report.year) && keyOf(entry) === keyOf(finding)) all.delete(at);
  }
  unsaved.add(subjectOf(report));
  mark(report);
}

function put(of, entry) {
  if (!byWhose.has(whose(of))) byWhose.set(whose(of), new Map());
  const all = byWhose.get(whose(of));
  const at = `${of.year} ${keyOf(entry)}`;
  if (!(all.get(at)?.entry.when > entry.when)) all.set(at, { year: of.year, entry });
}

// The file a clerk saves: what is accepted of the report, not what has lapsed.
export function fileOf(report) {
  mark(report);
  const accepted = new Map(report.findings.filter((f) => f.accepted).map((f) => [keyOf(f), f.accepted]));
  return {
    name: words.fileName(report.file.replace(/\.[^.]*$/, '')),
    text: `${JSON.stringify({
      schema: SCHEMA, file: clip(report.file, NAME), department: clip(report.department, NAME), year: report.year, accepted: [...accepted.values()],
    }, null, 1)}\n`,
  };
}

export const saved = (report) => unsaved.delete(subjectOf(report));

export const isAcceptance = (file) => /\.json$/i.test(file.name);

// Takes in a file that was saved. Gives {of, count}, of being {file, department, year},
// or {refusal: {message, hint}}.
export async function takeIn(file) {
  if (file.size > LARGEST) return { refusal: words.tooLarge };
  let of = null;
  try {
    of = valid(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())));
  } catch {
    // said below
  }
  if (!of) return { refusal: words.notOurs };
  for (const entry of of.accepted) put(of, entry);
  return { of, count: of.accepted.length };
}

export const isFor = (of, report) => whose(of) === whose(report) && isOfYear(of.year, report.year);

// A copy with the fields we know, or null where one is not as we write it.
function valid(value) {
  if (!isObject(value) || value.schema !== SCHEMA || !Array.isArray(value.accepted) || value.accepted.length > MOST) return null;
  const { file, department, year } = value;
  if (!isText(file, NAME) || !isText(department, NAME) || !Number.isInteger(year) || year < 0 || year > 9999) return null;
  const accepted = value.accepted.map(validEntry);
  return accepted.includes(null) ? null : { file, department, year, accepted };
}

function validEntry(value) {
  if (!isObject(value)) return null;
  const { fingerprint, rule, reason, message, when } = value;
  const right = typeof fingerprint === 'string' && /^[0-9a-f]{16}$/.test(fingerprint)
    && isText(rule, 80) && rule !== '' && isText(reason, REASON) && reason.trim() !== '' && isText(message, MESSAGE)
    && typeof when === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(when) && !Number.isNaN(Date.parse(when));
  return right ? { fingerprint, rule, reason, message, when } : null;
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value, most) => typeof value === 'string' && value.length <= most && !unfit.test(value);

// In one line, at most so many characters, and such as isText takes.
function clip(text, most) {
  let out = '';
  for (const ch of (text ?? '').split(new RegExp(unfit, 'gu')).join(' ').trim()) {
    if (out.length + ch.length > most) break;
    out += ch;
  }
  return out;
}
