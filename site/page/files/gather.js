// Books judged together, into one report: a department with its units, a book with that
// of the year before. They come one after another to a worker of their own, which ends
// with the answer; a book that takes the worker with it is left out, and that is said.

import { contentOf, deadline, part } from '../core/content.js';
import { Engine } from '../core/engine.js';
import { together as words } from '../ui/text.js';

const MOST_LOST = 3; // books that may take the worker with them

export const isTogether = ({ units, before }) => Boolean(units.length || before);

// Gives an entry its books by the names that the report has for them: {entry, role}, the
// role being 'unit' or 'before'. Files of one name are told apart by their folders.
function nameAll(entry) {
  const all = [entry, ...entry.units, ...(entry.before ? [entry.before] : [])];
  const count = new Map();
  for (const { name } of all) count.set(name, (count.get(name) ?? 0) + 1);
  const names = all.map((one) => (count.get(one.name) > 1 ? one.job.folder + one.name : one.name));
  entry.books = new Map(all.map((one, i) => [names[i], { entry: one, role: one === entry.before ? 'before' : 'unit' }]).slice(1));
  return new Map(all.map((one, i) => [one, names[i]]));
}

// Promises what a check gives, of an entry and those that go with it.
export async function gather(entry, { onNeed, onProgress }) {
  const names = nameAll(entry);
  const all = [...(entry.before ? [entry.before] : []), entry, ...entry.units];
  const lost = new Map(); // book → why
  const engine = new Engine(() => part('formats'));
  onNeed('formats');
  try {
    for (;;) {
      const answer = await attempt();
      if (answer) return answer;
    }
  } finally {
    engine.end();
  }

  // null where one more was lost, and all have to come again.
  async function attempt() {
    const { signal } = entry.abort;
    const how = { signal, deadline: deadline() };
    for (const [i, book] of all.entries()) {
      onProgress('books', i, all.length);
      const content = await contentOf({ job: book.job, abort: entry.abort }).catch((error) => {
        if (book === entry || error.code === 'cancelled') throw error;
        lost.set(book, error.code);
        return { bytes: new ArrayBuffer(0) };
      });
      const texts = book === entry.before ? undefined : content.texts;
      try {
        await engine.member({ name: names.get(book), bytes: content.bytes, plain: book.plain, texts, why: words.lost(lost.get(book)), isBefore: book === entry.before }, how);
      } catch (error) {
        if (book === entry || !['crashed', 'slow'].includes(error.code) || lost.size >= MOST_LOST) throw error;
        lost.set(book, error.code);
        return null;
      }
    }
    return engine.together(how);
  }
}
