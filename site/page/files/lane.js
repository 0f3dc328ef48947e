// A lane: the cores that judge one file at a time, started when they are needed. xlsx is
// the core that came with the page, formats the one that reads all other kinds of file.

import { contentOf, deadline, part } from '../core/content.js';
import { Engine, EngineError } from '../core/engine.js';
import { judged } from './entry.js';
import { gather, isTogether } from './gather.js';
import { load } from '../core/load.js';

export class Lane {
  #cores = { xlsx: new Engine(load), formats: new Engine(() => part('formats')), pdfium: new Engine(pdfium) };
  #paged = null; // the entry whose PDF is open there
  #holding = new Map(); // core by name → the entry whose book it has, which is the last
  #turn = Promise.resolve();

  ready() {
    return this.#cores.xlsx.ready();
  }

  // Judges an entry, which gets a report, sheets and the name of the core that read it;
  // whole asks for a report that nobody looks at yet: packed, with its lines of a list. on.onProgress hears of the
  // sheets, on.onNeed of a component that is fetched.
  judge(entry, on, { whole = false } = {}) {
    if (isTogether(entry)) return this.#together(entry, on);
    return this.#alone(async () => {
      const { isSet, texts } = entry.job;
      if (isSet || texts.length) {
        on?.onNeed('formats');
        await this.#check(entry, 'formats', on, whole);
        entry.name = entry.brief.file;
        return;
      }
      await this.#check(entry, entry.core ?? 'xlsx', on, whole);
      if (entry.core === 'xlsx' && entry.component === 'formats') {
        on?.onNeed('formats');
        await this.#check(entry, 'formats', on, whole);
      }
    });
  }

  // One with the books that go with it: of its own the core that reads every kind has the
  // sheets.
  async #together(entry, on) {
    const answer = await gather(entry, on);
    Object.assign(entry, { core: 'formats', component: '', kind: answer.kind, sheets: answer.sheets });
    judged(entry, answer);
  }

  // The findings of an entry's report, as text, as the bytes of a CSV, where no core has
  // what it was judged by.
  table(text, reasons) {
    return this.#cores.formats.table(text, reasons, deadline());
  }

  // Asks the core of an entry. A core has the last book only; for another it reads that
  // file again.
  held(entry, ask) {
    return this.#alone(async () => {
      const core = this.#cores[entry.core];
      if (this.#holding.get(entry.core) !== entry) await this.#again(entry);
      const answer = await ask(core);
      if (answer) return answer;
      await this.#again(entry); // the core was replaced meanwhile
      return ask(core);
    });
  }

  // A page of an entry's PDF as a picture.
  drawn(entry, index, width) {
    return this.#alone(async () => {
      if (this.#paged !== entry) await this.#pages(entry);
      const picture = await this.#cores.pdfium.draw(index, width, deadline());
      if (!picture) this.#paged = null; // PDFium was replaced meanwhile
      return picture;
    });
  }

  // Has PDFium open an entry and hand over its pages.
  async #pages(entry, on) {
    on?.onNeed('formats');
    this.#paged = null;
    const { bytes } = await contentOf(entry);
    const { words, sizes } = await this.#cores.pdfium.pages(bytes, entry.password, { signal: entry.abort.signal, deadline: deadline() });
    entry.pages = sizes;
    this.#paged = entry;
    return words;
  }

  // Ends the workers; another file starts others.
  end() {
    this.#holding.clear();
    this.#paged = null;
    for (const core of Object.values(this.#cores)) core.end();
  }

  async #check(entry, core, on, whole) {
    const answer = await this.#read(entry, core, on, whole);
    Object.assign(entry, { core, component: answer.component, kind: answer.kind, sheets: answer.sheets });
    judged(entry, answer);
  }

  // Has the core read an entry again, whose report stays what was judged: a file that is
  // another by now is refused.
  async #again(entry) {
    const { report } = await this.#read(entry, entry.core);
    const { sha256, text } = JSON.parse(report);
    if (sha256 === entry.brief.sha256 && hashes(text) === hashes(entry.brief.text)) return;
    this.#holding.delete(entry.core);
    throw new EngineError('changed');
  }

  async #read(entry, core, on, whole) {
    const { signal } = entry.abort;
    const pages = entry.kind === 'pdf' && core === 'formats' ? await this.#pages(entry, on) : undefined;
    const { bytes, parts, texts } = await contentOf(entry);
    this.#holding.delete(core);
    const answer = await this.#cores[core].check(entry.name, bytes, { folder: entry.job.folder.slice(0, -1), plain: entry.plain, parts, texts, pages, whole, signal, deadline: deadline(), onProgress: on?.onProgress });
    this.#holding.set(core, entry);
    return answer;
  }

  // One thing at a time: a core answers for the file it was asked about last.
  #alone(job) {
    const mine = this.#turn.then(job);
    this.#turn = mine.catch(() => {});
    return mine;
  }
}

// Of the texts beside a book, as a report has them.
const hashes = (text) => JSON.stringify(text?.documents?.map(({ sha256 }) => sha256));

// PDFium comes with the script of its worker.
async function pdfium() {
  const { module } = await part('pdfium');
  return { module, url: URL.createObjectURL(new Blob(WebAssembly.Module.customSections(module, 'worker'), { type: 'text/javascript' })) };
}
