// A sheet of a written half as a person reads it: paragraphs, headings, and the small
// tables between them. Words are marked where they stand. Only what is in view is in the
// document.

import { el } from './dom.js';
import { ui } from './text.js';

const SPARE = 400; // px kept ready above and below
const MOST_ROWS = 60; // of a table that is drawn whole
const [LINE, PAD, EM] = [26, 10, 15]; // px of a line, around a paragraph, of a character, as in flow.css

const headings = [/^第[一二三四五六七八九十百]+部分/, /^[一二三四五六七八九十]+、/, /^[（(][一二三四五六七八九十]+[）)]/];

// How deep a heading a text is, from 1; 0 for none.
function depthOf(text) {
  const said = text.trim();
  return said.length > 60 || /[。；，：:;,]$/.test(said) ? 0 : headings.findIndex((h) => h.test(said)) + 1;
}

// The blocks of a sheet, {rows: [[row, [[col, text], …]], …], isTable}; null where it is
// rather drawn as a sheet.
export function blocksOf({ cells, merges }) {
  const rows = new Map();
  for (const [row, col, text] of cells) if (text) rows.set(row, [...rows.get(row) ?? [], [col, text]]);
  const high = (row) => merges.some(([r0, , r1]) => r1 > r0 && row >= r0 && row <= r1);
  const list = [...rows].sort(([a], [b]) => a - b).map(([row, line]) => ({ row, line, isTable: line.length > 1 || high(row) }));
  const blocks = [];
  for (const [i, { row, line, isTable: own }] of list.entries()) {
    const isTable = own || (list[i - 1]?.isTable && list[i + 1]?.isTable && line[0][1].length < 40);
    const last = blocks.at(-1);
    if (isTable && last?.isTable) last.rows.push([row, line]);
    else blocks.push({ isTable, rows: [[row, line]] });
  }
  return blocks.some(({ rows: { length } }) => length > MOST_ROWS) ? null : blocks;
}

export class FlowView {
  #root;
  #data = null;
  #blocks = [];
  #heights = [];
  #tops = [0];
  #marks = new Map(); // row,col → [[at, end, classes, title, side], …]; the whole cell where at is −1
  #drawn = '';
  #space;

  // onCell(row, col, at) hears of a click: at is where in the text, in characters.
  constructor(root, { onCell }) {
    this.#root = root;
    this.#space = el('div', { class: 'flow-space' });
    let frame = 0;
    root.addEventListener('scroll', () => {
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        this.#paint();
      });
    });
    root.addEventListener('click', ({ target }) => {
      const at = target.closest('[data-from]');
      if (at) onCell(...at.closest('[data-at]').dataset.at.split(',').map(Number), Number(at.dataset.from));
    });
    let width = 0;
    new ResizeObserver(() => {
      if (root.clientWidth && root.clientWidth !== width) {
        width = root.clientWidth;
        this.#lay();
      }
      this.#paint();
    }).observe(root);
    root.tabIndex = 0;
    root.setAttribute('role', 'region');
  }

  show(data, blocks) {
    this.#data = data;
    this.#blocks = blocks;
    this.#marks.clear();
    this.#root.setAttribute('aria-label', ui.textLabel(data.name));
    this.#root.replaceChildren(this.#space);
    this.#root.scrollTo(0, 0);
    this.#lay();
  }

  // marks: [row, col, at, length, classes, title, side]; at is −1 for the whole cell.
  mark(marks) {
    this.#marks.clear();
    for (const [row, col, at, length, ...how] of marks) {
      const key = `${row},${col}`;
      this.#marks.set(key, [...this.#marks.get(key) ?? [], [at, at + length, ...how]]);
    }
    this.#drawn = '';
    this.#paint();
  }

  // Brings the words in focus into view, or else the row.
  reveal(row) {
    const i = this.#blocks.findIndex(({ rows }) => rows.some(([r]) => r >= row));
    if (i < 0 || !this.#root.clientHeight) return;
    const view = this.#root;
    const find = () => view.querySelector(`[data-row="${row}"] .focused, [data-row="${row}"].focused`) ?? view.querySelector(`[data-row="${row}"]`);
    if (!find()) {
      view.scrollTop = this.#tops[i] - view.clientHeight / 3;
      this.#paint();
    }
    const at = find()?.getBoundingClientRect();
    const { top, bottom } = view.getBoundingClientRect();
    if (at && (at.top < top + LINE || at.bottom > bottom - LINE)) view.scrollTop += at.top - top - view.clientHeight / 3;
    this.#paint();
  }

  // Heights are guessed until a block was drawn.
  #lay() {
    const wide = Math.max(200, Math.min(this.#root.clientWidth - 64, 860)) / EM;
    this.#heights = this.#blocks.map(({ isTable, rows }) => (isTable ? rows.length * (LINE + 8) + PAD
      : Math.ceil((rows[0][1][0][1].length + 2) / wide) * LINE + PAD));
    this.#stack();
    this.#drawn = '';
    this.#paint();
  }

  #stack() {
    this.#tops = [0];
    for (const height of this.#heights) this.#tops.push(this.#tops.at(-1) + height);
    this.#space.style.height = `${this.#tops.at(-1) + 2 * LINE}px`;
  }

  #paint() {
    const { scrollTop: top, clientHeight } = this.#root;
    if (!this.#data || !clientHeight) return;
    const [from, to] = [this.#at(top - SPARE), this.#at(top + clientHeight + SPARE) + 1];
    if (this.#drawn === `${from}-${to}`) return;
    this.#drawn = `${from}-${to}`;
    const nodes = this.#blocks.slice(from, to).map((block) => this.#block(block));
    const box = el('div', { class: 'flow' }, ...nodes);
    box.style.top = `${this.#tops[from]}px`;
    this.#space.replaceChildren(box);
    // What was guessed wrongly above the view must not move what is read.
    const first = this.#at(top);
    const before = this.#tops[first];
    nodes.forEach((node, i) => {
      this.#heights[from + i] = node.offsetHeight;
    });
    this.#stack();
    if (this.#tops[first] !== before) this.#root.scrollTop = top + this.#tops[first] - before;
  }

  #at(y) {
    const i = this.#tops.findIndex((top) => top > y) - 1;
    return i === -2 ? Math.max(0, this.#blocks.length - 1) : Math.max(0, i);
  }

  #block({ isTable, rows }) {
    if (isTable) return this.#table(rows);
    const [[row, [[col, text]]]] = rows;
    const depth = depthOf(text);
    return el('p', { class: `flow-text${depth ? ` deep-${depth}` : ''}${this.#cellClass(row, col)}`, role: depth ? 'heading' : null, 'aria-level': depth ? 3 : null, 'data-at': `${row},${col}`, 'data-row': row }, ...this.#pieces(row, col, text));
  }

  #table(rows) {
    const spanOf = (row, col) => this.#data.merges.find(([r0, c0]) => r0 === row && c0 === col) ?? [row, col, row, col];
    return el('div', { class: 'flow-table' }, el('table', {}, el('caption', { class: 'out-of-sight' }, ui.textLabel(this.#data.name)), el('tbody', {}, ...rows.map(([row, line]) => el('tr', { 'data-row': row }, ...line.map(([col, text]) => {
      const [r0, c0, r1, c1] = spanOf(row, col);
      return el('td', { class: `${/^[-−\d,.%]+$/.test(text.trim()) ? 'n' : ''}${this.#cellClass(row, col)}` || null, colspan: c1 > c0 ? c1 - c0 + 1 : null, rowspan: r1 > r0 ? r1 - r0 + 1 : null, 'data-at': `${row},${col}`, 'data-row': row },
        el('span', { 'data-from': 0 }, ...this.#pieces(row, col, text)));
    }))))));
  }

  #cellClass(row, col) {
    return (this.#marks.get(`${row},${col}`) ?? []).filter(([at]) => at < 0).map(([, , classes]) => ` ${classes}`).join('');
  }

  // The text in pieces, each with the marks that are on it.
  #pieces(row, col, text) {
    const marks = (this.#marks.get(`${row},${col}`) ?? []).filter(([at]) => at >= 0);
    if (!marks.length) return [text];
    const runes = [...text];
    const edges = [...new Set([0, runes.length, ...marks.flatMap(([at, end]) => [at, end])])].filter((at) => at <= runes.length).sort((a, b) => a - b);
    return edges.slice(0, -1).map((at, i) => {
      const on = marks.filter(([from, end]) => from <= at && end > at);
      const said = runes.slice(at, edges[i + 1]).join('');
      if (!on.length) return said;
      const side = on.find(([from, , , , s]) => s && from === at)?.[4];
      const last = on.some(([, end, classes]) => classes === 'unsaid' && end === edges[i + 1]);
      return el('span', { class: [...new Set(on.map(([, , classes]) => classes))].join(' '), title: on.map(([, , , title]) => title).find(Boolean), 'data-from': at, 'data-side': side ?? null },
        said, last ? el('sup', { class: 'unsaid-mark' }, '?') : null);
    });
  }
}
