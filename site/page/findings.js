// The list of findings: worst first, tails folded into one line, only the rows
// in view in the document. It keeps the filter and the selection.

import { el } from './dom.js';
import { signed } from './format.js';
import { formNames, severities, severityOrder, ui } from './text.js';

const ROW = 62; // px, as in style.css
const SPARE = 6;

export class Findings {
  #root;
  #onSelect;
  #onFilter;
  #report = { findings: [] };
  #filter = { form: '', severity: '' };
  #tailsOpen = false;
  #rows = []; // finding indexes, or 'tails' for the folded line
  #order = []; // finding indexes as j and k go through them
  #selected = -1;
  #view;
  #space;

  constructor(root, { onSelect, onFilter }) {
    this.#root = root;
    this.#onSelect = onSelect;
    this.#onFilter = onFilter;
    this.#space = el('div', { class: 'list-space', role: 'presentation' });
    this.#view = el('div', {
      class: 'list', role: 'listbox', tabindex: '0', 'aria-label': ui.findingsTitle,
      onscroll: () => this.#paint(), onclick: (event) => this.#click(event),
    }, this.#space);
    new ResizeObserver(() => this.#paint()).observe(this.#view);
  }

  get selected() {
    return this.#selected;
  }

  get filter() {
    return this.#filter;
  }

  show(report, { filter = { form: '', severity: '' }, selected = -1, tailsOpen = false } = {}) {
    this.#report = report;
    this.#filter = { ...filter };
    this.#tailsOpen = tailsOpen;
    this.#selected = selected;
    this.#root.replaceChildren(this.#head(), this.#view);
    this.#rebuild();
    this.#view.scrollTop = 0;
    this.#reveal();
  }

  setFilter(change) {
    Object.assign(this.#filter, change);
    if (this.#filter.severity === 'tail') this.#tailsOpen = true;
    this.#root.replaceChild(this.#head(), this.#root.firstChild);
    this.#rebuild();
    this.#view.scrollTop = 0;
    this.#paint();
    this.#onFilter(this.#filter);
  }

  // j and k: the tails open when one walks into them.
  step(by) {
    const at = this.#order.indexOf(this.#selected);
    const to = at < 0 ? (by > 0 ? 0 : -1) : at + by;
    const index = this.#order[to];
    if (index === undefined) return;
    this.select(index);
  }

  position() {
    return [this.#order.indexOf(this.#selected) + 1, this.#order.length];
  }

  select(index, { quiet = false } = {}) {
    this.#selected = index;
    if (index >= 0 && this.#report.findings[index].severity === 'tail' && !this.#tailsOpen) {
      this.#tailsOpen = true;
      this.#rebuild();
    }
    this.#reveal();
    if (!quiet) this.#onSelect(index);
  }

  focusFilter() {
    this.#root.querySelector('.chips [tabindex="0"]')?.focus();
  }

  focusList() {
    this.#view.focus();
  }

  #matches(finding) {
    const { form, severity } = this.#filter;
    return (!severity || finding.severity === severity)
      && (!form || finding.cells.some((cell) => cell.form === form));
  }

  #rebuild() {
    const all = [...this.#report.findings.keys()].filter((i) => this.#matches(this.#report.findings[i]));
    const isTail = (i) => this.#report.findings[i].severity === 'tail';
    const others = all.filter((i) => !isTail(i));
    const tails = all.filter(isTail);
    this.#order = [...others, ...tails];
    this.#rows = [...others];
    if (tails.length) this.#rows.push('tails', ...(this.#tailsOpen ? tails : []));
    this.#tailCount = tails.length;
    this.#space.style.height = `${Math.max(this.#rows.length, 1) * ROW}px`;
    this.#painted = '';
    this.#paint();
  }
  #tailCount = 0;
  #painted = '';

  #reveal() {
    const row = this.#rows.indexOf(this.#selected);
    if (row >= 0) {
      const top = row * ROW;
      const { scrollTop, clientHeight } = this.#view;
      if (top < scrollTop) this.#view.scrollTop = top;
      else if (top + ROW > scrollTop + clientHeight) this.#view.scrollTop = top + ROW - clientHeight;
    }
    this.#painted = '';
    this.#paint();
  }

  #paint() {
    const first = Math.max(0, Math.floor(this.#view.scrollTop / ROW) - SPARE);
    const last = Math.min(this.#rows.length, Math.ceil((this.#view.scrollTop + this.#view.clientHeight) / ROW) + SPARE);
    const key = `${first}-${last}`;
    if (key === this.#painted) return;
    this.#painted = key;
    const nodes = [];
    for (let i = first; i < last; i += 1) nodes.push(this.#row(i));
    if (!this.#rows.length) {
      nodes.push(el('p', { class: 'list-empty' },
        this.#report.findings.length ? ui.nothingLeft : ui.noFindings));
    }
    this.#space.replaceChildren(...nodes);
    const active = this.#rows.indexOf(this.#selected);
    if (active >= first && active < last) this.#view.setAttribute('aria-activedescendant', `finding-${this.#selected}`);
    else this.#view.removeAttribute('aria-activedescendant');
  }

  #row(i) {
    const row = this.#rows[i];
    const attrs = { role: 'option', 'aria-setsize': this.#rows.length, 'aria-posinset': i + 1 };
    const node = row === 'tails' ? this.#tailsRow(attrs) : this.#findingRow(row, attrs);
    node.style.top = `${i * ROW}px`;
    return node;
  }

  #tailsRow(attrs) {
    return el('div', { ...attrs, class: 'item tail fold', 'aria-selected': 'false' },
      el('span', { class: 'mark tail', 'aria-hidden': 'true' }, severities.tail.mark),
      el('span', { class: 'item-text' },
        el('span', { class: 'item-message' }, ui.tailsLine(this.#tailCount)),
        el('span', { class: 'item-meta' }, ui.tailsNote)),
      el('span', { class: 'item-open' }, this.#tailsOpen ? ui.fold : ui.open));
  }

  #findingRow(index, attrs) {
    const finding = this.#report.findings[index];
    const { mark, word } = severities[finding.severity];
    return el('div', {
      ...attrs, id: `finding-${index}`, 'data-finding': index, class: `item ${finding.severity}`,
      'aria-selected': String(index === this.#selected), title: finding.message,
    },
    el('span', { class: `mark ${finding.severity}`, role: 'img', 'aria-label': word }, mark),
    el('span', { class: 'item-text' },
      el('span', { class: 'item-message' }, finding.message || finding.title),
      el('span', { class: 'item-meta' }, formsOf(finding))),
    finding.difference ? el('span', { class: 'item-difference' }, signed(finding.difference)) : null);
  }

  #click(event) {
    const item = event.target.closest('.item');
    if (!item) return;
    if (item.dataset.finding !== undefined) {
      this.select(Number(item.dataset.finding));
      return;
    }
    this.#tailsOpen = !this.#tailsOpen;
    this.#rebuild();
  }

  // Title, the severities as chips, the form as a list to choose from.
  #head() {
    const { form, severity } = this.#filter;
    const count = (s) => this.#report.findings.filter((f) => f.severity === s && (!form || f.cells.some((c) => c.form === form))).length;
    const chips = severityOrder.map((s) => [s, count(s)])
      .filter(([s, n]) => n || s === severity)
      .map(([s, n]) => el('button', {
        type: 'button', class: `chip ${s}`, 'data-severity': s, 'aria-pressed': String(severity === s), tabindex: '-1',
        onclick: () => {
          this.setFilter({ severity: severity === s ? '' : s });
          this.#root.querySelector(`[data-severity="${s}"]`)?.focus();
        },
      }, el('span', { class: `mark ${s}`, 'aria-hidden': 'true' }, severities[s].mark), `${severities[s].word} ${n}`));
    const select = el('select', {
      class: 'form-filter', 'aria-label': ui.filterForm, tabindex: '-1',
      onchange: () => this.setFilter({ form: select.value }),
    },
    el('option', { value: '' }, ui.allForms),
    ...this.#report.forms.map((f) => el('option', { value: f.form }, (formNames[f.form] ?? [f.form, f.title]).slice(0, 2).join(' '))));
    select.value = form;
    const controls = this.#report.findings.length ? [...chips, select] : [];
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

export function formsOf(finding) {
  const seen = [...new Set(finding.cells.map((cell) => cell.form).filter(Boolean))];
  if (!seen.length) return finding.cells[0] ? `${finding.cells[0].sheet} ${finding.cells[0].cell}` : '';
  return seen.map((f) => (formNames[f] ? `${formNames[f][0]} ${formNames[f][1]}` : f)).join(' · ');
}
