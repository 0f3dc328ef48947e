// The draft of the text, to be read: each figure leads to the cell it is from.

import { openDialog } from '../ui/dialog.js';
import { el } from '../ui/dom.js';
import { exporting as words, ui } from '../ui/text.js';

// go(cell, text) goes to a cell of the file on screen. A figure of last year's forms is
// said where it is from; that file is another.
export function showDraft({ title, notes, sections }, go) {
  const drawn = ({ text, kind, cells = [] }) => {
    if (kind === 'hole') return el('mark', {}, text);
    const own = cells.find((cell) => !cell.previous);
    if (!own) return cells.length ? el('span', { title: from(cells) }, text) : text;
    return el('button', { type: 'button', class: 'draft-figure', title: from(cells), onclick: () => {
      dialog.close();
      go(own, text);
    } }, text);
  };
  const dialog = openDialog({ kind: 'draft', title }, [
    ...notes.map((note) => el('p', { class: 'draft-note' }, `※ ${note}`)),
    ...sections.flatMap((section) => [el('h3', {}, section.title),
      ...section.paragraphs.map(({ heading, runs }) => el(heading ? 'h4' : 'p', {}, ...runs.map(drawn)))]),
  ]);
}

const from = (cells) => cells.map(({ sheet, cell, previous }) => (previous ? words.lastYear : '') + ui.goTo(sheet, cell)).join('\n');
