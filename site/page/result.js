// The verdict screen of one file: its panels, and the one thing chosen in it.

import { accept, canAccept, mark, withdraw } from './accept.js';
import { askReason, listAccepted } from './accepting.js';
import { candidates, causes, isBlock } from './causes.js';
import { byId, el } from './dom.js';
import { drawEquation } from './equation.js';
import { Findings } from './findings.js';
import { flagsBySheet } from './flags.js';
import { amount, area, place } from './format.js';
import { drawForms } from './forms.js';
import { drawScope } from './scope.js';
import { SheetView } from './sheet.js';
import { drawSuspect } from './suspect.js';
import { Suspects } from './suspects.js';
import { acceptance, ui, verdicts } from './text.js';
import { drawTabs } from './tabs.js';
import { drawTrial } from './trial.js';
import { drawVerdict, spoken, tally } from './verdict.js';
import { drawWhere, titleOf } from './where.js';

export class ResultView {
  #entry = null;
  #report = null; // the entry's, or while something is tried, what it would be
  #trial = null; // {suspect, before}: the suspect supposed mended, and how to come back
  #asking = null; // {from}: the trial asked for, and where the focus was
  #sheetOf;
  #whatIf;
  #onSave;
  #say;
  #sheet; // SheetView
  #list; // Findings
  #suspects; // Suspects
  #tab = -1; // the sheet drawn
  #wanted = -1; // the sheet asked for last
  #chosen = null; // {cells, focus, repairs}: what is marked, and what is suggested: null for the focus alone
  #inBlock = new Set(); // sheet!cell of every cell that a block of cells is suspected with
  #flags = new Map(); // sheet name → [row, col, severity] of its errors and warnings

  // sheetOf(entry, index) promises a sheet to draw, whatIf(entry, suspect) a report or
  // {error}; onSave() saves what is accepted; say(text) tells what has changed to who
  // cannot see it.
  constructor({ sheetOf, whatIf, onSave, say }) {
    this.#sheetOf = sheetOf;
    this.#whatIf = whatIf;
    this.#onSave = onSave;
    this.#say = say;
    this.#sheet = new SheetView(byId('sheet'), { onCell: (row, col) => this.#clicked(row, col) });
    this.#list = new Findings(byId('findings'), {
      onSelect: ({ finding, suspect }) => (suspect >= 0 ? this.#chooseSuspect(suspect) : this.#select(finding)),
      onFilter: ({ form }) => this.#drawForms(form),
    });
    this.#suspects = new Suspects(byId('suspects'), {
      onSelect: (i) => this.#list.select({ suspect: i }),
      onTry: (i) => this.#try(i),
    });
  }

  show(entry) {
    this.#entry = entry;
    this.#inBlock = new Set(entry.report.suspects.filter(isBlock).flatMap((s) => s.changes.map((c) => `${c.sheet}!${c.cell}`)));
    this.#trial = null;
    this.#asking = null;
    this.#tab = this.#wanted = -1;
    this.#sheet.say('');
    this.#draw(entry.report);
    this.#chooseFirst();
  }

  // Every panel but the sheet and what is chosen in it.
  #draw(report, { list, suspects } = {}) {
    this.#report = report;
    mark(report);
    this.#flags = flagsBySheet(report);
    this.#chosen = null;
    drawTrial(byId('trial'), this.#trial?.suspect, { onBack: () => this.back() });
    byId('result').classList.toggle('is-trial', Boolean(this.#trial));
    this.#drawVerdict();
    this.#suspects.show(report, { canTry: !this.#trial, ...suspects });
    this.#list.show(report, list);
    this.#drawForms(this.#list.filter.form);
  }

  #drawVerdict() {
    drawVerdict(byId('verdict'), this.#report, {
      onScope: () => this.#openScope(),
      onSeverity: (severity) => {
        this.#list.setFilter({ severity, form: '' });
        this.#list.focusList();
      },
      accepting: this.#trial ? null : {
        onList: () => listAccepted(this.#report, { onFinding: (finding) => this.#list.select({ finding }), onSave: () => this.#onSave() }),
        onSave: () => this.#onSave(),
      },
    });
  }

  // What comes first: a suspect, or else an error or warning.
  #chooseFirst() {
    const report = this.#report;
    const suspect = causes(report).order[0] ?? -1;
    const finding = report.findings.findIndex((f) => f.severity === 'error' || f.severity === 'warning');
    if (suspect >= 0) this.#list.select({ suspect });
    else if (finding >= 0) this.#list.select({ finding });
    else this.#chooseNone();
  }

  #chooseNone() {
    const report = this.#report;
    this.#drawWhere();
    byId('equation').replaceChildren(el('p', { class: 'eq-none' }, report.findings.length ? ui.pick : verdicts[report.verdict].gist));
    const form = report.forms.find((f) => f.status === 'read') ?? report.forms.find((f) => f.sheet);
    this.#open(Math.max(0, form ? this.#indexOf(form.sheet) : 0));
  }

  // Previews the report with a suspect mended. The entry stays as it is.
  async #try(i) {
    const entry = this.#entry;
    if (this.#trial || this.#asking || !entry.report.suspects[i]?.changes.length) return;
    const asking = this.#asking = { from: document.activeElement };
    this.#say(ui.trying);
    let after;
    try {
      after = await this.#whatIf(entry, i);
    } catch {
      after = null;
    }
    if (asking !== this.#asking) return;
    this.#asking = null;
    if (!after?.findings) {
      this.#say(after?.error ?? ui.notTried);
      this.#list.select({ suspect: i });
      byId('equation').prepend(el('p', { class: 'eq-none trouble' }, after?.error ?? ui.notTried));
      return;
    }
    const suspect = entry.report.suspects[i];
    const { selected } = this.#list;
    const chosen = causes(entry.report).of.get(selected.finding) === i ? selected : { suspect: i };
    this.#trial = { suspect, before: { i, chosen, from: asking.from, list: this.#list.state(), suspects: { open: this.#suspects.open } } };
    this.#draw(after);
    this.#chosen = { cells: suspect.changes, focus: 0, repairs: [] };
    this.#drawWhere();
    byId('equation').replaceChildren(el('p', { class: 'eq-none' }, ui.tried(verdicts[after.verdict].word, tally(entry.report).by.error, tally(after).by.error)));
    this.#focus(0);
    byId('trial').querySelector('.back').focus();
    this.#say(`${byId('trial').querySelector('.trial-what').textContent}。${spoken(after)}`);
  }

  // From a trial to the report as it is.
  back() {
    if (!this.#trial) return;
    const { i, chosen, from, list, suspects } = this.#trial.before;
    this.#trial = null;
    this.#draw(this.#entry.report, { list, suspects });
    this.#list.select(chosen);
    if (from.isConnected && from !== document.body) from.focus();
    else this.#suspects.focus(i, { trying: true });
    this.#say(`${ui.backAgain}${spoken(this.#report)}`);
  }

  // Tries the suspect chosen, or the one that explains the finding chosen.
  tryChosen() {
    const { suspect, finding } = this.#list.selected;
    const i = suspect >= 0 ? suspect : causes(this.#report).of.get(finding) ?? -1;
    if (this.#report.suspects[i]?.changes.length) this.#try(i);
    else this.#say(ui.nothingToTry);
  }

  step(by) {
    this.#list.step(by);
  }

  unfold(open) {
    this.#list.unfold(open);
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
    const finding = this.#report.findings[index];
    const cause = this.#report.suspects[causes(this.#report).of.get(index)];
    this.#suspects.choose(-1);
    this.#chosen = { cells: finding.cells, focus: 0, repairs: cause?.likely ? cause.changes : [] };
    this.#drawWhere();
    this.#drawEquation(finding);
    this.#focus(0);
  }

  #drawEquation(finding) {
    drawEquation(byId('equation'), finding, {
      unit: this.#report.unit, onCell: (cell, i) => this.#focus(i),
      onAccept: this.#trial ? null : () => this.accept(),
      onWithdraw: this.#trial ? null : () => this.#acceptedNow(() => withdraw(this.#report, finding), acceptance.withdrawn),
    });
  }

  // Asks for the reason to accept the finding chosen.
  accept() {
    const finding = this.#report.findings[this.#list.selected.finding];
    if (this.#trial) return;
    if (!finding || !canAccept(finding)) this.#say(acceptance.notThis);
    else if (finding.accepted) byId('equation').querySelector('.accept').focus();
    else askReason(finding, (reason) => this.#acceptedNow(() => accept(this.#report, finding, reason), acceptance.done));
  }

  #acceptedNow(act, said) {
    act();
    this.acceptedAgain();
    this.#list.focusList();
    this.#say(said);
  }

  // Shows what is accepted by now; what is chosen stays.
  acceptedAgain() {
    mark(this.#report);
    this.#drawVerdict();
    this.#list.refresh();
    const finding = this.#report.findings[this.#list.selected.finding];
    if (!finding) return;
    this.#drawEquation(finding);
    this.#focus(this.#chosen.focus);
  }

  // Goes to a finding, or to a cell of which something is to be said.
  goTo({ finding, cell, text }) {
    this.back();
    if (!cell) {
      this.#list.select({ finding });
      this.#list.focusList();
      return;
    }
    this.#list.select({}, { quiet: true });
    this.#suspects.choose(-1);
    this.#chosen = { cells: [cell], focus: 0, repairs: [] };
    this.#drawWhere();
    byId('equation').replaceChildren(el('p', { class: 'eq-none' }, `${cell.label} ${text}`));
    this.#focus(0);
    byId('sheet').focus();
    this.#say(`${ui.goTo(cell.sheet, cell.cell)}。${text}`);
  }

  #chooseSuspect(i) {
    const report = this.#report;
    const suspect = report.suspects[i];
    const cells = candidates(suspect);
    this.#suspects.choose(i);
    this.#chosen = { cells: cells.length ? cells : [suspect], focus: 0, repairs: suspect.likely ? cells : null };
    this.#drawWhere();
    drawSuspect(byId('equation'), suspect, report, {
      onCell: (change) => {
        this.#focus(this.#chosen.cells.findIndex((c) => c.sheet === change.sheet && c.cell === change.cell));
      },
      onFinding: (finding) => this.#list.select({ finding }),
      onAll: () => {
        this.#list.toggle(i, true);
        this.#list.focusList();
      },
      onTry: !this.#trial && suspect.changes.length ? () => this.#try(i) : null,
    });
    this.#focus(0);
  }

  // Focuses operand i of what is chosen: its sheet, its cell, its button.
  #focus(i) {
    const cell = this.#chosen.cells[i];
    if (!cell) return;
    this.#chosen.focus = i;
    for (const button of byId('equation').querySelectorAll('.operand')) {
      const { operand } = button.dataset;
      button.toggleAttribute('data-current', operand ? operand === String(i) : button.dataset.cell === cell.cell);
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
    this.#sheet.show(data, areas, this.#allSuggestions(data.name));
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
    this.#sheet.mark(marks, this.#flags.get(name) ?? [], this.#suggestions(name));
  }

  // What the cells of a sheet should read: those of what is chosen, and of what is tried.
  #suggestions(sheet) {
    const { cells, focus, repairs } = this.#chosen ?? { repairs: [] };
    return [...repairs ?? [cells[focus]], ...this.#trial?.suspect.changes ?? []].filter((c) => c.sheet === sheet).map((c) => this.#suggestion(c));
  }

  // [row, col, text, in a block?]; the text has the unit where the form's is another.
  #suggestion(change) {
    const { forms, unit } = this.#report;
    const own = forms.find((f) => f.form === change.form)?.unit;
    const text = amount(change.suggest) || ui.blank;
    return [...place(change.cell) ?? [-1, -1], own && own !== unit && change.suggest ? `${text} ${unit}` : text, this.#inBlock.has(`${change.sheet}!${change.cell}`)];
  }

  // All that may be suggested on a sheet, for its layout.
  #allSuggestions(sheet) {
    return this.#entry.report.suspects.flatMap(candidates).filter((c) => c.sheet === sheet).map((c) => this.#suggestion(c));
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
    const { suspects, findings } = this.#report;
    const suspect = suspects.findIndex((x) => x.likely && x.changes.some(here));
    if (suspect >= 0) this.#list.select({ suspect });
    const finding = suspect >= 0 ? -1 : findings.findIndex((f) => f.cells.some(here));
    if (finding >= 0) this.#list.select({ finding });
    if (finding >= 0 || suspect >= 0) this.#focus(this.#chosen.cells.findIndex(here));
  }

  #chooseForm(code) {
    const form = this.#report.forms.find((f) => f.form === code);
    const off = this.#list.filter.form === code;
    this.#list.setFilter({ form: off ? '' : code });
    if (off || !form?.sheet) return;
    const at = area(form.range);
    this.#open(this.#indexOf(form.sheet)).then(() => {
      if (at) this.#sheet.reveal(at[0], at[1], { others: false });
    });
  }

  #drawForms(chosen) {
    drawForms(byId('forms'), this.#report, { chosen, onForm: (code) => {
      this.#chooseForm(code);
      byId('forms').querySelector(`[data-form="${code}"]`)?.focus();
    } });
  }

  #drawWhere() {
    const sheet = this.#entry.sheets[this.#wanted]?.name ?? '';
    const title = titleOf(this.#report, sheet, this.#chosen?.cells[this.#chosen.focus]);
    drawWhere(byId('where'), title, this.#list.position(), (by) => this.step(by));
  }

  #drawTabs() {
    this.#drawWhere();
    drawTabs(byId('tabs'), this.#entry.sheets, this.#wanted, (i) => this.#open(i));
  }

  #openScope() {
    drawScope(byId('scope-body'), this.#report);
    byId('scope').showModal();
  }
}
