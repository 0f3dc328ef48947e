// What of the files that came in may be a report. What comes is {file, path}: the path
// has the folders above the file as far as they are known, and whole says that a folder
// was given, so that nobody chose the file itself.

import { isAcceptance } from '../report/accept.js';
import { byId } from '../ui/dom.js';

export const MOST = 20_000; // files of a folder that are taken

// The endings that the page opens stand in its file input.
// A .txt is opened where it was chosen, as the text of a book; in a folder it is litter.
const endings = byId('input').accept.split(',').filter((one) => one !== '.txt');
const ending = (name) => name.slice(name.lastIndexOf('.')).toLowerCase();

// What programs leave beside a report and what is surely none.
const isLitter = (name) => /^(\.|~\$)|^(thumbs\.db|desktop\.ini)$|\.(tmp|lnk|url|jpe?g|png|gif|bmp|webp|tiff?|heic|mp[34])$/i.test(name);

// Of a folder what has the ending of a table and lies in no hidden folder, as the
// command takes it.
export const isTable = (path) => !path.split('/').some((part) => part.startsWith('.')) && !isLitter(path.slice(path.lastIndexOf('/') + 1)) && endings.includes(ending(path));

// {books, acceptances, skipped}. What was chosen by hand is left out only beside others:
// alone, it is told what it is.
export function sift(picked) {
  const isWanted = ({ file, path, whole }) => (whole ? isTable(path) && (!isAcceptance(file) || /-接受\.json$/i.test(path)) : !isLitter(file.name));
  const wanted = picked.some(isWanted) || picked.length > 1 || picked[0]?.whole ? picked.filter(isWanted) : picked;
  return {
    books: wanted.filter(({ file }) => !isAcceptance(file)),
    acceptances: wanted.filter(({ file }) => isAcceptance(file)).map(({ file }) => file),
    skipped: picked.length - wanted.length,
  };
}

// Folder by folder, by name, as the command walks them: by code point, and a name that
// ends comes before one that goes on.
export function byPath({ path: a }, { path: b }) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return rank(a.charCodeAt(at)) - rank(b.charCodeAt(at));
}

// Of half of a code point or a whole one; the halves stand for those above all others.
function rank(unit) {
  if (Number.isNaN(unit)) return -1;
  if (unit === SLASH) return 0;
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

const SLASH = 47;
