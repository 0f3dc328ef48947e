// A written half as a person reads it, its sheets one under another: paragraphs, headings,
// and the tables between them. Words are marked where they stand. Only what is in view is in the
// document.

import { el } from '../ui/dom.js';
import { pieces } from './pieces.js';
import { ui } from '../ui/text.js';

const SPARE = 400; // px kept ready above and below
const MOST_ROWS = 60; // of a table that are drawn at once
const MOST_COLS = 99; // of a table that are drawn; Word makes no more than 63
const [LINE, PAD, EM] = [26, 10, 15]; // px of a line, around a paragraph, of a character, as in flow.css

const headings = [/^第[一二三四五六七八九十百]+部分/, /^[一二三四五六七八九十]+、/, /^[（(][一二三四五六七八九十]+[）)]/];

// How deep a heading a text is, from 1; 0 for none.
function depthOf(text) {
  const said = text.trim();
  return said.length > 60 || /[。；，：:;,]$/.test(said) ? 0 : headings.findIndex((h) => h.test(said)) + 1;
}

// The blocks of the sheets of a text, in their order: {sheet, isTable, rows: [[row, [[col,
// text], …]], …], covered}, sheet being its place among them, or {title} of one whose name
// does not stand in it.
function blocksOf(sheets) {
  return sheets.flatMap(({ name, cells, merges }, sheet) => {
    const rows = new Map();
    for (const [row, col, text] of cells) {
      if (!text) continue;
      if (rows.has(row)) rows.get(row).push([col, text]);
      else rows.set(row, [[col, text]]);
    }
    const tall = merges.filter(([r0, , r1]) => r1 > r0).sort(([a], [b]) => a - b);
    let reach = -1; // the last row of those merges that began
    let next = 0;
    const list = [...rows].sort(([a], [b]) => a - b).map(([row, line]) => {
      for (; next < tall.length && tall[next][0] <= row; next += 1) reach = Math.max(reach, tall[next][2]);
      return { row, line, isTable: line.length > 1 || row <= reach };
    });
    const said = plain(list.slice(0, TITLED).map(({ line }) => line.map(([, text]) => text).join('')).join(''));
    const blocks = said.includes(plain(name.replace(/\(\d+\)$/, ''))) ? [] : [{ title: name }];
    for (const [i, { row, line, isTable: own }] of list.entries()) {
      const isTable = own || Boolean(list[i - 1]?.isTable && list[i + 1]?.isTable && line[0][1].length < 40);
      const last = blocks.at(-1);
      if (isTable && last?.isTable && last.rows.length < MOST_ROWS) last.rows.push([row, line]);
      else blocks.push({ sheet, isTable, rows: [[row, line]], merges });
    }
    return blocks;
  });
}

const TITLED = 4; // rows that may hold the name of their sheet
const plain = (text) => text.replace(/\s/g, '');

export class FlowView {
  #root;
  #name = '';
  #blocks = [];
  #heights = [];
  #tops = [0];
  #marks = new Map(); // sheet,row,col → [[at, end, classes, title, side], …]; the whole cell where at is −1
  #drawn = '';
  #width = 0; // that heights were guessed for
  #space;

  // onCell(sheet, row, col, at) hears of a click: at is where in the text, in characters.
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
    new ResizeObserver(() => {
      if (!root.clientWidth) return;
      if (root.clientWidth !== this.#width) {
        const first = this.#at(root.scrollTop);
        const into = root.scrollTop - this.#tops[first];
        this.#lay();
        root.scrollTop = this.#tops[first] + into;
      }
      this.#paint();
    }).observe(root);
    root.tabIndex = 0;
    root.setAttribute('role', 'region');
  }

  // sheets are those of one text, each as it is drawn.
  show(name, sheets) {
    this.#name = name;
    this.#blocks = blocksOf(sheets);
    this.#marks.clear();
    this.#root.setAttribute('aria-label', ui.textLabel(name));
    this.#root.replaceChildren(this.#space);
    this.#root.scrollTo(0, 0);
    this.#lay();
  }

  // marks: [sheet, row, col, at, length, classes, title, side]; at is −1 for the whole cell.
  mark(marks) {
    this.#marks.clear();
    for (const [sheet, row, col, at, length, ...how] of marks) {
      const key = `${sheet},${row},${col}`;
      if (this.#marks.has(key)) this.#marks.get(key).push([at, at + length, ...how]);
      else this.#marks.set(key, [[at, at + length, ...how]]);
    }
    this.#drawn = '';
    this.#paint();
  }

  // Brings the words in focus into view, or else the row.
  reveal(sheet, row) {
    const i = this.#blocks.findIndex((block) => block.sheet === sheet && block.rows.some(([r]) => r >= row));
    if (i < 0 || !this.#root.clientHeight) return;
    const view = this.#root;
    const here = `[data-row="${sheet},${row}"]`;
    const find = () => view.querySelector(`${here} .focused, ${here}.focused`) ?? view.querySelector(here);
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
    this.#width = this.#root.clientWidth;
    const wide = Math.max(200, Math.min(this.#width - 64, 860)) / EM;
    this.#heights = this.#blocks.map(({ isTable, rows }) => (isTable ? rows.length * (LINE + 8) + PAD
      : Math.ceil(((rows?.[0][1][0][1].length ?? 0) + 2) / wide) * LINE + PAD));
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
    if (!clientHeight) return;
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

  #block(block) {
    const { sheet, title, isTable, rows } = block;
    if (title) return el('p', { class: 'flow-text flow-title' }, title);
    if (isTable) return this.#table(block);
    const [[row, [[col, text]]]] = rows;
    const depth = depthOf(text);
    return el('p', {
      class: `flow-text${depth ? ` deep-${depth}` : ''}${this.#cellClass(sheet, row, col)}`, role: depth ? 'heading' : null, 'aria-level': depth ? 3 : null,
      'data-at': `${sheet},${row},${col}`, 'data-row': `${sheet},${row}`,
    }, ...pieces(text, this.#marks.get(`${sheet},${row},${col}`) ?? []));
  }

  // A table, or a part of one; a merged cell that begins above the part goes on in it.
  #table({ sheet, rows, merges }) {
    const [first, last] = [rows[0][0], rows.at(-1)[0]];
    const near = merges.filter(([r0, , r1]) => r1 >= first && r0 <= last);
    const right = Math.min(MOST_COLS, rows.reduce((most, [, line]) => Math.max(most, line.at(-1)[0]), 0));
    const line = ([row, cells]) => {
      const texts = new Map(cells);
      const out = [];
      for (let col = 0; col <= right; col += 1) {
        const [r0, c0, r1, c1] = near.find(([a, b, c, d]) => row >= a && row <= c && col >= b && col <= d) ?? [row, col, row, col];
        if (col !== c0 || (row !== r0 && row !== first)) continue;
        const text = texts.get(col) ?? '';
        out.push(el('td', {
          class: `${/^[-−\d,.%]+$/.test(text.trim()) ? 'n' : ''}${this.#cellClass(sheet, row, col)}` || null, colspan: c1 > c0 ? Math.min(c1, right) - c0 + 1 : null, rowspan: r1 > row ? Math.min(r1, last) - row + 1 : null,
          'data-at': `${sheet},${row},${col}`, 'data-row': `${sheet},${row}`,
        }, el('span', { 'data-from': 0 }, ...pieces(text, this.#marks.get(`${sheet},${row},${col}`) ?? []))));
      }
      return el('tr', {}, ...out);
    };
    return el('div', { class: 'flow-table' }, el('table', {}, el('caption', { class: 'out-of-sight' }, ui.textLabel(this.#name)), el('tbody', {}, ...rows.map(line))));
  }

  #cellClass(...at) {
    return (this.#marks.get(at.join()) ?? []).filter(([from]) => from < 0).map(([, , classes]) => ` ${classes}`).join('');
  }
}
