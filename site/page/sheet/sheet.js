// One sheet as a spreadsheet shows it: letters and numbers, merges, shown text,
// the form's header kept in view. Only the rows in view are in the document.

import { el } from '../ui/dom.js';
import { letters } from '../ui/format.js';
import { isBeside, layout } from './layout.js';
import { pieces } from './pieces.js';
import { ui } from '../ui/text.js';

const SPARE = 10; // rows kept ready above and below
const HEAD = 24; // px of the letter row, as in style.css
const MOST_TEXT = 700; // characters drawn of a cell in which nothing is marked
const key = (row, col) => `${row},${col}`;

export class SheetView {
  #root;
  #onCell;
  #data = null;
  #plan = null;
  #marks = new Map(); // key → {side, focus}
  #flags = new Map(); // key → severity of the worst finding there
  #suggestions = new Map(); // key → {should, many}: what the cell should read, and whether it is one of many
  #words = new Map(); // key → what is marked in the text there, as pieces takes it
  #table;
  #body;
  #pinned;
  #range = '';

  constructor(root, { onCell }) {
    this.#root = root;
    this.#onCell = onCell;
    let frame = 0;
    root.addEventListener('scroll', () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        this.#paint();
      });
    });
    root.addEventListener('click', (event) => {
      const cell = event.target.closest('[data-at]');
      const from = event.target.closest('[data-from]')?.dataset.from;
      if (cell) this.#onCell(...cell.dataset.at.split(',').map(Number), from && Number(from));
    });
    let width = 0;
    new ResizeObserver(() => {
      if (!this.#data) return;
      if (root.clientWidth !== width) {
        width = root.clientWidth;
        this.#lay();
      } else this.#paint();
    }).observe(root);
    root.tabIndex = 0;
    root.setAttribute('role', 'region');
  }

  // areas: where the forms stand on this sheet, for their headers. suggested: what
  // its cells may come to show beside their value, worded: those whose words may be marked,
  // as layout takes both.
  show(data, areas, suggested = [], worded = new Set()) {
    this.#data = { ...data, areas, suggested, worded };
    this.#marks.clear();
    this.#words.clear();
    this.#suggestions.clear();
    this.#root.setAttribute('aria-label', ui.sheetLabel(data.name));
    this.#root.replaceChildren();
    this.#root.scrollTo(0, 0);
    this.#lay();
  }

  say(text) {
    this.#data = this.#plan = null;
    this.#root.replaceChildren(el('p', { class: 'sheet-empty' }, text));
  }

  // marks: [row, col, 'left' | 'right' | '', focused?]; flags: [row, col, severity];
  // suggestions: as layout takes them; words: [row, col, at, length, classes, title, side].
  mark(marks, flags, suggestions = [], words = []) {
    this.#words.clear();
    for (const [row, col, at, length, ...how] of words) {
      const here = key(...this.#anchor(row, col));
      this.#words.set(here, [...(this.#words.get(here) ?? []), [at, at + length, ...how]]);
    }
    this.#marks = new Map(marks.map(([row, col, side, focus]) => [key(...this.#anchor(row, col)), { side, focus }]));
    if (flags) this.#flags = new Map(flags.map(([row, col, severity]) => [key(...this.#anchor(row, col)), severity]));
    this.#suggestions = new Map(suggestions.map(([row, col, should, many]) => [key(...this.#anchor(row, col)), { should, many }]));
    this.#range = '';
    this.#paint();
  }

  // Brings the cell into the free part of the view, and as many of the others
  // marked as fit with it; of a tall cell the words in focus.
  reveal(row, col, { others = true } = {}) {
    if (!this.#plan) return;
    const { tops, lefts, pinned, pinWidth } = this.#plan;
    [row, col] = this.#anchor(Math.min(row, tops.length - 2), Math.min(col, lefts.length - 2));
    const view = this.#root;
    const rows = [row];
    if (others) for (const at of this.#marks.keys()) rows.push(Number(at.split(',')[0]));
    let [first, last] = [Math.min(...rows), Math.min(Math.max(...rows), tops.length - 2)];
    const above = HEAD + this.#headerHeight(tops[first]);
    const room = view.clientHeight - above;
    if (tops[last + 1] - tops[first] > room) [first, last] = [row, row];
    const y = view.scrollTop;
    const covered = HEAD + this.#headerHeight(y);
    const hidden = tops[first] < y + covered - HEAD || tops[last + 1] > y + view.clientHeight - HEAD;
    if (hidden || !others) {
      const slack = others ? Math.min(room - (tops[last + 1] - tops[first]), 2 * (tops[row + 1] - tops[row])) : 0;
      view.scrollTop = HEAD + tops[first] - above - slack / 2;
    }
    const [left, right] = [lefts[col], lefts[col + 1]];
    if (col >= pinned && left < view.scrollLeft + pinWidth) view.scrollLeft = left - pinWidth - 8;
    else if (right > view.scrollLeft + view.clientWidth) view.scrollLeft = right - view.clientWidth + 8;
    this.#paint();
    const words = others && this.#body.querySelector('.words .focused')?.getBoundingClientRect();
    if (!words) return;
    const box = view.getBoundingClientRect();
    if (words.top < box.top + covered || words.bottom > box.bottom) view.scrollTop += words.top - box.top - Math.max(covered, view.clientHeight / 3);
    this.#paint();
  }

  // A merged cell answers for all it covers.
  #anchor(row, col) {
    const merge = this.#plan?.merges.find(([r0, c0, r1, c1]) => row >= r0 && row <= r1 && col >= c0 && col <= c1);
    return merge ? [merge[0], merge[1]] : [row, col];
  }

  #lay() {
    if (!this.#data.rows) {
      this.#root.replaceChildren(el('p', { class: 'sheet-empty' }, ui.emptySheet));
      this.#plan = null;
      return;
    }
    this.#plan = layout(this.#data, this.#root.clientWidth);
    const { lefts, widths } = this.#plan;
    const columns = () => el('colgroup', {}, ...[lefts[0], ...widths].map((w) => {
      const c = el('col');
      c.style.width = `${w}px`;
      return c;
    }));
    const hidden = new Set(this.#data.hiddenCols);
    this.#body = el('tbody');
    this.#table = el('table', { class: 'grid', 'aria-rowcount': this.#plan.tops.length }, columns(),
      el('caption', { class: 'out-of-sight' }, ui.sheetLabel(this.#data.name)),
      el('thead', {}, el('tr', {}, el('td', { class: 'edge corner' }),
        ...widths.map((_, col) => this.#stick(el('th', { scope: 'col', class: hidden.has(col) ? 'edge hidden-line' : 'edge', title: hidden.has(col) ? ui.hiddenHere : null }, letters(col)), col)))),
      this.#body);
    this.#pinned = el('div', { class: 'pinned', 'aria-hidden': 'true' });
    const width = `${lefts.at(-1)}px`;
    this.#table.style.width = width;
    this.#pinned.style.width = width;
    this.#columns = columns;
    const { scrollLeft, scrollTop } = this.#root;
    this.#root.replaceChildren(this.#pinned, this.#table);
    this.#range = '';
    this.#paint();
    this.#root.scrollTo(scrollLeft, scrollTop); // laying out again is no reason to move
    this.#paint();
  }
  #columns;

  // Columns of labels stay in view while the figures scroll.
  #stick(cell, col, span = 1) {
    if (col + span > this.#plan.pinned) return cell;
    cell.classList.add('stuck');
    cell.style.left = `${this.#plan.lefts[col]}px`;
    return cell;
  }

  // The header rows to keep in view when the sheet is scrolled to y.
  #header(y) {
    return this.#plan.headers.find(({ from, to, end }) => {
      const { tops } = this.#plan;
      return y > tops[from] && y + (tops[to] - tops[from]) < tops[end];
    });
  }

  #headerHeight(y) {
    const header = this.#header(y);
    return header ? this.#plan.tops[header.to] - this.#plan.tops[header.from] : 0;
  }

  #paint() {
    if (!this.#plan) return;
    const { tops, merges } = this.#plan;
    const rows = tops.length - 1;
    const top = this.#root.scrollTop;
    const from = Math.max(0, rowAt(tops, top) - SPARE);
    const to = Math.min(rows, rowAt(tops, top + this.#root.clientHeight) + SPARE + 1);
    const header = this.#header(top);
    const range = `${from}-${to}-${header?.from ?? ''}`;
    if (range === this.#range) return;
    this.#range = range;
    this.#body.replaceChildren(
      spacer(tops[from], this.#plan.widths.length),
      ...this.#rows(from, to, merges),
      spacer(tops[rows] - tops[to], this.#plan.widths.length));
    this.#pinned.replaceChildren(...(header
      ? [el('table', { class: 'grid' }, this.#columns(), el('tbody', {}, ...this.#rows(header.from, header.to, merges)))]
      : []));
  }

  // Rows from…to−1; a merge that reaches outside is cut to what is drawn.
  #rows(from, to, merges) {
    const { cells, tops, lefts, widths } = this.#plan;
    const spans = new Map();
    const covered = new Set();
    for (const [r0, c0, r1, c1] of merges) {
      if (r1 < from || r0 >= to) continue;
      const top = Math.max(r0, from);
      const last = Math.min(r1, to - 1);
      spans.set(key(top, c0), { at: [r0, c0], rows: last - top + 1, cols: c1 - c0 + 1, wide: true });
      for (let r = top; r <= last; r += 1) {
        for (let c = c0; c <= c1; c += 1) if (r !== top || c !== c0) covered.add(key(r, c));
      }
    }
    for (const [row, first, , end, col] of this.#plan.spreads) {
      if (row < from || row >= to) continue;
      spans.set(key(row, first), { at: [row, col], rows: 1, cols: end - first + 1, end: col > first || (col === first && col === widths.length - 1) });
      for (let c = first + 1; c <= end; c += 1) covered.add(key(row, c));
    }
    const hiddenRows = this.#plan.hiddenRows;
    const out = [];
    for (let row = from; row < to; row += 1) {
      const tr = el('tr', { 'aria-rowindex': row + 2 }, el('th', { scope: 'row', class: hiddenRows.has(row) ? 'edge hidden-line' : 'edge', title: hiddenRows.has(row) ? ui.hiddenHere : null }, String(row + 1)));
      tr.style.height = `${tops[row + 1] - tops[row]}px`;
      for (let col = 0; col < widths.length; col += 1) {
        if (covered.has(key(row, col))) continue;
        const span = spans.get(key(row, col));
        const [r, c] = span?.at ?? [row, col];
        const td = this.#cell(r, c, cells.get(r)?.get(c), span);
        const high = tops[row + (span?.rows ?? 1)] - tops[row];
        if (td.firstChild) td.firstChild.style.maxHeight = `${high - 1}px`;
        tr.append(this.#stick(td, col, span?.cols));
      }
      out.push(tr);
    }
    return out;
  }

  #cell(row, col, cell, span) {
    const [text, kind, flags] = cell ?? ['', '', 0];
    const mark = this.#marks.get(key(row, col));
    const flag = this.#flags.get(key(row, col));
    const classes = [kind];
    if (span?.wide && span.cols > 1 && kind !== 'n') classes.push('wide');
    if (span?.end) classes.push('to-end');
    const head = this.#plan.headerRows.has(row);
    const names = head && text;
    if (head) classes.push('head');
    if (mark?.side) classes.push(`at-${mark.side}`);
    if (mark) classes.push('marked');
    if (mark?.focus) classes.push('focused');
    if (flag) classes.push('flag', flag);
    const suggestion = this.#suggestions.get(key(row, col));
    if (suggestion) classes.push('suggested');
    if (flags & 2) classes.push('uncached');
    return el(names ? 'th' : 'td', {
      scope: names ? 'col' : null, class: classes.join(' ').trim() || null, 'data-at': key(row, col),
      'data-side': mark?.side ? ui[mark.side].slice(0, 1) : null,
      title: flags & 2 ? ui.uncached : null,
      colspan: span?.cols > 1 ? span.cols : null, rowspan: span?.rows > 1 ? span.rows : null,
    }, suggestion ? this.#suggestion(text, suggestion, col, span?.cols ?? 1) : text ? this.#text(text, this.#words.get(key(row, col))) : null);
  }

  #text(text, marks) {
    return marks ? el('div', { class: 'words' }, ...pieces(text, marks)) : el('div', {}, text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text);
  }

  // The value struck out and the suggested one beside it, or under it.
  #suggestion(text, { should, many }, col, cols) {
    const { lefts } = this.#plan;
    const room = lefts[Math.min(col + cols, lefts.length - 1)] - lefts[col];
    return el('div', { class: isBeside(text, should, many, room) ? 'beside' : 'under' }, text ? el('del', {}, text) : null, ' ', el('ins', {}, should));
  }
}

function spacer(height, cols) {
  const tr = el('tr', { class: 'spacer', 'aria-hidden': 'true' }, el('td', { colspan: cols + 1 }));
  tr.style.height = `${height}px`;
  tr.hidden = height === 0;
  return tr;
}

// The row at y: the last that begins at or above it.
function rowAt(tops, y) {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (tops[mid] <= y) low = mid;
    else high = mid - 1;
  }
  return low;
}
