// From a file to its report and its sheets. The desk is the lane for what is on screen;
// what came with many others is judged behind it (queue.js).

import { reasons, textOf } from '../report/accept.js';
import { contentOf, deadline, part } from '../core/content.js';
import { askOnce, cancellable, Engine, EngineError } from '../core/engine.js';
import { opened } from './entry.js';
import { isTogether } from './gather.js';
import { Lane } from './lane.js';

const desk = new Lane();

export const ready = () => desk.ready();

export const judge = (entry, on) => desk.judge(entry, on);

// Whether an entry that was refused opens with a password.
export const locked = (entry) => !entry.plain && (entry.component === 'decrypt' || isPDF(entry)) && ['encrypted', 'password'].includes(entry.brief.error?.code);

export const isPDF = ({ kind }) => kind === 'pdf';

// Opens an entry with a password and judges it; false when the password is wrong.
// The password goes to a worker that ends with its answer, and is kept nowhere; that of a
// PDF is kept with the entry.
export async function unlock(entry, password, on) {
  if (isPDF(entry)) {
    entry.password = password; // its pages are drawn with it too
    await judge(entry, on);
    return entry.brief.error?.code !== 'password';
  }
  on.onNeed('decrypt');
  const { signal } = entry.abort;
  const parts = await cancellable(part('decrypt'), signal);
  const { bytes } = await contentOf(entry);
  const { plain, refusal } = await askOnce(parts, { type: 'decrypt', bytes, password }, { signal, deadline: deadline(), transfer: [bytes] });
  if (plain) {
    entry.plain = plain;
    await judge(entry, on);
    return true;
  }
  if (refusal.code === 'password') return false;
  entry.brief.error = refusal;
  return true;
}

// A sheet of an entry, ready to draw.
export const sheetOf = (entry, index) => desk.held(entry, (core) => core.sheet(index, deadline()));

// A page of an entry that is a PDF, drawn so wide: {width, height, pixels}.
export const pageOf = (entry, index, width) => desk.drawn(entry, index, width);

// The figures of an entry, {text, sizes}: as JSON text, by form, row and column, and how
// large the book is.
export const figuresOf = (entry) => desk.held(entry, (core) => core.figures(deadline()));

// The report of an entry with one of its suspects mended, or {error}; the entry
// stays as it is.
export const whatIf = (entry, suspect) => desk.held(entry, (core) => core.whatIf(suspect, deadline()));

// The findings of an entry as the bytes of a CSV.
export async function csvOf(entry) {
  const { report, text } = await opened(entry);
  const why = reasons(report);
  if (isTogether(entry)) return desk.table(text, why);
  return desk.held(entry, (core) => core.csv(why, deadline()));
}

// Whether an entry came in another format than .xlsx, which a copy is made in.
export const isRewritten = (entry) => entry.kind !== 'xlsx';

// The text of an entry that a copy can be made of: of those beside the book the first
// .docx, or the book itself; its bytes may be locked. null for none.
export function writtenOf(entry) {
  const text = entry.job.texts.find(({ file }) => isWord(file));
  if (text) return { file: text.file, name: text.file.name };
  return entry.kind === 'docx' && entry.brief?.text ? { file: entry.job.file, name: '', isLocked: Boolean(entry.plain) } : null;
}

const isWord = ({ name }) => /\.doc[xm]$/i.test(name);

// Such a text with its findings as comments, as bytes; or {refusal}.
export const annotatedText = (entry, how) => annotate(entry, how, async () => {
  const { file, name, isLocked } = writtenOf(entry);
  const bytes = isLocked ? entry.plain.slice(0) : await file.arrayBuffer().catch(() => {
    throw new EngineError('unreadable');
  });
  return { bytes, source: isLocked ? 'unlocked' : 'original', sheets: entry.sheets.filter((sheet) => (sheet.file ?? '') === name).map((sheet) => sheet.name) };
});

// What makes annotated copies, in a worker of its own; end() ends it.
export const annotator = () => new Engine(() => part('annotate'));

// The .xlsx file or the PDF of an entry with its findings written in, as bytes; or {refusal}.
export const annotated = (entry, how) => annotate(entry, how, async () => (isPDF(entry) ? { bytes: (await contentOf(entry)).bytes, source: 'paged' } : workbookOf(entry)));

// take() promises what of an entry a copy is made of.
const annotate = (entry, how, take) => made(entry, how, take, (maker, content, on) => maker.annotate(content, on)).then(({ made, refusal }) => made ?? { refusal });

// The draft of the text that goes with an entry's forms, compared with those of the year
// before where how.last has them: {made, text, draft}: a .docx as bytes, and the same as
// text and as JSON with the cells of each figure; or {refusal}.
export const drafted = (entry, how) => made(entry, how, () => workbookOf(entry), async (maker, content, on) => {
  const last = how.last && { ...await workbookOf(how.last), report: textOf(await opened(how.last)) };
  return maker.draft({ ...content, last }, on);
});

// What the component makes of an entry, of the content that take() promises.
async function made(entry, { signal, onNeed, by }, take, ask) {
  onNeed?.();
  const maker = by ?? annotator();
  try {
    await cancellable(maker.ready(), signal);
    const content = await take();
    const report = textOf(await opened(entry));
    return await ask(maker, { ...content, report }, { signal, deadline: deadline(), transfer: content.bytes === entry.plain ? [] : [content.bytes] });
  } finally {
    if (!by) maker.end();
  }
}

// The .xlsx that a copy or a draft is made of, and what it is: the file itself, what a
// password locked in it, or one that the core made of a file in another format.
async function workbookOf(entry) {
  if (isRewritten(entry)) return { bytes: (await desk.held(entry, (core) => core.workbook(deadline()))).buffer, source: 'rewritten' };
  return entry.plain ? { bytes: entry.plain, source: 'unlocked' } : { bytes: (await contentOf(entry)).bytes, source: 'original' };
}
