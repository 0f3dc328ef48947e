// The verdict screen of one file: its panels, and the one thing chosen in it.

import { accept, canAccept, mark, withdraw } from '../report/accept.js';
import { askReason, listAccepted } from './accepting.js';
import { BookView } from '../sheet/book.js';
import { candidates, canTry, placesOf, repairsOf } from '../report/causes.js';
import { byId, el } from '../ui/dom.js';
import { drawEquation, drawUnchecked } from './equation.js';
import { Findings } from './findings.js';
import { drawForms } from './forms.js';
import { isTogether } from '../files/gather.js';
import { isLost } from '../files/pair.js';
import { isBook } from '../files/propose.js';
import { drawScope } from './scope.js';
import { drawSuspect } from './suspect.js';
import { Suspects } from './suspects.js';
import { tally, verdictOf } from '../report/tally.js';
import { acceptance, together, ui } from '../ui/text.js';
import { drawTrial } from './trial.js';
import { drawVerdict, spoken } from './verdict.js';
import { drawWhere, titleOf } from '../sheet/where.js';
import { stemOf, TEXT } from '../sheet/written.js';

export class ResultView {
  #entry = null;
  #report = null; // the entry's, or while something is tried, what it would be
  #trial = null; // {suspect, before}: the suspect supposed mended, and how to come back
  #asking = null; // {from}: the trial asked for, and where the focus was
  #whatIf;
  #onSave;
  #onAccepted;
  #onTexts;
  #onTogether;
  #onBooks;
  #onBook;
  #say;
  #book; // BookView
  #list; // Findings
  #suspects; // Suspects

  // sheetOf and pageOf are those of book.js, whatIf(entry, suspect) a report or
  // {error}; onSave() saves what is accepted; onAccepted(report) hears that it is more or
  // less; onTexts() asks which book the texts belong to, onTogether() which books go with
  // it, onBooks() lists those that do, onBook(entry) opens one; say(text) tells what has
  // changed to who cannot see it.
  constructor({ sheetOf, pageOf, whatIf, onSave, onAccepted, onTexts, onTogether, onBooks, onBook, say }) {
    this.#whatIf = whatIf;
    this.#onSave = onSave;
    this.#onAccepted = onAccepted;
    this.#onTexts = onTexts;
    this.#onTogether = onTogether;
    this.#onBooks = onBooks;
    this.#onBook = onBook;
    this.#say = say;
    this.#book = new BookView({ sheetOf, pageOf, onCell: (is) => this.#clicked(is), onTab: () => this.#drawWhere() });
    this.#list = new Findings(byId('findings'), {
      onSelect: ({ finding, suspect, passage }) => (suspect >= 0 ? this.#chooseSuspect(suspect) : passage >= 0 ? this.#choosePassage(passage) : this.#select(finding)),
      onFilter: ({ form }) => this.#drawForms(form),
    });
    this.#suspects = new Suspects(byId('suspects'), {
      onSelect: (i) => this.#list.select({ suspect: i }),
      onTry: (i) => this.#try(i),
    });
  }

  show(entry) {
    this.#entry = entry;
    this.#trial = null;
    this.#asking = null;
    this.#book.show(entry);
    this.#draw(entry.report);
    this.#chooseFirst();
  }

  // Every panel but the sheet and what is chosen in it.
  #draw(report, { list, suspects } = {}) {
    this.#report = report;
    mark(report);
    this.#book.judge(report, this.#trial ? repairsOf(this.#trial.suspect) : []);
    drawTrial(byId('trial'), this.#trial?.suspect, { onBack: () => this.back() });
    byId('result').classList.toggle('is-trial', Boolean(this.#trial));
    this.#drawVerdict();
    this.#suspects.show(report, { canTry: this.#mayTry, ...suspects });
    this.#list.show(report, list);
    this.#drawForms(this.#list.filter.form);
  }

  // One cell of many books is supposed otherwise in none of them.
  get #mayTry() {
    return !this.#trial && !isTogether(this.#entry);
  }

  // Which of the books a cell is in, in a few words; '' for the entry's own.
  #whose = ({ file }) => {
    const book = file ? this.#entry.books?.get(file) : null;
    return !file ? '' : book?.role === 'before' ? together.last : book?.entry.brief.department || stemOf(file);
  };

  #drawVerdict() {
    drawVerdict(byId('verdict'), this.#report, {
      onScope: () => this.#openScope(),
      onSeverity: (severity) => {
        this.#list.setFilter({ severity, form: '' });
        this.#list.focusList();
      },
      onUnchecked: () => {
        this.#list.select({ passage: 0 });
        this.#list.focusList();
      },
      onTexts: !this.#trial && (this.#entry.job.texts.length || isLost(this.#entry)) ? () => this.#onTexts() : null,
      books: this.#trial || !isBook(this.#entry) ? null : { units: this.#entry.units.length, before: this.#entry.before?.name, onAsk: () => this.#onTogether(), onList: () => this.#onBooks() },
      accepting: this.#trial ? null : {
        onList: () => listAccepted(this.#report, { onFinding: (finding) => this.#list.select({ finding }), onSave: () => this.#onSave() }),
        onSave: () => this.#onSave(),
      },
    });
  }

  // What comes first: a suspect, or else an error or warning.
  #chooseFirst() {
    const report = this.#report;
    const finding = report.findings.findIndex((f) => f.severity === 'error' || f.severity === 'warning');
    if (report.suspects.length) this.#list.select({ suspect: 0 });
    else if (finding >= 0) this.#list.select({ finding });
    else this.#chooseNone();
  }

  #chooseNone() {
    const report = this.#report;
    this.#drawWhere();
    byId('equation').replaceChildren(el('p', { class: 'eq-none' }, report.findings.length ? ui.pick : verdictOf(report).gist));
    const form = report.forms.find((f) => f.status === 'read') ?? report.forms.find((f) => f.sheet);
    if (form) this.#book.openNamed(form.sheet);
    else this.#book.openFirst();
  }

  // Previews the report with a suspect mended. The entry stays as it is.
  async #try(i) {
    const entry = this.#entry;
    if (!this.#mayTry || this.#asking || !canTry(entry.report.suspects[i])) return;
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
    const chosen = entry.report.findings[selected.finding]?.suspect === i ? selected : { suspect: i };
    this.#trial = { suspect, before: { i, chosen, from: asking.from, list: this.#list.state(), suspects: { open: this.#suspects.open } } };
    this.#draw(after);
    this.#book.choose(placesOf(suspect), []);
    byId('equation').replaceChildren(el('p', { class: 'eq-none' }, ui.tried(verdictOf(after).word, tally(entry.report).by.error, tally(after).by.error)));
    this.#focus(0);
    byId('trial').querySelector('.back').focus();
    this.#say(`${byId('trial').querySelector('.trial-what').textContent}。${spoken(after)}`);
  }

  // From a trial to the report as it is; false when nothing is tried.
  back() {
    if (!this.#trial) return false;
    const { i, chosen, from, list, suspects } = this.#trial.before;
    this.#trial = null;
    this.#draw(this.#entry.report, { list, suspects });
    this.#list.select(chosen);
    if (from.isConnected && from !== document.body) from.focus();
    else this.#suspects.focus(i, { trying: true });
    this.#say(`${ui.backAgain}${spoken(this.#report)}`);
    return true;
  }

  // Tries the suspect chosen, or the one that explains the finding chosen.
  tryChosen() {
    const { suspect, finding } = this.#list.selected;
    const i = suspect >= 0 ? suspect : this.#report.findings[finding]?.suspect ?? -1;
    if (i >= 0 && this.#mayTry && canTry(this.#report.suspects[i])) this.#try(i);
    else this.#say(isTogether(this.#entry) ? together.noTrial : ui.nothingToTry);
  }

  step(by) {
    this.#list.step(by);
  }

  unfold(open) {
    this.#list.unfold(open);
  }

  enter() {
    this.#book.enter();
  }

  // Of a PDF its pages, or the sheets drawn from them.
  turn() {
    if (this.#book.paged === null) return;
    this.#book.turn();
    this.#drawWhere();
    this.#say(this.#book.paged ? ui.pages : ui.tables);
  }

  focusFilter() {
    this.#list.focusFilter();
  }

  #select(index) {
    const finding = this.#report.findings[index];
    const cause = this.#report.suspects[finding.suspect];
    this.#suspects.choose(-1);
    this.#book.choose(finding.cells, cause?.likely ? repairsOf(cause) : []);
    this.#drawEquation(finding);
    this.#focus(0);
  }

  // A figure of the text that was not checked.
  #choosePassage(i) {
    const passage = this.#report.text.unchecked[i];
    this.#suspects.choose(-1);
    this.#book.choose([passage], []);
    drawUnchecked(byId('equation'), passage, () => this.#focus(0));
    this.#focus(0);
  }

  #drawEquation(finding) {
    drawEquation(byId('equation'), finding, {
      unit: this.#report.unit, whose: this.#whose, onCell: (cell, i) => this.#focus(i),
      onAccept: this.#trial ? null : () => this.accept(),
      onWithdraw: this.#trial ? null : () => this.#acceptedNow(() => withdraw(this.#report, finding), acceptance.withdrawn),
    });
  }

  // Asks for the reason to accept the finding chosen.
  accept() {
    const report = this.#report;
    const finding = report.findings[this.#list.selected.finding];
    if (this.#trial) return;
    if (!finding || !canAccept(finding)) this.#say(acceptance.notThis);
    else if (finding.accepted) byId('equation').querySelector('.accept').focus();
    else askReason(finding, (reason) => this.#acceptedNow(() => accept(report, finding, reason), acceptance.done));
  }

  #acceptedNow(act, said) {
    act();
    this.#onAccepted(this.#report);
    this.acceptedAgain();
    this.#list.focusList();
    this.#say(said);
  }

  // Shows what is accepted by now; what is chosen stays.
  acceptedAgain() {
    mark(this.#report);
    this.#drawVerdict();
    this.#suspects.refresh();
    this.#list.refresh();
    const finding = this.#report.findings[this.#list.selected.finding];
    if (!finding) return;
    this.#drawEquation(finding);
    this.#focus(this.#book.chosen.focus);
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
    this.#book.choose([cell], []);
    byId('equation').replaceChildren(el('p', { class: 'eq-none' }, `${cell.label} ${text}`));
    this.#focus(0);
    this.#book.enter();
    this.#say(`${ui.goTo(cell.sheet, cell.cell)}。${text}`);
  }

  #chooseSuspect(i) {
    const report = this.#report;
    const suspect = report.suspects[i];
    this.#suspects.choose(i);
    const repairs = repairsOf(suspect);
    this.#book.choose(candidates(suspect), suspect.likely || !repairs.length ? repairs : null);
    drawSuspect(byId('equation'), suspect, report, {
      onCell: (change) => {
        this.#focus(this.#book.chosen.cells.findIndex((c) => c.sheet === change.sheet && c.cell === change.cell && c.file === change.file));
      },
      whose: this.#whose,
      onFinding: (finding) => this.#list.select({ finding }),
      onAll: () => {
        this.#list.toggle(i, true);
        this.#list.focusList();
      },
      onTry: this.#mayTry && canTry(suspect) ? () => this.#try(i) : null,
      again: isTogether(this.#entry) ? together.mended : '',
    });
    this.#focus(0);
  }

  // Focuses operand i of what is chosen: its sheet, its cell, its button.
  #focus(i) {
    const cell = this.#book.chosen.cells[i];
    if (!cell) {
      this.#drawWhere();
      return;
    }
    for (const button of byId('equation').querySelectorAll('.operand')) {
      const { operand } = button.dataset;
      button.toggleAttribute('data-current', operand ? operand === String(i) : button.dataset.cell === cell.cell && button.dataset.file === (cell.file ?? ''));
    }
    this.#book.focus(i);
  }

  // A click on a cell of the chosen finding focuses it; elsewhere it chooses
  // the most important finding that speaks of the cell.
  #clicked(is) {
    const own = this.#book.chosen?.cells.findIndex(is) ?? -1;
    if (own >= 0) {
      this.#focus(own);
      return;
    }
    const { suspects, findings } = this.#report;
    const suspect = suspects.findIndex((x) => x.likely && placesOf(x).some(is));
    if (suspect >= 0) this.#list.select({ suspect });
    const finding = suspect >= 0 ? -1 : findings.findIndex((f) => f.cells.some(is));
    if (finding >= 0) this.#list.select({ finding });
    const passage = finding >= 0 || suspect >= 0 ? -1 : this.#report.text?.unchecked.findIndex(is) ?? -1;
    if (passage >= 0) this.#list.select({ passage });
    else if (finding >= 0 || suspect >= 0) this.#focus(this.#book.chosen.cells.findIndex(is));
  }

  #chooseForm(code) {
    const { forms, text } = this.#report;
    const form = code === TEXT ? text.marks?.[0] ?? text.unchecked[0] : forms.find((f) => f.form === code);
    const off = this.#list.filter.form === code;
    this.#list.setFilter({ form: off ? '' : code });
    if (off || !form?.sheet) return;
    this.#book.openNamed(form.sheet, form.range);
  }

  #drawForms(chosen) {
    drawForms(byId('forms'), this.#report, { chosen, onForm: (code) => {
      this.#chooseForm(code);
      byId('forms').querySelector(`[data-form="${code}"]`)?.focus();
    } });
  }

  #drawWhere() {
    const { sheet, cell, book } = this.#book.at;
    const other = book && {
      text: (book.role === 'before' ? together.ofBefore : together.ofUnit)(book.file),
      onBack: () => {
        this.#book.home();
        byId('sheet').focus();
      },
      onOpen: () => this.#onBook(book.entry),
    };
    drawWhere(byId('where'), titleOf(book?.report ?? this.#report, sheet, cell), this.#list.position(), (by) => this.step(by), other, { paged: this.#book.paged, onTurn: () => this.turn() });
  }

  #openScope() {
    drawScope(byId('scope-body'), this.#report);
    byId('scope').showModal();
  }
}
