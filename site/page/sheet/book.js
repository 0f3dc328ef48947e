// The sheets of the file on screen: which is open, and what is marked and suggested in it.
// Those of a book it was judged together with are drawn in their place when one of its
// cells is chosen.

import { candidates, isBlock, repairsOf, shown } from '../report/causes.js';
import { byId } from '../ui/dom.js';
import { opened } from '../files/entry.js';
import { flagsBySheet } from './flags.js';
import { FlowView } from './flow.js';
import { area, place } from '../ui/format.js';
import { PagesView, spotsOf } from './pages.js';
import { SheetView } from './sheet.js';
import { drawTabs } from './tabs.js';
import { ui } from '../ui/text.js';
import { isAt, marksOf, tabsOf, wordedIn } from './written.js';

export class BookView {
  #entry = null;
  #report = null; // the entry's, or what it would be
  #sheetOf;
  #onTab;
  #sheet; // SheetView
  #flow; // FlowView, of what is written
  #pages; // PagesView, of a PDF
  #paged = true; // whether a PDF shows its pages, and not the sheet drawn from them
  #drawn = null; // the sheet drawn, or the first of them
  #books = new Map(); // file, '' for the entry's own → {file, role, entry, report, tabs}
  #book = null; // the one asked for last
  #asked = 0; // how often another sheet was asked for
  #tab = null; // the one drawn
  #wanted = -1; // the sheet of it
  #chosen = null; // {cells, focus, repairs}: what is marked, and what is suggested: null for the focus alone
  #supposed = []; // the changes that are tried
  #inBlock = new Set(); // file|sheet!cell of every cell that a block of cells is suspected with
  #flags = new Map(); // file → what the report says of it, and by sheet [row, col, severity] of its errors and warnings

  // sheetOf(entry, index) promises a sheet to draw, pageOf(entry, index, width) a page; onCell(is) hears of a click: is(cell)
  // tells whether it was on that cell; onTab() hears that another sheet is asked for, of
  // whichever book.
  constructor({ sheetOf, pageOf, onCell, onTab }) {
    this.#sheetOf = sheetOf;
    this.#onTab = onTab;
    const hear = (sheet, ...at) => {
      const name = this.#nameOf(this.#tab?.sheets[sheet]);
      onCell((cell) => this.#isHere(cell) && isAt(cell, name, ...at));
    };
    this.#sheet = new SheetView(byId('sheet'), { onCell: (...at) => hear(0, ...at) });
    this.#flow = new FlowView(byId('flow'), { onCell: hear });
    this.#pages = new PagesView(byId('pages'), { pageOf, onCell: (own) => onCell((cell) => cell.sheet === own.sheet && cell.cell === own.cell && (cell.at ?? 0) === (own.at ?? 0)) });
  }

  // Shows another file; its sheets come when something in them is chosen.
  show(entry) {
    this.#entry = entry;
    this.#inBlock = new Set(entry.report.suspects.filter(isBlock).flatMap((s) => s.changes.map(placeIn)));
    this.#book = { file: '', entry, report: entry.report, tabs: tabsOf(entry) };
    this.#books = new Map([['', this.#book]]);
    this.#tab = null;
    this.#wanted = -1;
    this.#pages.show(entry);
    this.#say('');
  }

  // Whether there are pages to show: null for none, else whether they are shown.
  get paged() {
    return this.#book?.file === '' && this.#entry.pages?.length ? this.#paged : null;
  }

  // Shows the pages of a PDF in the place of its sheets, or the reverse.
  turn() {
    this.#paged = !this.#paged;
    this.#swap(this.#tab?.isText);
    this.#mark();
    this.#reveal();
  }

  #nameOf(index) {
    return this.#book.entry.sheets[index]?.name;
  }

  // Whether a cell is of the book that is drawn.
  #isHere = (cell) => fileOf(cell) === this.#book.file;

  // Promises a book by the name that places have for it, or null.
  async #bookOf(file) {
    if (this.#books.has(file)) return this.#books.get(file);
    const { entry, role } = this.#entry.books?.get(file) ?? {};
    if (!entry) return null;
    const { report } = await opened(entry);
    const book = { file, role, entry, report, tabs: tabsOf({ sheets: entry.sheets, report }) };
    this.#books.set(file, book);
    return book;
  }

  // The report to show of it: its own, or with changes supposed.
  judge(report, supposed = []) {
    this.#report = report;
    this.#supposed = supposed;
    this.#flags = new Map();
    this.#chosen = null;
  }

  get chosen() {
    return this.#chosen;
  }

  // The name of the sheet asked for last, and the cell in focus; of another book than the
  // entry's own which, {file, role, entry, report}.
  get at() {
    return { sheet: this.#nameOf(this.#wanted) ?? '', cell: this.#chosen?.cells[this.#chosen.focus], book: this.#book.file ? this.#book : null };
  }

  // Marks cells; repairs are changes to be shown where they are, null for the one in focus.
  choose(cells, repairs) {
    this.#chosen = { cells, focus: 0, repairs };
  }

  // Focuses cell i of what is chosen: its sheet opens, it comes into view.
  focus(i) {
    this.#chosen.focus = i;
    const cell = this.#chosen.cells[i];
    this.openNamed(cell.sheet, '', fileOf(cell));
  }

  // Back from another book to the entry's own: to a cell of what is chosen, or its first sheet.
  home() {
    const own = this.#chosen?.cells.findIndex((cell) => !cell.file) ?? -1;
    if (own >= 0) this.focus(own);
    else this.#open(0, '');
  }

  // The sheet gets the focus, with the cell in view.
  enter() {
    byId(this.paged ? 'pages' : this.#tab?.isText ? 'flow' : 'sheet').focus();
    this.#reveal();
  }

  #say(text) {
    this.#swap(false);
    this.#sheet.say(text);
  }

  #swap(isText) {
    byId('pages').hidden = !this.paged;
    byId('flow').hidden = this.paged || !isText;
    byId('sheet').hidden = this.paged || isText;
  }

  // Opens the sheet of a name, of the own book or another, then shows an area of it, if
  // one is given.
  async openNamed(name, range, file = '') {
    await this.#open(name, file);
    const at = area(range);
    if (at && this.#tab && !this.#tab.isText) this.#sheet.reveal(at[0], at[1], { others: false });
  }

  openFirst() {
    return this.#open(0, '');
  }

  // which is an index or a name.
  async #open(which, file) {
    const asked = this.#asked += 1;
    const entry = this.#entry;
    const book = this.#books.get(file) ?? await this.#bookOf(file).catch(() => null);
    if (entry !== this.#entry || asked !== this.#asked) return;
    if (!book) {
      this.#tab = null;
      this.#say(ui.sheetGone);
      return;
    }
    const index = typeof which === 'number' ? which : book.entry.sheets.findIndex((s) => s.name === which);
    this.#book = book;
    this.#wanted = index;
    this.#onTab();
    const tab = book.tabs.find(({ sheets }) => sheets.includes(index));
    drawTabs(byId('tabs'), book.tabs, book.tabs.indexOf(tab), (i) => this.#open(book.tabs[i].sheets[0], file));
    if (tab && tab === this.#tab) {
      this.#mark();
      this.#reveal();
      return;
    }
    const drawn = [];
    let trouble = '';
    try {
      for (const i of tab?.sheets ?? []) drawn.push(await this.#sheetOf(book.entry, i));
    } catch ({ code }) {
      trouble = code;
    }
    if (entry !== this.#entry || asked !== this.#asked) return;
    this.#tab = tab;
    [this.#drawn] = drawn;
    if (!tab || drawn.length < tab.sheets.length || drawn.includes(null)) {
      this.#say(['changed', 'unreadable'].includes(trouble) ? ui.fileChanged : ui.sheetGone);
      this.#tab = null;
      return;
    }
    this.#swap(tab.isText);
    if (tab.isText) this.#flow.show(tab.name, drawn);
    else {
      const [data] = drawn;
      const areas = book.report.forms.filter((f) => f.sheet === data.name && f.range).map((f) => area(f.range)).filter(Boolean);
      this.#sheet.show(data, areas, this.#allSuggestions(data.name), wordedIn(book.report, data.name));
    }
    this.#mark();
    this.#reveal();
  }

  #mark() {
    if (!this.#tab) return;
    const { file } = this.#book;
    if (!this.#flags.has(file)) {
      const said = saidOf(this.#report, file);
      this.#flags.set(file, { said, bySheet: flagsBySheet(said) });
    }
    const { said, bySheet } = this.#flags.get(file);
    const chosen = this.#chosen && { ...this.#chosen, cells: this.#chosen.cells.map((cell) => (this.#isHere(cell) ? cell : {})) };
    if (this.paged) this.#pages.mark(spotsOf(said, chosen));
    if (this.#tab.isText) {
      this.#flow.mark(this.#tab.sheets.flatMap((index, i) => marksOf(said, this.#nameOf(index), chosen).map((mark) => [i, ...mark])));
      return;
    }
    const name = this.#nameOf(this.#tab.sheets[0]);
    const marks = [];
    this.#chosen?.cells.forEach((cell, i) => {
      const at = place(cell.cell);
      if (cell.sheet === name && at && !cell.words && this.#isHere(cell)) marks.push([...at, cell.side ?? '', i === this.#chosen.focus]);
    });
    marks.sort((a, b) => a[3] - b[3]); // a cell standing twice keeps the focus
    const words = marksOf(said, name, chosen).filter(([, , at]) => at >= 0);
    this.#sheet.mark(marks, bySheet.get(name) ?? [], this.#suggestions(name), words);
  }

  // What the cells of a sheet should read: those of what is chosen, and of what is tried.
  #suggestions(sheet) {
    const { cells, focus, repairs } = this.#chosen ?? { repairs: [] };
    return [...repairs ?? [cells[focus]], ...this.#supposed].filter((c) => c.sheet === sheet && this.#isHere(c)).map((c) => this.#suggestion(c));
  }

  // [row, col, text, in a block?]; the text has the unit where the form's is another.
  #suggestion(change) {
    const { forms, unit } = this.#book.report;
    const own = forms.find((f) => f.form === change.form)?.unit;
    const text = shown(change.shape, change.suggest);
    return [...place(change.cell) ?? [-1, -1], own && own !== unit && change.suggest && change.shape !== 'code' ? `${text} ${unit}` : text, this.#inBlock.has(placeIn(change))];
  }

  // All that may be suggested on a sheet, for its layout.
  #allSuggestions(sheet) {
    return this.#entry.report.suspects.filter((s) => repairsOf(s).length).flatMap(candidates).filter((c) => c.sheet === sheet && this.#isHere(c)).map((c) => this.#suggestion(c));
  }

  #reveal() {
    const cell = this.#chosen?.cells[this.#chosen.focus];
    const at = place(cell?.cell);
    if (this.paged) {
      const first = this.#drawn?.spots?.[0]?.[3];
      if (cell?.page ?? first) this.#pages.reveal(cell?.page ?? first);
      return;
    }
    const sheet = at && this.#tab && this.#isHere(cell) ? this.#tab.sheets.findIndex((i) => this.#nameOf(i) === cell.sheet) : -1;
    if (sheet < 0) return;
    if (this.#tab.isText) this.#flow.reveal(sheet, ...at);
    else this.#sheet.reveal(...at);
  }
}

const fileOf = ({ file }) => file ?? '';
const placeIn = (cell) => `${fileOf(cell)}|${cell.sheet}!${cell.cell}`;

// What a report says of one of its books.
const saidOf = (report, file) => ({
  text: file ? undefined : report.text,
  findings: report.findings.map((f) => (f.cells.every((cell) => fileOf(cell) === file) ? f : { ...f, cells: f.cells.filter((cell) => fileOf(cell) === file) })),
});
