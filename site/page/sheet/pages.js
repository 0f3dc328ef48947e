// The pages of a PDF as PDFium draws them, one under another, as wide as there is room, and
// on them where findings are. Only the pages in view are drawn, and a few stay.

import { shown } from '../report/causes.js';
import { el } from '../ui/dom.js';
import { severities, ui } from '../ui/text.js';

const GAP = 12; // px between pages
const PAD = 3; // px around what is marked
const KEPT = 4; // pages that are drawn at once at most
const ROOMY = 5; // hundredths of the page's width: what is wider has its sign inside, left of its figure
const MOST_WIDE = 1400; // px of a page
const SETTLE = 80; // ms that a view stands still before its pages are drawn

export class PagesView {
  #root;
  #pageOf;
  #onCell;
  #entry = null;
  #boxes = []; // of each page: its element
  #marks = []; // [page, box, classes, title, side, cell]
  #drawn = new Map(); // page → the width it is drawn for, in pixels; the latest last
  #timer = 0;

  // pageOf(entry, index, width) promises {width, height, pixels}; onCell(cell) hears of a
  // click on what is marked of a cell.
  constructor(root, { pageOf, onCell }) {
    this.#root = root;
    this.#pageOf = pageOf;
    this.#onCell = onCell;
    root.addEventListener('scroll', () => this.#soon());
    root.addEventListener('click', ({ target }) => {
      const at = target.closest('[data-mark]');
      if (at) this.#onCell(this.#marks[at.dataset.mark][5]);
    });
    new ResizeObserver(() => this.#lay()).observe(root);
    root.tabIndex = 0;
    root.setAttribute('role', 'region');
    root.setAttribute('aria-label', ui.pages);
  }

  // entry.pages are [width, height, a … f] of each page (pdf/pdfium.js); none of no PDF.
  show(entry) {
    this.#entry = entry;
    this.#drawn.clear();
    this.#marks = [];
    this.#boxes = (entry.pages ?? []).map((_, i) => el('div', { class: 'page', role: 'group', 'aria-label': ui.page(i + 1) }));
    this.#root.replaceChildren(...this.#boxes);
    this.#lay();
  }

  // Those who cannot point at a box have the list of findings, which leads to it.
  // marks: [page from 1, box in its user space, classes, title, side or null, cell].
  mark(marks) {
    this.#marks = marks;
    for (const old of this.#root.querySelectorAll('[data-mark]')) old.remove();
    marks.forEach(([page, box, classes, title, side], i) => {
      const [left, top, wide, high] = this.#onPage(page, box);
      const node = el('div', { role: 'img', class: `spot ${classes}${wide > ROOMY ? '' : ' tight'}`, title, 'aria-label': title, 'data-mark': i, 'data-side': side });
      Object.assign(node.style, { left: `calc(${left}% - ${PAD}px)`, top: `calc(${top}% - ${PAD}px)`, width: `calc(${wide}% + ${2 * PAD}px)`, height: `calc(${high}% + ${2 * PAD}px)` });
      this.#boxes[page - 1]?.append(node);
    });
  }

  // A box as left, top, width and height in hundredths of its page.
  #onPage(page, [x0, y0, x1, y1]) {
    const [w, h, a, b, c, d, e, f] = this.#entry.pages[page - 1] ?? [];
    const [xs, ys] = [[x0, y0], [x1, y1]].map(([x, y]) => [100 * (a * x + c * y + e) / w, 100 * (b * x + d * y + f) / h]).reduce(([p, q], [r, s]) => [[p, r], [q, s]]);
    return [Math.min(...xs), Math.min(...ys), Math.abs(xs[1] - xs[0]), Math.abs(ys[1] - ys[0])];
  }

  // Brings what is in focus into view, or else the page.
  reveal(page) {
    const box = this.#boxes[page - 1];
    (box?.querySelector('.focused') ?? box)?.scrollIntoView({ block: 'nearest' });
    this.#soon();
  }

  #lay() {
    const room = Math.min(this.#root.clientWidth - 2 * GAP, MOST_WIDE);
    if (room <= 0) return;
    this.#boxes.forEach((box, i) => {
      const [w, h] = this.#entry.pages[i];
      Object.assign(box.style, { width: `${room}px`, height: `${Math.round(room * h / w)}px` });
    });
    this.#soon();
  }

  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#paint(), SETTLE);
  }

  async #paint() {
    const entry = this.#entry;
    const { scrollTop: top, clientHeight: high } = this.#root;
    const seen = this.#boxes.map((box, i) => [i, box]).filter(([, { offsetTop, offsetHeight }]) => offsetTop < top + high && offsetTop + offsetHeight > top).slice(0, KEPT);
    for (const [i, box] of high ? seen : []) {
      const width = Math.round(box.clientWidth * devicePixelRatio);
      if (this.#drawn.get(i) === width) continue;
      this.#drawn.delete(i);
      this.#drawn.set(i, width);
      let picture = null;
      try {
        picture = await this.#pageOf(entry, i, width);
      } catch { /* said below */ }
      if (entry !== this.#entry) return;
      const canvas = picture ? el('canvas', { width: picture.width, height: picture.height, 'aria-hidden': 'true' }) : el('p', { class: 'sheet-empty' }, ui.pageGone);
      if (picture) fill(canvas.getContext('2d'), picture);
      else this.#drawn.delete(i);
      this.#clear(i);
      box.prepend(canvas);
      for (const old of [...this.#drawn.keys()].slice(0, -KEPT)) {
        this.#drawn.delete(old);
        this.#clear(old);
      }
    }
  }

  #clear(page) {
    this.#boxes[page].querySelector(':is(canvas, p)')?.remove();
  }
}

// Characters whose font is not in the file are drawn in one of this machine's, as readers do.
function fill(context, { pixels, width, height, lacking }) {
  context.putImageData(new ImageData(new Uint8ClampedArray(pixels), width, height), 0, 0);
  for (const [character, x, y, size] of lacking) {
    context.font = `${size}px serif`;
    context.fillText(character, x, y);
  }
}

// All that is marked on the pages, as PagesView takes it: errors and warnings where they are
// first, and over them what is chosen, {cells, focus} or null.
export function spotsOf({ findings }, chosen) {
  const others = findings.filter((f) => f.severity === 'error' || f.severity === 'warning').map((f) => [f.cells[0], `flag ${f.severity}`, f.message, severities[f.severity].mark]);
  const own = (chosen?.cells ?? []).map((cell, i) => [cell, `marked at-${cell.side}${i === chosen.focus ? ' focused' : ''}`,
    [cell.label ?? cell.words, cell.suggest && `→ ${shown(cell.shape, cell.suggest)}`].filter(Boolean).join(' '), cell.side ? ui[cell.side].slice(0, 1) : '•']);
  return [...others, ...own].filter(([cell]) => cell?.box).map(([cell, ...how]) => [cell.page, cell.box, ...how, cell]);
}
