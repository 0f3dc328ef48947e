// 与上一份比较: the line under the verdict, and the dialog behind it.

import { compare, sameSubject } from '../report/compare.js';
import { openDialog } from '../ui/dialog.js';
import { byId, el, mark, table } from '../ui/dom.js';
import { opened } from '../files/entry.js';
import { amount, signed } from '../ui/format.js';
import { formNames, severities, ui, comparison as words } from '../ui/text.js';

const MOST = 500; // rows of one kind that are listed

export class Comparison {
  #root = byId('compare');
  #button = byId('compare-button');
  #entry = null;
  #with = null; // the entry that is compared with
  #last = null; // the one that would be, where none is of the same subject
  #told = null; // {result, text, was} once it is there, was being the report that is compared with
  #onFinding;
  #onCell;
  #onTold;
  #figures;

  // figures(entry) promises all of an entry's, or null; onFinding(index) and onCell(cell) go to what is in the verdict on screen;
  // onTold(text, asked) hears a comparison that has just been made, and whether somebody
  // asked for it.
  constructor({ figures, onFinding, onCell, onTold }) {
    this.#figures = figures;
    this.#onFinding = onFinding;
    this.#onCell = onCell;
    this.#onTold = onTold;
    this.#button.addEventListener('click', () => this.open());
  }

  // For an entry on screen, with those judged before it, the last one last: compares
  // with the last of the same subject, and offers to with the last of any.
  show(entry, earlier) {
    this.#entry = entry;
    this.#told = null;
    const others = earlier.filter((e) => e.brief.sha256 !== entry.brief.sha256);
    const like = others.filter((e) => sameSubject(e.brief, entry.brief));
    this.#with = like[like.length - 1] ?? null;
    this.#last = others[others.length - 1] ?? null;
    this.#root.hidden = true;
    this.#button.hidden = Boolean(this.#with) || !this.#last;
    if (this.#with) this.#make();
  }

  hide() {
    this.#entry = this.#with = this.#last = this.#told = null;
    this.#button.hidden = this.#root.hidden = true;
  }

  // The details; from the line under the verdict, or by key.
  open() {
    if (this.#told) this.#details();
    else if (!this.#with && this.#last) {
      this.#with = this.#last;
      this.#make({ open: true });
    }
  }

  async #make({ open = false } = {}) {
    const entry = this.#entry;
    const other = this.#with;
    const [was, now] = await Promise.all([other, entry].map(async (e) => ({ report: (await opened(e)).report, figures: await this.#figures(e) })));
    if (entry !== this.#entry || other !== this.#with) return;
    const result = compare(was, now);
    const text = this.#words(result);
    this.#told = { result, text, was: was.report };
    this.#button.hidden = true;
    this.#root.hidden = false;
    this.#root.replaceChildren(
      el('span', {}, text),
      el('button', { type: 'button', class: 'quiet', id: 'compare-details', 'aria-haspopup': 'dialog', onclick: () => this.#details() }, words.details));
    this.#onTold(text, open);
    if (open) this.#details();
  }

  #words({ fixed, fresh, same, moved, cells, cause }) {
    const [was, now] = [this.#with.brief, this.#entry.brief];
    const parts = [
      words.counts({ fixed: fixed.length, fresh: fresh.length, same: same.length, moved }),
      cells ? words.changed(cells.length) : cause === 'unit' ? words.otherUnit(was.unit || ui.noUnit, now.unit || ui.noUnit) : words.noFigures,
      sameSubject(was, now) ? '' : words.otherSubject,
    ];
    return `${words.with(this.#with.name)}：${parts.filter(Boolean).join('；')}。`;
  }

  #details() {
    const { result: { fixed, fresh, same, cells }, text } = this.#told;
    const go = (act) => () => {
      dialog.close();
      act();
    };
    const findings = (title, pairs) => {
      const rows = pairs.slice(0, MOST).map((pair) => this.#finding(pair, go));
      return section(title, words.columns.finding, pairs.length, rows.some(([, note]) => note) ? rows : rows.map(([what]) => [what]));
    };
    const dialog = openDialog({ kind: 'listing', title: words.button }, [
      el('p', { class: 'dim' }, text),
      ...findings(words.fixed, fixed), ...findings(words.fresh, fresh), ...findings(words.same, same),
      ...(cells ? section(words.cells, words.columns.cells, cells.length, cells.slice(0, MOST).map((pair) => this.#cell(pair, go))) : []),
    ]);
  }

  // What is still there leads to its place.
  #finding({ was, now }, go) {
    const before = this.#told.was.findings[was];
    const after = this.#entry.report.findings[now];
    const shown = after ?? before;
    const text = shown.message || shown.title;
    const { mark: sign, word } = severities[shown.severity];
    return [
      el('div', { class: 'with-mark' }, mark(sign, word, shown.severity),
        after ? el('button', { type: 'button', class: 'link', onclick: go(() => this.#onFinding(now)) }, text) : el('span', {}, text)),
      before && after ? changed(before, after) : '',
    ];
  }

  #cell({ was, now }, go) {
    const at = now ?? was;
    const values = [was, now].map((figure) => amount(figure?.value) || ui.blank);
    return [
      now ? el('button', { type: 'button', class: 'link', onclick: go(() => this.#onCell(now, words.change(...values))) }, `${formNames[at.form]?.[0] ?? ''} ${now.cell}`)
        : el('span', { class: 'dim' }, words.gone),
      `${formNames[at.form]?.[1] ?? at.sheet} ${at.label || `${at.row} ${at.column}`}`,
      ...values.map((value) => el('span', { class: 'figure' }, value)),
    ];
  }
}

// A table of rows of nodes, the first of count.
function section(title, columns, count, rows) {
  return [
    table({ class: 'plain' }, `${title}（${count}）`, columns.slice(0, rows[0]?.length ?? 0), rows),
    count > rows.length ? el('p', { class: 'dim' }, words.more(rows.length)) : '',
  ];
}

function changed(before, after) {
  const parts = [];
  if (before.severity !== after.severity) parts.push(words.was(severities[before.severity].word), words.now(severities[after.severity].word));
  if (before.difference !== after.difference) parts.push(words.moved(signed(before.difference), signed(after.difference)));
  return parts.join('，');
}
