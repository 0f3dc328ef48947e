// From a file to its report and its sheets, by the core that reads such files.

import { reasons, textOf } from './accept.js';
import { component } from './components.js';
import { askOnce, cancellable, Engine, EngineError } from './engine.js';
import { load } from './load.js';
import { isSet } from './set.js';

const LARGEST = 200 << 20;

const deadline = () => Number(document.body.dataset.deadline) || 60_000;

const main = new Engine(load);
const formats = new Engine(() => part('formats')); // .xls and all the others
const holding = new Map(); // core → the entry whose book it has, which is the last

export const ready = () => main.ready();

// Judges an entry {file, name, abort}, which gets a report, sheets and the core that
// read it. onProgress hears of the sheets, onNeed of a component that is fetched.
export const judge = (entry, on) => alone(async () => {
  if (isSet(entry.file)) {
    on?.onNeed('formats');
    await check(entry, formats, on);
    entry.name = entry.report.file;
    return;
  }
  await check(entry, entry.core ?? main, on);
  if (entry.core === main && !entry.plain && entry.component === 'formats') {
    on?.onNeed('formats');
    await check(entry, formats, on);
  }
});

// Whether an entry that was refused opens with a password.
export const locked = (entry) => entry.core === main && !entry.plain && entry.component === 'decrypt' && entry.report.error?.code === 'encrypted';

// Opens an entry with a password and judges it; false when the password is wrong.
// The password goes to a worker that ends with its answer, and is kept nowhere.
export async function unlock(entry, password, on) {
  on.onNeed('decrypt');
  const { signal } = entry.abort;
  const parts = await cancellable(part('decrypt'), signal);
  const bytes = await bytesOf(entry);
  const { plain, refusal } = await askOnce(parts, { type: 'decrypt', bytes, password }, { signal, deadline: deadline(), transfer: [bytes] });
  if (plain) {
    entry.plain = plain;
    await judge(entry, on);
    return true;
  }
  if (refusal.code === 'password') return false;
  entry.report.error = refusal;
  return true;
}

// A sheet of an entry, ready to draw.
export const sheetOf = (entry, index) => held(entry, (core) => core.sheet(index, deadline()));

// The figures of an entry as JSON text, by form, row and column.
export const figuresOf = (entry) => held(entry, (core) => core.figures(deadline()));

// The report of an entry with one of its suspects mended, or {error}; the entry
// stays as it is.
export const whatIf = (entry, suspect) => held(entry, (core) => core.whatIf(suspect, deadline()));

// The findings of an entry as the bytes of a CSV.
export const csvOf = (entry) => held(entry, (core) => core.csv(reasons(entry.report), deadline()));

// Whether an entry came in another format than .xlsx, which a copy is made in.
export const isRewritten = (entry) => entry.core !== main;

// The .xlsx file of an entry with its findings written in, as bytes; or {refusal}.
export async function annotated(entry, on) {
  const { made, refusal } = await written('annotate', entry, on);
  return made ?? { refusal };
}

// The draft of the text that goes with an entry's forms, compared with those of the year
// before where on.last has them: {made, text}, a .docx as bytes and the same as text; or
// {refusal}.
export const drafted = (entry, on) => written('draft', entry, on);

// What the component writes of an entry, in a worker of its own.
async function written(type, entry, { signal, onNeed, last }) {
  onNeed();
  const parts = await cancellable(part('annotate'), signal);
  const before = last && { ...await workbookOf(last), report: textOf(last) };
  const { bytes, source } = await workbookOf(entry);
  return askOnce(parts, { type, bytes, report: textOf(entry), source, last: before }, { signal, deadline: deadline(), transfer: entry.plain ? [] : [bytes] });
}

// The .xlsx that a copy or a draft is made of, and what it is: the file itself, what a
// password locked in it, or one that the core made of a file in another format.
async function workbookOf(entry) {
  if (isRewritten(entry)) return { bytes: (await held(entry, (core) => core.workbook(deadline()))).buffer, source: 'rewritten' };
  return entry.plain ? { bytes: entry.plain, source: 'unlocked' } : { bytes: await bytesOf(entry), source: 'original' };
}

// Asks the core of an entry. A core has the last book only; for another it reads
// that file again.
const held = (entry, ask) => alone(async () => {
  if (holding.get(entry.core) !== entry) await again(entry);
  const answer = await ask(entry.core);
  if (answer) return answer;
  await again(entry); // the core was replaced meanwhile
  return ask(entry.core);
});

async function check(entry, core, on) {
  const answer = await read(entry, core, on);
  Object.assign(entry, { core, component: answer.component, text: answer.report, report: JSON.parse(answer.report), sheets: answer.sheets });
}

// Has the core read an entry again, whose report stays what was judged: a file that is
// another by now is refused.
async function again(entry) {
  const { report } = await read(entry, entry.core);
  if (JSON.parse(report).sha256 === entry.report.sha256) return;
  holding.delete(entry.core);
  throw new EngineError('changed');
}

async function read(entry, core, on) {
  const bytes = await bytesOf(entry);
  const { signal } = entry.abort;
  holding.delete(core);
  const answer = await core.check(entry.name, bytes, { plain: entry.plain, parts: entry.file.parts, signal, deadline: deadline(), onProgress: on?.onProgress });
  holding.set(core, entry);
  return answer;
}

async function bytesOf(entry) {
  if (entry.file.size > LARGEST) throw new EngineError('too-large');
  let bytes;
  try {
    bytes = await entry.file.arrayBuffer();
  } catch {
    throw new EngineError('unreadable');
  }
  if (entry.abort.signal.aborted) throw new EngineError('cancelled');
  return bytes;
}

// A component in place of the core, in the same worker's script.
async function part(name) {
  const { url } = await load();
  try {
    return { module: await component(name), url };
  } catch {
    throw new EngineError('component');
  }
}

// One thing at a time: a core answers for the file it was asked about last.
let turn = Promise.resolve();
function alone(job) {
  const mine = turn.then(job);
  turn = mine.catch(() => {});
  return mine;
}
