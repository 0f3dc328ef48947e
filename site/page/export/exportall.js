// 全部导出: what a clerk takes away of all files of the list. Reports are unpacked one
// after another; what is made goes into a Blob piece by piece.

import { anyHeldFor, textOf } from '../report/accept.js';
import { byId } from '../ui/dom.js';
import { opened } from '../files/entry.js';
import { copyName, textCopyName } from './export.js';
import { make } from './make.js';
import { listenMenu } from '../ui/menu.js';
import { unpack } from '../core/pack.js';
import { annotated, annotatedText, annotator, csvOf, writtenOf } from '../files/reader.js';
import { exportAll as words } from '../ui/text.js';
import { Zip } from './zip.js';

const LINE = [13, 10]; // CR LF

const isJudged = ({ state }) => ['done', 'refused', 'locked'].includes(state);

// Each gives of all entries what make.js takes.
const files = {
  csv: (entries) => ({ name: words.names.csv, type: 'text/csv', dataOf: (on) => joined(entries.filter(isJudged), tableOf, on), noteOf: () => lacking(entries) }),
  jsonl: (entries) => ({ name: words.names.jsonl, type: 'application/jsonl', dataOf: (on) => joined(entries.filter(isJudged), lineOf, on), noteOf: () => lacking(entries) }),
  copies: (entries) => {
    const left = []; // [name, why]
    return { name: words.names.copies, type: 'application/zip', dataOf: (on) => copies(entries, left, on), noteOf: () => left.map(([name, why]) => words.noCopy(name, why)).join('') };
  },
};

// all() gives the entries in the order in which they came; say(text) tells who cannot
// see the line.
export function listenExportAll(all, say) {
  listenMenu(byId('export-all'), (what) => {
    if (what === 'print') print();
    else make(files[what](all()), { box: 'exported-all', menu: 'export-all', say });
  });
}

const lacking = (entries) => {
  const n = entries.length - entries.filter(isJudged).length;
  return n ? words.lacking(n) : '';
};

async function joined(entries, partOf, { signal, tell }) {
  if (!entries.length) return { refusal: words.none };
  const parts = [];
  for (const [i, entry] of entries.entries()) {
    if (signal.aborted) break;
    if (i % 50 === 49) tell(words.progress(i + 1, entries.length));
    parts.push(new Blob([await partOf(entry, i)]));
  }
  return new Blob(parts);
}

// The report of an entry and the end of its line, as the command prints it.
const lineOf = async (entry) => `${textOf(await opened(entry))}\n`;

// The lines of an entry in the one table: as they came with its report, or where they
// tell of what is accepted or did not come, made again.
async function tableOf(entry, i) {
  const packed = await entry.kept.csv;
  const bytes = packed && !anyHeldFor(entry.brief) ? new Uint8Array(await unpack(packed)) : await csvOf(entry);
  if (!i) return bytes;
  const head = bytes.findIndex((byte, at) => byte === LINE[0] && bytes[at + 1] === LINE[1]); // the names of the columns
  return bytes.subarray(head + LINE.length);
}

async function copies(entries, left, { signal, tell }) {
  const failed = entries.filter(({ state, brief }) => state === 'done' && brief.verdict === 'fail');
  if (!failed.length) return { refusal: words.noneFails };
  const zip = new Zip();
  const by = annotator();
  try {
    for (const [i, entry] of failed.entries()) {
      if (signal.aborted) break;
      tell(words.copying(i + 1, failed.length, entry.name));
      try {
        for (const [copy, name] of [[annotated, copyName], ...(writtenOf(entry) ? [[annotatedText, textCopyName]] : [])]) {
          const made = await copy(entry, { signal, by });
          if (made.refusal) left.push([entry.name, made.refusal.message]);
          else if (!await zip.add(entry.job.folder + name(entry), made)) left.push([entry.name, words.full]);
        }
      } catch (error) {
        if (['cancelled', 'component', 'start'].includes(error.code)) throw error;
        left.push([entry.name, words.troubles[error.code] ?? words.troubles.crashed]);
      }
    }
  } finally {
    by.end();
  }
  return zip.size ? zip.blob() : { refusal: { message: left.map(([name, why]) => words.noCopy(name, why)).join(''), hint: '' } };
}
