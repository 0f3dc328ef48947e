// Several texts dropped together (.csv, .tsv), a form a file, are one book.

const isText = (file) => /\.(csv|tsv)$/i.test(file.name);

// The files as they are to be judged: texts as one set, in the place of the first.
export function grouped(files) {
  const texts = files.filter(isText);
  if (texts.length < 2) return files;
  const set = new FileSet(texts);
  return files.flatMap((file) => (file === texts[0] ? [set] : isText(file) ? [] : [file]));
}

// Stands for its files where one file would: their bytes end to end, and which is which.
class FileSet {
  #files;

  constructor(files) {
    this.#files = files;
    this.name = `${files[0].name} 等 ${files.length} 个文件`; // until its report says which is the first
    this.size = files.reduce((sum, file) => sum + file.size, 0);
    this.lastModified = Math.max(...files.map((file) => file.lastModified));
  }

  async arrayBuffer() {
    const all = await Promise.all(this.#files.map((file) => file.arrayBuffer()));
    this.parts = all.map((bytes, i) => ({ name: this.#files[i].name, size: bytes.byteLength }));
    return new Blob(all).arrayBuffer();
  }
}

// Whether a file stands for several.
export const isSet = (file) => file instanceof FileSet;
