// Words of the written half: where they stand, in words, and what is marked of them.

import { place } from '../ui/format.js';
import { ui } from '../ui/text.js';

export const TEXT = 'text'; // stands for the written half among the forms

// Whether a finding is about it.
export const isWritten = ({ rule, cells }) => /^(text|performance|glossary)\./.test(rule) || cells.some(({ words }) => words);

const MOST_WORDS = 24; // characters that are said with their place

// What a section is called, as the report's own sentences call it.
const sectionName = (section) => (/^[一二三四五六七八九十百〇零\d]*$/.test(section) ? `${section}、` : `“${section}”`);

const clipped = (words) => {
  const all = [...words.split(/\s+/).filter(Boolean).join(' ')];
  return all.length > MOST_WORDS ? `…${all.slice(1 - MOST_WORDS).join('')}` : all.join('');
};

// Where words stand: 说明.docx 六、第41段; on a sheet of a workbook with the cell in the
// place of the paragraph.
export function partOf({ document, section, paragraph, sheet, cell }, named = true) {
  const where = paragraph ? `第${paragraph}段` : document ? '' : `${sheet} ${cell}`;
  return [named && document, (section ? sectionName(section) : '') + where].filter(Boolean).join(' ');
}

// Where a cell or words are, as the report says it.
export const placeOf = (cell) => inFile(cell) + (cell.words ? `${partOf(cell)}“${clipped(cell.words)}”` : `${cell.sheet} ${cell.cell}`);

// What stands before the place of a cell in another book than the report's.
export const inFile = ({ file }) => (file ? `${stemOf(file)} ` : '');

export const stemOf = (file) => file.replace(/\.[^.]*$/, '');

const lengthOf = ({ words }) => [...words].length;

// Whether a click was on a cell, or on words of it where they are words: at is where in
// its text, undefined for the cell as such.
export function isAt(cell, sheet, row, col, at) {
  const own = place(cell.cell);
  if (cell.sheet !== sheet || !own || own[0] !== row || own[1] !== col) return false;
  if (!cell.words || at === undefined) return true;
  const from = cell.at ?? 0;
  return at >= from && at < from + lengthOf(cell);
}

// All that is marked in the text of a sheet, as FlowView takes it: figures that were
// checked and that were not, the words of errors and warnings, and what is chosen,
// {cells, focus} or null.
export function marksOf({ text, findings }, sheet, chosen) {
  const here = (list) => list.filter((one) => one.sheet === sheet && place(one.cell));
  const at = (one) => (one.words ? [...place(one.cell), one.at ?? 0, lengthOf(one)] : [...place(one.cell), -1, 0]);
  return [
    ...here(text?.marks ?? []).map((m) => [...place(m.cell), m.at, m.length, 'said']),
    ...here(text?.unchecked ?? []).map((p) => [...at(p), 'unsaid', ui.uncheckedWhy(p.reason)]),
    ...findings.filter((f) => f.severity === 'error' || f.severity === 'warning').flatMap((f) => here(f.cells.slice(0, 1)).map((c) => [...at(c), `flag ${f.severity}`, f.message])),
    ...here((chosen?.cells ?? []).map((cell, i) => ({ ...cell, i }))).map((c) => [...at(c),
      ['marked', c.side && `at-${c.side}`, c.i === chosen.focus && 'focused'].filter(Boolean).join(' '), undefined, c.side ? ui[c.side].slice(0, 1) : null]),
  ];
}

// The cells of a sheet in which words may be marked, as 'row,col'.
export function wordedIn({ text, findings }, sheet) {
  const all = [text?.marks ?? [], text?.unchecked ?? [], findings.flatMap(({ cells }) => cells.filter(({ words }) => words))].flat();
  return new Set(all.filter((one) => one.sheet === sheet).map((one) => place(one.cell)?.join()));
}

// The tabs of an entry: a sheet each; those of a text that hold no form are one, as long
// as they follow each other.
export function tabsOf({ sheets, report }) {
  const forms = new Set(report.forms.map(({ sheet }) => sheet));
  const tabs = [];
  sheets.forEach(({ name, hidden, written, file }, index) => {
    const isText = Boolean(written) && !forms.has(name);
    const last = tabs.at(-1);
    if (isText && last?.isText && last.file === file) last.sheets.push(index);
    else tabs.push({ name, hidden, file, isText, sheets: [index] });
  });
  const own = tabs.filter(({ isText, file }) => isText && !file);
  for (const tab of tabs.filter(({ isText }) => isText)) tab.name = tab.file ?? ui.textTab(own.length > 1 ? own.indexOf(tab) + 1 : '');
  return tabs;
}
