// Jobs: what came in, put together to what is judged. A job is one or more files that
// make one report: a book, or a form a file, and the texts that belong to it. Which files
// belong together by what came and how it is called is decided here and nowhere else.

const isForm = ({ file }) => /\.(csv|tsv)$/i.test(file.name);
const isText = ({ file, pasted }) => pasted || /\.(docx|docm|txt)$/i.test(file.name);
const MOST_PAIRS = 4_000_000; // of a text and a book that are held against each other

const folderOf = (path) => path.slice(0, path.lastIndexOf('/') + 1);

// Stands for its files where one file would.
export class Job {
  #picked; // [{file, path}]
  #about;
  #key;

  // texts likewise; they belong to a book of one file.
  constructor(picked, texts = []) {
    const files = picked.map(({ file }) => file);
    const [first] = picked;
    this.#picked = picked;
    this.texts = texts;
    this.isSet = files.length > 1;
    this.isText = isText(first); // by its name: there may be forms in it
    this.isPDF = /\.pdf$/i.test(first.file.name); // which has its text in itself, and is given no other
    this.folder = folderOf(first.path); // as far as it is known: '' or 'a/b/'
    this.name = this.isSet ? `${first.file.name} 等 ${files.length} 个文件` : first.file.name; // of several until the report says which is the first
  }

  // Tells it from others, and from the same files once they are written anew. Of a file that
  // was chosen the browser looks up its size and date only now, and the page waits for it.
  get key() {
    return (this.#key ??= JSON.stringify(this.#all.map(({ file, path }) => [path, file.size, file.lastModified])));
  }

  get size() {
    return this.#all.reduce((sum, { file }) => sum + file.size, 0);
  }

  get #all() {
    return [...this.#picked, ...this.texts];
  }

  // The one file of it, or the first.
  get file() {
    return this.#picked[0].file;
  }

  // What its name speaks of, which only texts ask.
  get about() {
    return (this.#about ??= aboutOf(this.file.name));
  }

  // The job with these texts as well; of two of one name the later.
  with(jobs) {
    const more = jobs.flatMap((job) => [...job.#picked, ...job.texts]);
    const stay = this.texts.filter(({ file }) => !more.some((text) => text.file.name === file.name));
    return new Job(this.#picked, [...stay, ...more]);
  }

  // Its book, and each of its texts, by itself.
  apart() {
    return [new Job(this.#picked), ...this.texts.map((text) => new Job([text]))];
  }

  // Promises {bytes, parts, texts}: of several files their bytes end to end, and which is which.
  async read() {
    const [all, beside] = await Promise.all([this.#picked, this.texts].map((list) => Promise.all(list.map(({ file }) => file.arrayBuffer()))));
    const texts = beside.length ? beside.map((bytes, i) => ({ name: this.texts[i].file.name, bytes })) : undefined;
    if (!this.isSet) return { bytes: all[0], texts };
    return { bytes: await new Blob(all).arrayBuffer(), parts: all.map((bytes, i) => ({ name: this.#picked[i].file.name, size: bytes.byteLength })) };
  }
}

// The jobs of what was picked together, {file, path} each: the texts of one folder are a
// form a file, one set, in the place of the first; a written half goes with its book.
export function jobsOf(picked) {
  const forms = new Map(); // folder → its forms
  for (const one of picked.filter(isForm)) {
    const folder = folderOf(one.path);
    if (forms.has(folder)) forms.get(folder).push(one);
    else forms.set(folder, [one]);
  }
  const jobs = picked.flatMap((one) => {
    const set = isForm(one) ? forms.get(folderOf(one.path)) : [one];
    return set[0] === one ? [new Job(set)] : [];
  });
  const texts = jobs.filter((job) => job.isText);
  if (texts.length * jobs.length > MOST_PAIRS) return jobs;
  const books = new Map(); // folder → its books of one file
  for (const job of jobs) {
    if (job.isText || job.isSet || job.isPDF) continue;
    if (books.has(job.folder)) books.get(job.folder).push(job);
    else books.set(job.folder, [job]);
  }
  const theirs = new Map(jobs.map((job) => [job, []]));
  const [pair] = jobs.length === 2 && texts.length === 1 ? [...books.values()].flat() : [];
  for (const text of texts) theirs.get(pair ?? bookOf(text, books.get(text.folder) ?? []))?.push(text);
  const taken = new Set([...theirs.values()].flat());
  return jobs.filter((job) => !taken.has(job)).map((job) => (theirs.get(job).length ? job.with(theirs.get(job)) : job));
}

// The book that a text goes with by its name, of those in its folder: the only one that
// speaks of the same department and year, or the only one, if it speaks of no other. One
// book and one text, alone, always go together.
function bookOf(text, near) {
  const [alike, may] = [1, 0].map((least) => near.filter((book) => likeness(book.about, text.about) > least));
  return alike.length === 1 ? alike[0] : near.length === 1 ? may[0] : undefined;
}

// What names have that says nothing of department and year.
const common = /(20|19)\d\d|年度?|部门|单位|本级|汇总|决算|公开|报表|表格|表|文字|情况|说明|名词|解释|绩效|自评|附件|报告|终稿|定稿|送审|初稿|最终|修改|改|版|稿|副本|[^\p{Script=Han}a-z0-9]/giu;

const aboutOf = (name) => ({ subject: name.replace(/\.[^.]*$/, '').replace(common, ''), year: /(?:^|\D)((?:20|19)\d\d)(?!\d)/.exec(name)?.[1] });

// 2 where two names speak of the same department, 1 where they may, 0 of another or of
// another year.
function likeness({ subject: a, year: m }, { subject: b, year: n }) {
  if (m && n && m !== n) return 0;
  if (!a || !b) return !a && !b && m && n ? 2 : 1;
  return a.includes(b) || b.includes(a) ? 2 : 0;
}
