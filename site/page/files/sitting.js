// The files of this sitting: what came, in order, how each is judged, and which texts go
// with which book. A few are judged one after another at the desk; many by the queue,
// behind their list.

import { entryOf } from './entry.js';
import { areMany, isOpen } from './files.js';
import { Queue } from './queue.js';
import { booksFor, guess, isLost } from './pair.js';
import { judge, locked, sheetOf, unlock } from './reader.js';
import { troubles } from '../ui/text.js';

export class Sitting {
  entries = [];
  #judging = false; // whether the desk is
  #queue = new Queue((entry, lane) => this.#work(entry, () => lane.judge(entry, this.#heard(entry), { whole: true })));
  #on;

  // onChange(entry) hears that it is at work, or judged, or why not; onGone(entry) that it
  // was cancelled and is no more; onReplaced(entry) that it stands for another now;
  // onProgress(entry) how far it is.
  constructor(on) {
    this.#on = on;
  }

  // Takes in jobs; gives the entries that are theirs. What comes again takes the place of
  // what came; beside is the book on screen when texts came, which they are not given to
  // unasked.
  add(jobs, { beside = null } = {}) {
    jobs = this.#withLost(jobs);
    const keys = new Set(jobs.map(({ key }) => key));
    const isOld = (e) => e.state !== 'working' && keys.has(e.job.key);
    this.entries.filter((e) => isOld(e) && e.state === 'waiting').forEach((e) => this.#queue.remove(e));
    const bulk = areMany(jobs);
    const fresh = jobs.map((job) => ({ ...entryOf(job, bulk), beside, apart: Boolean(beside) }));
    this.entries = [...this.entries.filter((e) => !isOld(e)), ...fresh];
    return fresh;
  }

  // Has what was added judged.
  start(fresh) {
    this.#queue.add(fresh.filter(({ bulk }) => bulk));
    this.#pump();
  }

  async #pump() {
    if (this.#judging) return;
    this.#judging = true;
    for (let entry; (entry = this.entries.find((e) => e.state === 'waiting' && !e.bulk));) {
      await this.#work(entry, () => judge(entry, this.#heard(entry)));
    }
    this.#judging = false;
    this.#pairLost();
  }

  // A book that comes after its text has it.
  #withLost(jobs) {
    const lost = this.entries.filter((e) => isLost(e) && !e.apart);
    if (jobs.length !== 1 || !lost.length || jobs[0].isSet || jobs[0].isText || booksFor(null, this.entries).length) return jobs;
    this.entries = this.entries.filter((e) => !lost.includes(e));
    return [jobs[0].with(lost.map((e) => e.job))];
  }

  // Texts that no name gave to a book, and what they say does.
  async #pairLost() {
    for (const entry of this.entries.filter((e) => isLost(e) && !e.apart && !e.bulk)) {
      const book = await guess(entry, booksFor(entry, this.entries), sheetOf);
      if (book && [entry, book].every((e) => this.entries.includes(e))) this.joinLost([entry], book);
    }
  }

  joinLost(lost, book) {
    this.entries = this.entries.filter((e) => !lost.includes(e));
    this.replace(book, [book.job.with(lost.map(({ job }) => job))]);
  }

  // Judges jobs in the place of an entry; the first is its book, the others, texts, go
  // with no other.
  replace(entry, jobs) {
    const [first, ...others] = jobs.map((job) => entryOf(job, false));
    Object.assign(first, { plain: entry.plain, units: entry.units, before: entry.before });
    for (const other of others) other.apart = true;
    this.entries.splice(this.entries.indexOf(entry), 1, first, ...others);
    this.#on.onReplaced(first);
    this.#pump();
  }

  // Judges each of some with the books that go with it, {entry, units, before}, in its
  // place; with none, by itself again.
  together(some) {
    const fresh = some.map(({ entry, units, before }) => {
      const first = Object.assign(entryOf(entry.job, false), { plain: entry.plain, units, before, was: entry });
      this.entries.splice(this.entries.indexOf(entry), 1, first);
      return first;
    });
    if (fresh.length === 1) this.#on.onReplaced(fresh[0]);
    else fresh.forEach((entry) => this.#on.onChange(entry));
    this.#pump();
  }

  // Judges an entry once more, for who waits for it.
  again(entry) {
    Object.assign(entry, { state: 'waiting', bulk: false, abort: new AbortController() });
    this.#on.onChange(entry);
    this.#pump();
  }

  unlock(entry, password) {
    if (entry.state !== 'locked') return;
    entry.abort = new AbortController();
    this.#work(entry, async () => {
      if (!(await unlock(entry, password, this.#heard(entry)))) entry.wrong = (entry.wrong ?? 0) + 1;
    });
  }

  // Gives up an entry: one of the queue stays in the list, another is no more.
  cancel(entry) {
    if (entry.state === 'working') entry.abort.abort();
    else if (entry.bulk && this.#queue.remove(entry)) {
      entry.state = entry.trouble = 'stopped';
      this.#on.onChange(entry);
    } else this.#forget(entry);
  }

  // Gives up all of the queue, and what was to be judged with others. What is at work ends last: each that ends would take up the
  // next that waits.
  stop() {
    const all = this.entries.filter((e) => (e.bulk || e.was) && isOpen(e));
    for (const state of ['waiting', 'working']) all.filter((e) => e.state === state).forEach((e) => this.cancel(e));
  }

  resume() {
    const all = this.entries.filter((e) => e.bulk && e.state === 'stopped');
    for (const entry of all) Object.assign(entry, { state: 'waiting', abort: new AbortController() });
    this.#queue.add(all);
  }

  // What was to be judged with others stays as it was judged by itself.
  #forget(entry) {
    this.entries.splice(this.entries.indexOf(entry), 1, ...(entry.was ? [entry.was] : []));
    this.#on.onGone(entry);
  }

  async #work(entry, job) {
    entry.state = 'working';
    entry.at = null;
    this.#on.onChange(entry);
    try {
      await job();
      entry.state = locked(entry) ? 'locked' : entry.brief.error ? 'refused' : 'done';
    } catch ({ code }) {
      if (code === 'cancelled' && !entry.bulk) {
        this.#forget(entry);
        return;
      }
      entry.trouble = code === 'cancelled' ? 'stopped' : code in troubles ? code : 'crashed';
      entry.state = code === 'cancelled' ? 'stopped' : 'trouble';
    }
    entry.need = entry.was = null;
    if (entry.bulk) await Promise.all([entry.kept.report, entry.kept.csv]); // before more come
    this.#on.onChange(entry);
  }

  #heard(entry) {
    return {
      onProgress: (...at) => {
        entry.at = at;
        this.#on.onProgress(entry);
      },
      onNeed: (component) => {
        entry.need = component;
        entry.at = null;
        this.#on.onProgress(entry);
      },
    };
  }
}
