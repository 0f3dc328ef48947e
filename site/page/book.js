// The sheets of the file on screen: which is open, and what is marked and suggested in it.

import { candidates, isBlock, repairsOf, shown } from './causes.js';
import { byId } from './dom.js';
import { flagsBySheet } from './flags.js';
import { blocksOf, FlowView } from './flow.js';
import { area, place } from './format.js';
import { SheetView } from './sheet.js';
import { drawTabs } from './tabs.js';
import { ui } from './text.js';
import { isAt, marksOf } from './written.js';

export class BookView {
  #entry = null;
  #report = null; // the entry's, or what it would be
  #sheetOf;
  #onTab;
  #sheet; // SheetView
  #flow; // FlowView, of what is written
  #isFlow = false; // which of them is there
  #tab = -1; // the sheet drawn
  #wanted = -1; // the sheet asked for last
  #chosen = null; // {cells, focus, repairs}: what is marked, and what is suggested: null for the focus alone
  #supposed = []; // the changes that are tried
  #inBlock = new Set(); // sheet!cell of every cell that a block of cells is suspected with
  #flags = new Map(); // sheet name → [row, col, severity] of its errors and warnings

  // sheetOf(entry, index) promises a sheet to draw; onCell(is) hears of a click: is(cell)
  // tells whether it was on that cell; onTab() hears that another sheet is asked for.
  constructor({ sheetOf, onCell, onTab }) {
    this.#sheetOf = sheetOf;
    this.#onTab = onTab;
    const hear = (...at) => {
      const name = this.#entry.sheets[this.#tab]?.name;
      onCell((cell) => isAt(cell, name, ...at));
    };
    this.#sheet = new SheetView(byId('sheet'), { onCell: hear });
    this.#flow = new FlowView(byId('flow'), { onCell: hear });
  }

  // Shows another file; its sheets come when something in them is chosen.
  show(entry) {
    this.#entry = entry;
    this.#inBlock = new Set(entry.report.suspects.filter(isBlock).flatMap((s) => s.changes.map((c) => `${c.sheet}!${c.cell}`)));
    this.#tab = this.#wanted = -1;
    this.#say('');
  }

  // The report to show of it: its own, or with changes supposed.
  judge(report, supposed = []) {
    this.#report = report;
    this.#supposed = supposed;
    this.#flags = flagsBySheet(report);
    this.#chosen = null;
  }

  get chosen() {
    return this.#chosen;
  }

  // The name of the sheet asked for last, and the cell in focus.
  get at() {
    return { sheet: this.#entry.sheets[this.#wanted]?.name ?? '', cell: this.#chosen?.cells[this.#chosen.focus] };
  }

  // Marks cells; repairs are changes to be shown where they are, null for the one in focus.
  choose(cells, repairs) {
    this.#chosen = { cells, focus: 0, repairs };
  }

  // Focuses cell i of what is chosen: its sheet opens, it comes into view.
  focus(i) {
    this.#chosen.focus = i;
    this.openNamed(this.#chosen.cells[i].sheet);
  }

  // The sheet gets the focus, with the cell in view.
  enter() {
    byId(this.#isFlow ? 'flow' : 'sheet').focus();
    this.#reveal();
  }

  #say(text) {
    this.#swap(false);
    this.#sheet.say(text);
  }

  #swap(isFlow) {
    this.#isFlow = isFlow;
    byId('flow').hidden = !isFlow;
    byId('sheet').hidden = isFlow;
  }

  // Opens the sheet of a name, then shows an area of it, if one is given.
  async openNamed(name, range) {
    await this.#open(this.#entry.sheets.findIndex((s) => s.name === name));
    const at = area(range);
    if (at && !this.#isFlow) this.#sheet.reveal(at[0], at[1], { others: false });
  }

  openFirst() {
    return this.#open(0);
  }

  async #open(index) {
    this.#wanted = index;
    this.#onTab();
    drawTabs(byId('tabs'), this.#entry.sheets, index, (i) => this.#open(i));
    if (index === this.#tab) {
      this.#mark();
      this.#reveal();
      return;
    }
    const entry = this.#entry;
    let data = null;
    let trouble = '';
    try {
      if (index >= 0 && index < entry.sheets.length) data = await this.#sheetOf(entry, index);
    } catch ({ code }) {
      trouble = code;
    }
    if (entry !== this.#entry || index !== this.#wanted) return;
    this.#tab = index;
    if (!data) {
      this.#say(['changed', 'unreadable'].includes(trouble) ? ui.fileChanged : ui.sheetGone);
      this.#tab = -1;
      return;
    }
    const areas = entry.report.forms.filter((f) => f.sheet === data.name && f.range).map((f) => area(f.range)).filter(Boolean);
    const blocks = entry.sheets[index].written && !areas.length ? blocksOf(data) : null;
    this.#swap(Boolean(blocks));
    if (blocks) this.#flow.show(data, blocks);
    else this.#sheet.show(data, areas, this.#allSuggestions(data.name));
    this.#mark();
    this.#reveal();
  }

  #mark() {
    const name = this.#entry.sheets[this.#tab]?.name;
    if (this.#isFlow) {
      this.#flow.mark(marksOf(this.#report, name, this.#chosen));
      return;
    }
    const marks = [];
    this.#chosen?.cells.forEach((cell, i) => {
      const at = place(cell.cell);
      if (cell.sheet === name && at) marks.push([...at, cell.side ?? '', i === this.#chosen.focus]);
    });
    marks.sort((a, b) => a[3] - b[3]); // a cell standing twice keeps the focus
    this.#sheet.mark(marks, this.#flags.get(name) ?? [], this.#suggestions(name));
  }

  // What the cells of a sheet should read: those of what is chosen, and of what is tried.
  #suggestions(sheet) {
    const { cells, focus, repairs } = this.#chosen ?? { repairs: [] };
    return [...repairs ?? [cells[focus]], ...this.#supposed].filter((c) => c.sheet === sheet).map((c) => this.#suggestion(c));
  }

  // [row, col, text, in a block?]; the text has the unit where the form's is another.
  #suggestion(change) {
    const { forms, unit } = this.#report;
    const own = forms.find((f) => f.form === change.form)?.unit;
    const text = shown(change.shape, change.suggest);
    return [...place(change.cell) ?? [-1, -1], own && own !== unit && change.suggest && change.shape !== 'code' ? `${text} ${unit}` : text, this.#inBlock.has(`${change.sheet}!${change.cell}`)];
  }

  // All that may be suggested on a sheet, for its layout.
  #allSuggestions(sheet) {
    return this.#entry.report.suspects.filter((s) => repairsOf(s).length).flatMap(candidates).filter((c) => c.sheet === sheet).map((c) => this.#suggestion(c));
  }

  #reveal() {
    const cell = this.#chosen?.cells[this.#chosen.focus];
    const at = place(cell?.cell);
    if (at && cell.sheet === this.#entry.sheets[this.#tab]?.name) (this.#isFlow ? this.#flow : this.#sheet).reveal(...at);
  }
}
