// An entry: one report, asked for or there. Of a report that is not on screen only what
// a list shows of it stays as it is; its text is put away small, and its figures are once
// it was on screen. Cells are not kept at all: the file is read again for them.
//
// {job, name, state, brief, report, text, kept, core, component, kind, sheets, drawn, abort,
// units, before, serial, …}; state is waiting, working, done, refused, locked (by a password),
// trouble or stopped. units and before are the entries it is judged together with: those of
// the department's units, and that of the year before.
// report and text are there of what is open; brief and kept once it was judged.

import { mark } from '../report/accept.js';
import { pack, unpackText } from '../core/pack.js';
import { counts, isFormless } from '../report/tally.js';

let serial = 0;

// bulk says that it came with so many others that it is judged behind the list of them.
export const entryOf = (job, bulk) => ({ serial: serial += 1, job, name: job.name, bulk, state: 'waiting', brief: null, report: null, text: null, kept: {}, sheets: [], drawn: new Map(), units: [], before: null, abort: new AbortController() });

// What a list shows of a report, and what tells it from others.
export function briefOf(report) {
  const { file, sha256, verdict, department, year, unit, error, text } = report;
  mark(report);
  return { file, sha256, verdict, department, year, unit, error, text: text && { documents: text.documents }, isFormless: isFormless(report), ...counts(report) };
}

// Gives an entry its report, as text; or what came in its place, packed with its lines of a list.
export function judged(entry, { report: text, slim, kept, sizes }) {
  if (sizes) entry.sizes = sizes;
  if (slim) {
    Object.assign(entry, { text: null, report: null, brief: briefOf(slim), kept });
    return;
  }
  const report = JSON.parse(text);
  Object.assign(entry, { text, report, brief: briefOf(report), kept: { report: pack(text) } });
}

// Promises {name, report, text} of an entry that was judged, open or not.
export async function opened({ name, report, text, kept }) {
  if (report) return { name, report, text };
  const again = await unpackText(await kept.report);
  return { name, report: JSON.parse(again), text: again };
}

// Makes an entry ready to be shown.
export async function open(entry) {
  if (!entry.report) Object.assign(entry, await opened(entry));
}

// Lets go of what can be had again.
export function leave(entry) {
  entry.report = entry.text = null;
  entry.drawn.clear();
}

// Promises the figures of an entry as a list, or null.
export async function figuresIn({ kept }) {
  const packed = await kept.figures;
  return packed ? JSON.parse(await unpackText(packed)) : null;
}
