// The verdict screen of one file: its panels, and the one thing chosen in it.

import { byId, el } from './dom.js';
import { drawEquation, drawSuspect } from './equation.js';
import { Findings } from './findings.js';
import { area, place } from './format.js';
import { drawForms } from './forms.js';
import { drawScope } from './scope.js';
import { SheetView } from './sheet.js';
import { drawSuspects } from './suspects.js';
import { formNames, ui, verdicts } from './text.js';
import { drawVerdict } from './verdict.js';

export class ResultView {
  #entry = null;
  #sheetOf;
  #sheet; // SheetView
  #list; // Findings
  #tab = -1; // the sheet drawn
  #wanted = -1; // the sheet asked for last
  #chosen = null; // {cells, focus}: what is marked
  #suspect = -1;
  #flags = new Map(); // sheet name → [row, col, severity] of its errors and warnings

  // sheetOf(entry, index) promises a sheet to draw.
  constructor({ sheetOf }) {
    this.#sheetOf = sheetOf;
    this.#sheet = new SheetView(byId('sheet'), { onCell: (row, col) => this.#clicked(row, col) });
    this.#list = new Findings(byId('findings'), {
      onSelect: (index) => this.#select(index),
      onFilter: ({ form }) => this.#drawForms(form),
    });
  }

  show(entry) {
    this.#entry = entry;
    this.#flags = flagsBySheet(entry.report);
    this.#tab = this.#wanted = -1;
    this.#chosen = null;
    this.#suspect = -1;
    const { report } = entry;
    this.#sheet.say('');
    drawVerdict(byId('verdict'), report, {
      onScope: () => this.#openScope(),
      onSeverity: (severity) => {
        this.#list.setFilter({ severity, form: '' });
        this.#list.focusList();
      },
    });
    this.#drawForms('');
    this.#drawSuspects();
    this.#list.show(report);
    const first = report.findings.findIndex((f) => f.severity === 'error' || f.severity === 'warning');
    if (first >= 0) {
      this.#list.select(first);
    } else {
      this.#drawWhere();
      byId('equation').replaceChildren(el('p', { class: 'eq-none' }, report.findings.length ? ui.pick : verdicts[report.verdict].gist));
      const form = report.forms.find((f) => f.status === 'read') ?? report.forms.find((f) => f.sheet);
      this.#open(Math.max(0, form ? this.#indexOf(form.sheet) : 0));
    }
  }

  step(by) {
    this.#list.step(by);
  }

  // To the cell: the sheet gets the focus, the cell is in view.
  enter() {
    byId('sheet').focus();
    this.#reveal();
  }

  focusFilter() {
    this.#list.focusFilter();
  }

  #indexOf(sheetName) {
    return this.#entry.sheets.findIndex((s) => s.name === sheetName);
  }

  #select(index) {
    const finding = this.#entry.report.findings[index];
    if (this.#suspect >= 0) {
      this.#suspect = -1;
      this.#drawSuspects();
    }
    this.#chosen = { cells: finding.cells, focus: 0 };
    this.#drawWhere();
    drawEquation(byId('equation'), finding, {
      unit: this.#entry.report.unit, onCell: (cell, i) => this.#focus(i),
    });
    this.#focus(0);
  }

  #chooseSuspect(i) {
    const { report } = this.#entry;
    this.#suspect = i;
    this.#drawSuspects();
    this.#list.select(-1, { quiet: true });
    this.#chosen = { cells: [{ ...report.suspects[i], side: '' }], focus: 0 };
    this.#drawWhere();
    drawSuspect(byId('equation'), report.suspects[i], report, {
      onCell: () => this.#focus(0), onFinding: (index) => this.#list.select(index),
    });
    this.#focus(0);
  }

  // Focuses operand i of what is chosen: its sheet, its cell, its button.
  #focus(i) {
    const cell = this.#chosen.cells[i];
    if (!cell) return;
    this.#chosen.focus = i;
    for (const button of byId('equation').querySelectorAll('.operand')) {
      button.toggleAttribute('data-current', button.dataset.operand === String(i));
    }
    this.#open(this.#indexOf(cell.sheet));
  }

  async #open(index) {
    this.#wanted = index;
    this.#drawTabs();
    if (index === this.#tab) {
      this.#mark();
      this.#reveal();
      return;
    }
    const entry = this.#entry;
    let data = null;
    try {
      if (index >= 0 && index < entry.sheets.length) data = await this.#sheetOf(entry, index);
    } catch {
      // said below
    }
    if (entry !== this.#entry || index !== this.#wanted) return;
    this.#tab = index;
    if (!data) {
      this.#sheet.say(ui.sheetGone);
      return;
    }
    const areas = entry.report.forms.filter((f) => f.sheet === data.name && f.range).map((f) => area(f.range)).filter(Boolean);
    this.#sheet.show(data, areas);
    this.#mark();
    this.#reveal();
  }

  #mark() {
    const name = this.#entry.sheets[this.#tab]?.name;
    const marks = [];
    this.#chosen?.cells.forEach((cell, i) => {
      const at = place(cell.cell);
      if (cell.sheet === name && at) marks.push([...at, cell.side ?? '', i === this.#chosen.focus]);
    });
    marks.sort((a, b) => a[3] - b[3]); // a cell standing twice keeps the focus
    this.#sheet.mark(marks, this.#flags.get(name) ?? []);
  }

  #reveal() {
    const cell = this.#chosen?.cells[this.#chosen.focus];
    const at = place(cell?.cell);
    if (at && cell.sheet === this.#entry.sheets[this.#tab]?.name) this.#sheet.reveal(...at);
  }

  // A click on a cell of the chosen finding focuses it; elsewhere it chooses
  // the most important finding that speaks of the cell.
  #clicked(row, col) {
    const name = this.#entry.sheets[this.#tab]?.name;
    const here = (cell) => {
      const at = place(cell.cell);
      return cell.sheet === name && at && at[0] === row && at[1] === col;
    };
    const own = this.#chosen?.cells.findIndex(here) ?? -1;
    if (own >= 0) {
      this.#focus(own);
      return;
    }
    const index = this.#entry.report.findings.findIndex((f) => f.cells.some(here));
    if (index < 0) return;
    this.#list.select(index, { quiet: true });
    this.#select(index);
    this.#focus(this.#entry.report.findings[index].cells.findIndex(here));
  }

  #chooseForm(code) {
    const form = this.#entry.report.forms.find((f) => f.form === code);
    const off = this.#list.filter.form === code;
    this.#list.setFilter({ form: off ? '' : code });
    if (off || !form?.sheet) return;
    const at = area(form.range);
    this.#open(this.#indexOf(form.sheet)).then(() => {
      if (at) this.#sheet.reveal(at[0], at[1], { others: false });
    });
  }

  #drawForms(chosen) {
    drawForms(byId('forms'), this.#entry.report, { chosen, onForm: (code) => {
      this.#chooseForm(code);
      byId('forms').querySelector(`[data-form="${code}"]`)?.focus();
    } });
  }

  #drawSuspects() {
    drawSuspects(byId('suspects'), this.#entry.report, { chosen: this.#suspect, onSuspect: (i) => this.#chooseSuspect(i) });
  }

  #drawWhere() {
    const [at, of] = this.#list.position();
    byId('where').replaceChildren(
      el('h2', { class: 'where-title' }, this.#title()),
      of ? el('div', { class: 'where-steps' },
        el('span', { class: 'dim' }, at ? ui.position(at, of) : ''),
        el('button', { type: 'button', class: 'quiet', id: 'previous', disabled: at === 1, onclick: () => this.step(-1) }, `‹ ${ui.previous}`),
        el('button', { type: 'button', class: 'quiet', id: 'next', disabled: at === of, onclick: () => this.step(1) }, `${ui.next} ›`)) : '');
  }

  #title() {
    const sheet = this.#entry.sheets[this.#wanted]?.name ?? '';
    const cell = this.#chosen?.cells[this.#chosen.focus];
    const forms = this.#entry.report.forms.filter((f) => f.sheet === sheet);
    const code = (cell?.sheet === sheet && cell.form) || (forms.length === 1 ? forms[0].form : '');
    return formNames[code]?.[2] ?? sheet;
  }

  #drawTabs() {
    const root = byId('tabs');
    const { sheets } = this.#entry;
    this.#drawWhere();
    root.replaceChildren(...sheets.map((sheet, i) => el('button', {
      type: 'button', role: 'tab', class: 'tab', 'aria-selected': String(i === this.#wanted), tabindex: i === this.#wanted ? '0' : '-1',
      'aria-controls': 'sheet', title: sheet.hidden ? ui.hiddenHere : null, onclick: () => this.#open(i),
      onkeydown: (event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        this.#open((i + by + sheets.length) % sheets.length);
        root.querySelector('[aria-selected="true"]').focus();
      },
    }, sheet.name, sheet.hidden ? el('small', {}, `（${ui.hiddenSheet}）`) : null)));
    const tab = root.querySelector('[aria-selected="true"]');
    if (!tab) return;
    const left = tab.offsetLeft - root.offsetLeft;
    if (left < root.scrollLeft) root.scrollLeft = left;
    else if (left + tab.offsetWidth > root.scrollLeft + root.clientWidth) root.scrollLeft = left + tab.offsetWidth - root.clientWidth;
  }

  #openScope() {
    drawScope(byId('scope-body'), this.#entry.report);
    byId('scope').showModal();
  }
}

// Cells of errors and warnings carry a corner; the worst finding gives its colour.
function flagsBySheet(report) {
  const worst = new Map(); // sheet → cell → severity; findings come worst first
  for (const { severity, cells } of report.findings) {
    if (severity !== 'error' && severity !== 'warning') continue;
    for (const { sheet, cell, side, value } of cells) {
      if (side && value === '') continue; // a blank operand is not what is wrong
      if (!worst.has(sheet)) worst.set(sheet, new Map());
      const flags = worst.get(sheet);
      if (severity === 'error' || !flags.has(cell)) flags.set(cell, severity);
    }
  }
  return new Map([...worst].map(([sheet, flags]) => [sheet,
    [...flags].map(([cell, severity]) => [...(place(cell) ?? [-1, -1]), severity])]));
}
