// The worker: one Go program, a core or a component, that does one thing at a time. wasm_exec.js and
// WARM_BOOK (a tiny workbook, base64) stand before this in the same script; the
// compiled module comes with the first message. It asks nothing of the network.

import { pack } from './pack.js';
import { slimOf } from '../report/slim.js';

(() => {
  let memory = null;
  let asked = false;

  const handlers = {
    check({ name, folder, bytes, plain, parts, texts, pages, whole }, progress) {
      asked = true;
      const data = new Uint8Array(bytes);
      const opened = plain && new Uint8Array(plain);
      const report = pages ? suanqing.checkPages(name, data, progress, folder, new Uint8Array(pages))
        : parts ? suanqing.checkSet(parts, data, progress, folder)
        : texts ? suanqing.checkWith(name, data, progress, folder, opened, texts.map((text) => ({ name: text.name, bytes: new Uint8Array(text.bytes) })))
          : suanqing.check(name, data, progress, folder, opened);
      if (typeof report !== 'string') throw new Error('ended');
      const answer = { component: suanqing.component(), kind: suanqing.kind(), sheets: suanqing.sheets(), memory: memory.buffer.byteLength, sizes: whole && sizesOf(suanqing.figures()) };
      return whole ? putAway(answer, report, suanqing.csv([]), whole.small) : { ...answer, report };
    },
    // of a core that judges books together: a book, then the report of all
    member({ name, bytes, plain, texts, why, isBefore }, progress) {
      asked = true;
      const beside = texts?.map((text) => ({ name: text.name, bytes: new Uint8Array(text.bytes) })) ?? null;
      if (typeof suanqing.member(name, new Uint8Array(bytes), progress, null, plain ? new Uint8Array(plain) : null, beside, why, isBefore) !== 'string') throw new Error('ended');
    },
    together(_, progress) {
      return { report: suanqing.together(progress), component: '', kind: suanqing.kind(), sheets: suanqing.sheets(), memory: memory.buffer.byteLength };
    },
    table({ report, reasons }) {
      return suanqing.table(report, reasons);
    },
    sheet({ index }) {
      return suanqing.sheet(index);
    },
    figures() {
      const text = suanqing.figures();
      return { text, sizes: sizesOf(text) };
    },
    whatIf({ suspect }) {
      return suanqing.whatIf(suspect);
    },
    csv({ reasons }) {
      return suanqing.csv(reasons);
    },
    workbook() {
      return suanqing.workbook();
    },
    // {made} or {refusal}
    annotate({ bytes, report, source, sheets }) {
      const answer = suanqing.annotate(new Uint8Array(bytes), report, source, sheets ?? null);
      if (!answer) throw new Error('ended');
      return answer instanceof Uint8Array ? { made: answer } : { refusal: answer };
    },
    // {made, text, draft} or {refusal}
    draft({ bytes, report, source, last }) {
      const answer = suanqing.draft(new Uint8Array(bytes), report, source, last && new Uint8Array(last.bytes), last?.report, last?.source);
      if (!answer) throw new Error('ended');
      return answer.made ? answer : { refusal: answer };
    },
    // {plain} or {refusal}
    decrypt({ bytes, password }) {
      const answer = suanqing.decrypt(new Uint8Array(bytes), password);
      if (!answer) throw new Error('ended');
      return answer instanceof Uint8Array ? { plain: answer.buffer } : { refusal: answer };
    },
  };

  // An answer with a report packed, and its lines of a list.
  async function putAway(answer, report, csv, small) {
    const kept = { report: await pack(report, small), csv: await pack(csv, small) };
    return { ...answer, slim: slimOf(JSON.parse(report)), kept };
  }

  // How large a book is, in its unit: what was spent, and of it on its own running; both
  // undefined where it does not say.
  function sizesOf(figures) {
    const all = JSON.parse(figures ?? '[]').filter(({ form, row }) => form === 'F03' && row === '合计');
    const at = (name) => all.find(({ column }) => column === name)?.value;
    return { spent: at('本年支出合计'), own: at('基本支出') };
  }

  async function start(module) {
    const go = new Go();
    // The core collects between two checks, when hardly anything is in use; while one runs
    // that is a waste of time, but for one that takes very much.
    go.env = { GOGC: '1600', GOMEMLIMIT: '512MiB' };
    // What the program would print may quote a file: it goes nowhere.
    globalThis.fs.writeSync = (fd, bytes) => bytes.length;
    go.exit = () => {};
    const instance = await WebAssembly.instantiate(module, go.importObject);
    memory = instance.exports.mem;
    const ended = () => postMessage({ type: 'ended' });
    go.run(instance).then(ended, ended);
    if (!globalThis.suanqing) throw new Error('no core');
    postMessage({ type: 'ready' });
    if (suanqing.check) setTimeout(warm, 0);
  }

  // Small checks while nobody waits: an engine compiles well only what it has
  // seen run often, and a real file should not be what it learns on. Each is
  // short, and the first question ends them.
  function warm(rounds = 60) {
    if (asked || rounds === 0) return;
    try {
      const bytes = Uint8Array.from(atob(WARM_BOOK), (c) => c.charCodeAt(0));
      suanqing.check('warm.xlsx', bytes, null);
      setTimeout(warm, 1, rounds - 1);
    } catch {
      postMessage({ type: 'ended' });
    }
  }

  onmessage = async ({ data }) => {
    if (data.type === 'start') {
      start(data.module).catch(() => postMessage({ type: 'failed' }));
      return;
    }
    const { id } = data;
    try {
      const progress = (stage, done, total) => postMessage({ type: 'progress', id, stage, done, total });
      postMessage({ type: 'answer', id, value: await handlers[data.type](data, progress) });
    } catch {
      postMessage({ type: 'ended' });
    }
  };
})();
