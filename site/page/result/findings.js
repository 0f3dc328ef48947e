// The list of findings: those with one cause under it, folded; then the others, worst
// first; then the tails, folded too. Only the rows in view are in the document. It
// keeps the filter and the selection. One filter shows the figures of the text that were
// not checked in their stead.

import { formNumber, mayBe, readingOf, whereOf } from '../report/causes.js';
import { el } from '../ui/dom.js';
import { signed } from '../ui/format.js';
import { revealRow, rowsInView } from '../ui/rows.js';
import { acceptance, formNames, severities, severityOrder, ui } from '../ui/text.js';
import { inFile, isWritten, partOf, placeOf, TEXT } from '../sheet/written.js';

const ROW = 62; // px, as in style.css

export class Findings {
  #root;
  #onSelect;
  #onFilter;
  #report = { findings: [], suspects: [] };
  #filter = { form: '', severity: '' };
  #open = new Set(); // the groups unfolded: suspects by index, and 'tails'
  #rows = []; // {finding, deep}, {suspect, count}, {tails} or {passage}
  #order = []; // finding indexes as they stand with all unfolded
  #selected = nothing; // one of them, or none
  #at = -1; // the row it is in, or was in before the filter hid it
  #view;
  #space;
  #painted = '';

  // onSelect hears {finding, suspect, passage}, one of them an index and the others −1; a
  // passage is a figure of the text that was not checked.
  constructor(root, { onSelect, onFilter }) {
    this.#root = root;
    this.#onSelect = onSelect;
    this.#onFilter = onFilter;
    this.#space = el('div', { class: 'list-space', role: 'presentation' });
    this.#view = el('div', {
      class: 'list', role: 'tree', tabindex: '0', 'aria-label': ui.findingsTitle,
      onscroll: () => this.#paint(), onclick: (event) => this.#click(event),
    }, this.#space);
    new ResizeObserver(() => this.#paint()).observe(this.#view);
  }

  get filter() {
    return this.#filter;
  }

  get selected() {
    return this.#selected;
  }

  // state: what an earlier call of state gave.
  show(report, state = {}) {
    this.#report = report;
    this.#filter = { form: '', severity: '', ...state.filter };
    this.#open = new Set(state.open);
    this.#selected = nothing;
    this.#root.replaceChildren(this.#head(), this.#view);
    this.#rebuild();
    this.#view.scrollTop = state.top ?? 0;
    this.#paint();
  }

  state() {
    return { filter: { ...this.#filter }, open: [...this.#open], top: this.#view.scrollTop };
  }

  setFilter(change) {
    Object.assign(this.#filter, change);
    if (this.#filter.severity === 'tail') this.#open.add('tails');
    if (this.#filter.severity === 'accepted') for (const group of [...this.#report.suspects.keys(), 'tails']) this.#open.add(group);
    this.#root.replaceChild(this.#head(), this.#root.firstChild);
    this.#rebuild();
    this.#view.scrollTop = 0;
    this.#paint();
    this.#onFilter(this.#filter);
  }

  // j and k go through the rows that are seen; the tails open when one walks into them.
  step(by) {
    const to = this.#neighbour(by);
    if (to) this.select(to);
  }

  // Where the selection is: finding at of all, and whether there is more either way.
  position() {
    const { finding, passage } = this.#selected;
    return {
      at: this.#order.indexOf(this.#isOfText ? passage : finding) + 1, of: this.#order.length,
      before: Boolean(this.#neighbour(-1)), after: Boolean(this.#neighbour(1)),
    };
  }

  #neighbour(by) {
    const stops = this.#rows.filter((row) => !row.tails);
    if (!this.#isOfText && !this.#open.has('tails')) stops.push(...this.#tails.map((finding) => ({ finding })));
    let at = stops.findIndex((row) => this.#isSelected(row));
    if (at < 0 && this.#at >= 0) at = Math.min(this.#at, stops.length) - (by > 0 ? 1 : 0); // the next came up to its row
    else if (at < 0 && by < 0) at = stops.length;
    return stops[at + by] ? { ...nothing, ...stops[at + by] } : null;
  }

  #isSelected(row) {
    return ['finding', 'suspect', 'passage'].some((what) => row[what] >= 0 && row[what] === this.#selected[what]);
  }

  // A finding in a folded group unfolds it.
  select({ finding = -1, suspect = -1, passage = -1 }, { quiet = false } = {}) {
    this.#selected = { finding, suspect, passage };
    if (this.#isOfText !== passage >= 0 && (finding >= 0 || suspect >= 0 || passage >= 0)) this.setFilter({ severity: passage >= 0 ? 'unchecked' : '', form: '' });
    const { suspect: cause, severity } = this.#report.findings[finding] ?? {};
    const group = cause ?? (severity === 'tail' ? 'tails' : null);
    if (group !== null && !this.#open.has(group)) {
      this.#open.add(group);
      this.#rebuild();
    }
    this.#reveal();
    if (!quiet) this.#onSelect(this.#selected);
  }

  // Unfolds or folds the group the selection is in; folding moves it to the group.
  unfold(open) {
    const { finding, suspect } = this.#selected;
    const group = suspect >= 0 ? suspect : this.#report.findings[finding]?.suspect;
    if (group !== undefined) this.toggle(group, open);
  }

  toggle(group, open = !this.#open.has(group)) {
    if (open) this.#open.add(group);
    else this.#open.delete(group);
    this.#rebuild();
    if (!open && group !== 'tails' && this.#report.findings[this.#selected.finding]?.suspect === group) this.select({ suspect: group });
    else this.#reveal();
  }

  // Draws all again, after what is accepted in the report has changed.
  refresh() {
    const at = [...this.#root.querySelectorAll('.chips > *')].indexOf(document.activeElement);
    this.#root.replaceChild(this.#head(), this.#root.firstChild);
    if (at >= 0) this.#root.querySelectorAll('.chips > *')[at]?.focus();
    this.#rebuild();
  }

  focusFilter() {
    this.#root.querySelector('.chips [tabindex="0"]')?.focus();
  }

  focusList() {
    this.#view.focus();
  }

  #matches(finding) {
    const { form, severity } = this.#filter;
    return (!severity || kindOf(finding) === severity) && isOf(finding, form);
  }

  // Whether the figures that were not checked are listed.
  get #isOfText() {
    return this.#filter.severity === 'unchecked';
  }

  #rebuild() {
    const { findings, suspects } = this.#report;
    const groups = suspects.map(() => []);
    const others = [];
    this.#tails = [];
    findings.forEach((finding, i) => {
      if (!this.#matches(finding)) return;
      (groups[finding.suspect] ?? (finding.severity === 'tail' ? this.#tails : others)).push(i);
    });
    const row = (finding) => ({ finding });
    const passages = this.#isOfText ? uncheckedOf(this.#report) : [];
    this.#rows = passages.map((_, passage) => ({ passage }));
    this.#order = [...passages.keys()];
    for (const [suspect, under] of groups.entries()) {
      if (!under.length) continue;
      this.#rows.push({ suspect, count: under.length });
      if (this.#open.has(suspect)) this.#rows.push(...under.map((finding) => ({ finding, deep: true })));
      this.#order.push(...under);
    }
    this.#rows.push(...others.map(row));
    this.#order.push(...others, ...this.#tails);
    if (this.#tails.length) this.#rows.push({ tails: true }, ...(this.#open.has('tails') ? this.#tails.map(row) : []));
    this.#space.style.height = `${Math.max(this.#rows.length, 1) * ROW}px`;
    this.#painted = '';
    this.#paint();
  }
  #tails = [];

  #reveal() {
    const row = this.#rows.findIndex((r) => this.#isSelected(r));
    if (row >= 0) revealRow(this.#view, ROW, row);
    this.#at = row;
    this.#painted = '';
    this.#paint();
  }

  #paint() {
    const [first, last] = rowsInView(this.#view, ROW, this.#rows.length);
    const range = `${first}-${last}`;
    if (range === this.#painted) return;
    this.#painted = range;
    const nodes = [];
    for (let i = first; i < last; i += 1) nodes.push(this.#row(i));
    if (!this.#rows.length) {
      nodes.push(el('p', { class: 'list-empty' },
        this.#report.findings.length ? ui.nothingLeft : ui.noFindings));
    }
    this.#space.replaceChildren(...nodes);
    if (this.#rows.length) this.#view.setAttribute('role', 'tree');
    else this.#view.setAttribute('role', 'group'); // a tree has branches
    const active = this.#space.querySelector('[aria-selected="true"]');
    if (active) this.#view.setAttribute('aria-activedescendant', active.id);
    else this.#view.removeAttribute('aria-activedescendant');
  }

  #row(i) {
    const row = this.#rows[i];
    const attrs = {
      role: 'treeitem', 'aria-level': row.deep ? 2 : 1, 'aria-setsize': this.#rows.length, 'aria-posinset': i + 1,
      'aria-selected': String(this.#isSelected(row)),
    };
    const node = row.passage >= 0 ? this.#passageRow(row, attrs) : row.tails ? this.#tailsRow(attrs) : row.suspect === undefined ? this.#findingRow(row, attrs) : this.#groupRow(row, attrs);
    node.style.top = `${i * ROW}px`;
    return node;
  }

  #tailsRow(attrs) {
    const open = this.#open.has('tails');
    return el('div', { ...attrs, 'aria-expanded': String(open), class: 'item tail fold' },
      el('span', { class: 'mark tail', 'aria-hidden': 'true' }, severities.tail.mark),
      el('span', { class: 'item-text' },
        el('span', { class: 'item-message' }, ui.tailsLine(this.#tails.length)),
        el('span', { class: 'item-meta' }, ui.tailsNote)),
      el('span', { class: 'item-open' }, open ? ui.fold : ui.open));
  }

  #groupRow({ suspect: i, count }, attrs) {
    const suspect = this.#report.suspects[i];
    const open = this.#open.has(i);
    return el('div', { ...attrs, 'aria-expanded': String(open), id: `group-${i}`, 'data-group': i, class: 'item error group' },
      el('span', { class: 'mark error', role: 'img', 'aria-label': severities.error.word }, severities.error.mark),
      el('span', { class: 'item-text' },
        el('span', { class: 'item-message' }, suspect.likely ? ui.causedBy(`${formNumber(suspect)} ${whereOf(suspect)}`, count) : ui.unsureCause(count)),
        el('span', { class: 'item-meta' }, inFile(suspect), ...(suspect.likely ? [...readingOf(suspect), ` · ${suspect.why}`] : [`${formNumber(suspect)} ${mayBe(suspect)}`]))),
      el('span', { class: 'item-open', 'data-toggle': i }, open ? ui.fold : ui.open));
  }

  #passageRow({ passage: index }, attrs) {
    const passage = uncheckedOf(this.#report)[index];
    return el('div', { ...attrs, id: `passage-${index}`, 'data-passage': index, class: 'item unchecked', title: placeOf(passage) },
      el('span', { class: 'mark unknown', 'aria-hidden': 'true' }, '?'),
      el('span', { class: 'item-text' },
        el('span', { class: 'item-message' }, `“${passage.words}”`),
        el('span', { class: 'item-meta' }, `${passage.reason ?? ''} · ${partOf(passage, false)}`)));
  }

  #findingRow({ finding: index, deep }, attrs) {
    const finding = this.#report.findings[index];
    const { mark, word } = severities[finding.severity];
    return el('div', {
      ...attrs, id: `finding-${index}`, 'data-finding': index, class: `item ${finding.severity}${deep ? ' deep' : ''}${finding.accepted ? ' is-accepted' : ''}`, title: finding.message,
    },
    el('span', { class: `mark ${finding.severity}`, role: 'img', 'aria-label': word }, mark),
    el('span', { class: 'item-text' },
      el('span', { class: 'item-message' }, finding.message || finding.title),
      el('span', { class: 'item-meta' }, finding.accepted ? `${acceptance.accepted}：${finding.accepted.reason}` : formsOf(finding))),
    finding.difference ? el('span', { class: 'item-difference' }, signed(finding.difference)) : null);
  }

  #click(event) {
    const { dataset } = event.target.closest('.item') ?? {};
    const toggle = event.target.closest('[data-toggle]');
    if (!dataset) return;
    if (toggle) this.toggle(Number(toggle.dataset.toggle));
    else if (dataset.finding !== undefined) this.select({ finding: Number(dataset.finding) });
    else if (dataset.group !== undefined) this.select({ suspect: Number(dataset.group) });
    else if (dataset.passage !== undefined) this.select({ passage: Number(dataset.passage) });
    else this.toggle('tails');
  }

  // Title, the severities as chips, the form as a list to choose from.
  #head() {
    const { form, severity } = this.#filter;
    const count = (s) => (s === 'unchecked' ? uncheckedOf(this.#report).length : this.#report.findings.filter((f) => kindOf(f) === s && isOf(f, form)).length);
    const chips = [...severityOrder, 'accepted', 'unchecked'].map((s) => [s, count(s)])
      .filter(([s, n]) => n || s === severity)
      .map(([s, n]) => el('button', {
        type: 'button', class: `chip ${s}`, 'data-severity': s, 'aria-pressed': String(severity === s), tabindex: '-1',
        onclick: () => {
          this.setFilter({ severity: severity === s ? '' : s });
          this.#root.querySelector(`[data-severity="${s}"]`)?.focus();
        },
      }, severities[s] || s === 'unchecked' ? el('span', { class: `mark ${severities[s] ? s : 'unknown'}`, 'aria-hidden': 'true' }, severities[s]?.mark ?? '?') : null, `${severities[s]?.word ?? { accepted: acceptance.accepted, unchecked: ui.uncheckedShort }[s]} ${n}`));
    const select = el('select', {
      class: 'form-filter', 'aria-label': ui.filterForm, tabindex: '-1',
      onchange: () => this.setFilter({ form: select.value }),
    },
    el('option', { value: '' }, ui.allForms),
    ...(this.#report.text ? [el('option', { value: TEXT }, ui.textForm)] : []),
    ...this.#report.forms.map((f) => el('option', { value: f.form }, (formNames[f.form] ?? [f.form, f.title]).slice(0, 2).join(' '))));
    select.value = form;
    const controls = this.#report.findings.length || chips.length ? [...chips, select] : [];
    controls[0]?.setAttribute('tabindex', '0');
    const bar = el('div', { class: 'chips', role: 'toolbar', 'aria-label': ui.filter }, ...controls);
    bar.addEventListener('keydown', (event) => this.#moveInBar(event, bar));
    return el('div', { class: 'list-head' }, el('h2', { class: 'panel-title' }, ui.findingsTitle), bar);
  }

  #moveInBar(event, bar) {
    const controls = [...bar.children];
    const at = controls.indexOf(document.activeElement);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (this.#filter.form || this.#filter.severity) this.setFilter({ form: '', severity: '' });
      this.focusList();
    } else if (by) {
      event.preventDefault();
      const next = controls[(at + by + controls.length) % controls.length];
      for (const c of controls) c.setAttribute('tabindex', c === next ? '0' : '-1');
      next.focus();
    }
  }
}

const nothing = { finding: -1, suspect: -1, passage: -1 };

const uncheckedOf = ({ text }) => text?.unchecked ?? [];

// Whether a finding speaks of a form, or of the written half; of '' every one does.
const isOf = (finding, form) => !form || (form === TEXT ? isWritten(finding) : finding.cells.some((cell) => cell.form === form));

// What a finding is filtered and counted as.
const kindOf = (finding) => (finding.accepted ? 'accepted' : finding.severity);

export function formsOf(finding) {
  const seen = [...new Set(finding.cells.map((cell) => cell.form).filter(Boolean))];
  const words = finding.cells.find((cell) => cell.words);
  const forms = seen.map((f) => (formNames[f] ? `${formNames[f][0]} ${formNames[f][1]}` : f));
  if (words) return [partOf(words, false), ...forms].join(' · ');
  if (!seen.length) return finding.cells[0] ? `${finding.cells[0].sheet} ${finding.cells[0].cell}` : '';
  return forms.join(' · ');
}
