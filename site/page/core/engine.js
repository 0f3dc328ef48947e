// The engine: a worker behind promises. A worker that dies, hangs or is
// cancelled rejects what was pending and is replaced; the next file works.

import { can } from './pack.js';

const START_LIMIT = 30_000;
const ROOMY = 512 << 20; // a worker that has grown past this is replaced before the next file

// code: load, component, start, crashed, slow, cancelled
export class EngineError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export class Engine {
  #load;
  #starting = null; // promise of the service in use
  #service = null; // the service in use, once started
  #memory = 0;

  // load() promises {module, url}: a core, and the address of the worker's script.
  constructor(load) {
    this.#load = load;
  }

  // Resolves when a file can be checked at once.
  ready() {
    if (!this.#starting) {
      const starting = this.#start();
      this.#starting = starting;
      starting.catch(() => {
        if (this.#starting === starting) this.#starting = null;
      });
    }
    return this.#starting;
  }

  // Gives {report, component, kind, sheets}: the report as its exact JSON text, the
  // component that the file needs, if any, what it is, and the book's sheets. whole asks, in
  // place of the report, for {slim, kept}: what a list shows of it (slim.js), and packed
  // the report and the csv, as the function below gives it, and sizes, as figures does.
  // folder is where the file lies, as the report has it, or ''; plain, bytes too, is what a password locked in the file; parts say of bytes that are
  // several files, end to end, how each is called and how long it is; texts, {name, bytes}
  // each, belong to the book; pages are those of a PDF as PDFium hands them over.
  async check(name, bytes, { folder, plain, parts, texts, pages, whole, onProgress, signal, deadline } = {}) {
    if (this.#memory > ROOMY) this.#service?.end();
    this.#memory = 0;
    const service = await cancellable(this.ready(), signal);
    const answer = await service.ask({ type: 'check', name, folder, bytes, plain, parts, texts, pages, whole: whole && { small: can } }, { onProgress, signal, deadline, transfer: [bytes, ...(texts ?? []).map((text) => text.bytes)] });
    this.#memory = answer.memory;
    return { ...answer, sheets: JSON.parse(answer.sheets ?? '[]') };
  }

  // Takes in a book that is judged with others: {name, bytes, plain, texts} as above, why it
  // is not read, '' if it is, and whether it is that of the year before, which comes first.
  async member(book, how) {
    const service = await cancellable(this.ready(), how.signal);
    await service.ask({ type: 'member', ...book }, { ...how, transfer: [book.bytes, ...(book.texts ?? []).map((text) => text.bytes)] });
  }

  // What check gives, of the books taken in, the first of which the report is of.
  async together(how) {
    const service = await cancellable(this.ready(), how.signal);
    const answer = await service.ask({ type: 'together' }, how);
    return { ...answer, sheets: JSON.parse(answer.sheets ?? '[]') };
  }

  // The findings of a report, given as text, as the bytes of a CSV.
  async table(report, reasons, deadline) {
    const service = await this.ready();
    return service.ask({ type: 'table', report, reasons }, { deadline });
  }

  // One sheet of the file checked last, ready to draw; null when there is none.
  async sheet(index, deadline) {
    const service = await this.ready();
    const text = await service.ask({ type: 'sheet', index }, { deadline });
    return text === null ? null : JSON.parse(text);
  }

  // Every figure of the file checked last, {text, sizes}: as JSON text, null when no file
  // is held, and how large the book is.
  async figures(deadline) {
    const service = await this.ready();
    return service.ask({ type: 'figures' }, { deadline });
  }

  // The report of the file checked last as it would be with a suspect, by index,
  // mended, or {error: "a sentence"}; null when no file is held.
  async whatIf(suspect, deadline) {
    const service = await this.ready();
    const text = await service.ask({ type: 'whatIf', suspect }, { deadline });
    return text === null ? null : JSON.parse(text);
  }

  // The findings of the file checked last as the bytes of a CSV; null when no file is held.
  async csv(reasons, deadline) {
    const service = await this.ready();
    return service.ask({ type: 'csv', reasons }, { deadline });
  }

  // The file checked last as the bytes of an .xlsx; null when no file is held.
  async workbook(deadline) {
    const service = await this.ready();
    return service.ask({ type: 'workbook' }, { deadline });
  }

  // A copy of a workbook, or of a text by the names of its sheets, with a report written
  // in: {made} or {refusal}; of the component that annotates only.
  async annotate({ bytes, report, source, sheets }, how) {
    const service = await this.ready();
    return service.ask({ type: 'annotate', bytes, report, source, sheets }, how);
  }

  // The draft of the text that goes with a workbook, compared with that of the year before
  // where there is one: {made, text, draft} or {refusal}; of the same component.
  async draft({ bytes, report, source, last }, how) {
    const service = await this.ready();
    return service.ask({ type: 'draft', bytes, report, source, last }, how);
  }

  // The pages of a PDF, {words, sizes} (pdf/pdfium.js), which it has open then; of PDFium
  // only.
  async pages(bytes, password, how) {
    const service = await cancellable(this.ready(), how.signal);
    return service.ask({ type: 'pages', bytes, password }, { ...how, transfer: [bytes] });
  }

  // A page of that PDF as a picture, so wide, in pixels; null where there is none.
  async draw(index, width, deadline) {
    const service = await this.ready();
    return service.ask({ type: 'draw', index, width }, { deadline });
  }

  // Ends the worker, if there is one or one is about to be; the next question starts
  // another.
  end() {
    this.#starting?.then((service) => service.end(), () => {});
    this.#starting = null;
  }

  async #start() {
    let parts;
    try {
      parts = await this.#load();
    } catch (error) {
      throw error instanceof EngineError ? error : new EngineError('load');
    }
    const service = new Service(parts.url, (failed) => {
      if (this.#service !== service) return;
      this.#service = this.#starting = null;
      if (failed) this.ready().catch(() => {}); // another, before anybody asks
    });
    await service.start(parts.module);
    this.#service = service;
    return service;
  }
}

// A core asked once, in a worker that ends with the answer.
export async function askOnce({ module, url }, message, { deadline, signal, transfer }) {
  const service = new Service(url, () => {});
  try {
    await service.start(module);
    return await service.ask(message, { deadline, signal, transfer });
  } finally {
    service.end();
  }
}

// One worker. Its first message is ready or failed; after that, answers by id.
class Service {
  #worker;
  #pending = new Map();
  #next = 1;
  #settleStart;
  #onEnd;

  // onEnd hears of the worker's end, and whether somebody was waiting for it.
  constructor(url, onEnd) {
    this.#onEnd = onEnd;
    this.#worker = new Worker(url);
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.end('crashed');
    };
    this.#worker.onmessageerror = () => this.end('crashed');
  }

  start(module) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.end('start'), START_LIMIT);
      this.#settleStart = (code) => {
        clearTimeout(timer);
        if (code) reject(new EngineError('start'));
        else resolve();
      };
      this.#worker.postMessage({ type: 'start', module });
    });
  }

  ask(message, { onProgress, signal, deadline, transfer = [] }) {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new EngineError('cancelled'));
        return;
      }
      if (!this.#worker) {
        reject(new EngineError('crashed'));
        return;
      }
      const id = this.#next++;
      const timer = deadline ? setTimeout(() => this.end('slow'), deadline) : 0;
      const abort = () => this.end('cancelled');
      signal?.addEventListener('abort', abort, { once: true });
      const done = (settle) => (value) => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
        settle(value);
      };
      this.#pending.set(id, { resolve: done(resolve), reject: done(reject), onProgress });
      this.#worker.postMessage({ ...message, id }, transfer);
    });
  }

  // Ends the worker; whatever was pending fails with the code.
  end(code = 'crashed') {
    if (!this.#worker) return;
    this.#worker.terminate();
    this.#worker = null;
    this.#settleStart?.(code);
    this.#onEnd(this.#pending.size > 0);
    for (const { reject } of this.#pending.values()) reject(new EngineError(code));
    this.#pending.clear();
  }

  #hear(data) {
    if (data.type === 'ready') this.#settleStart();
    else if (data.type === 'failed') this.end('start');
    else if (data.type === 'ended') this.end('crashed');
    else {
      const waiting = this.#pending.get(data.id);
      if (!waiting) return;
      if (data.type === 'progress') {
        waiting.onProgress?.(data.stage, data.done, data.total);
      } else {
        this.#pending.delete(data.id);
        waiting.resolve(data.value);
      }
    }
  }
}

export function cancellable(promise, signal) {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(new EngineError('cancelled'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
