// Jobs: what came in, put together to what is judged. A job is one or more files that
// make one report. Which files belong together is decided here and nowhere else.

const isText = ({ file }) => /\.(csv|tsv)$/i.test(file.name);
const folderOf = (path) => path.slice(0, path.lastIndexOf('/') + 1);

// Stands for its files where one file would.
export class Job {
  #picked; // [{file, path}]

  constructor(picked) {
    const files = picked.map(({ file }) => file);
    const [first] = picked;
    this.#picked = picked;
    this.isSet = files.length > 1;
    this.folder = folderOf(first.path); // as far as it is known: '' or 'a/b/'
    this.name = this.isSet ? `${first.file.name} 等 ${files.length} 个文件` : first.file.name; // of several until the report says which is the first
    this.size = files.reduce((sum, file) => sum + file.size, 0);
    this.key = JSON.stringify(picked.map(({ file, path }) => [path, file.size, file.lastModified]));
  }

  // The one file of it, or the first.
  get file() {
    return this.#picked[0].file;
  }

  // Promises {bytes, parts}: of several files their bytes end to end, and which is which.
  async read() {
    if (!this.isSet) return { bytes: await this.file.arrayBuffer() };
    const all = await Promise.all(this.#picked.map(({ file }) => file.arrayBuffer()));
    return { bytes: await new Blob(all).arrayBuffer(), parts: all.map((bytes, i) => ({ name: this.#picked[i].file.name, size: bytes.byteLength })) };
  }
}

// The jobs of what was picked together, {file, path} each: the texts of one folder are a
// form a file, one set, in the place of the first.
export function jobsOf(picked) {
  const texts = new Map(); // folder → its texts
  for (const one of picked.filter(isText)) {
    const folder = folderOf(one.path);
    if (texts.has(folder)) texts.get(folder).push(one);
    else texts.set(folder, [one]);
  }
  return picked.flatMap((one) => {
    const set = isText(one) ? texts.get(folderOf(one.path)) : [one];
    return set[0] === one ? [new Job(set)] : [];
  });
}
