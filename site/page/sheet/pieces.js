// A text in pieces, each with the marks that are on it, in a paragraph as in a cell of a sheet.

import { el } from '../ui/dom.js';

// marks: [at, end, classes, title, side], in characters; whole marks, at −1, are not for here.
export function pieces(text, marks) {
  const inside = marks.filter(([at]) => at >= 0);
  if (!inside.length) return [text];
  const runes = [...text];
  const edges = [...new Set([0, runes.length, ...inside.flatMap(([at, end]) => [at, end])])].filter((at) => at <= runes.length).sort((a, b) => a - b);
  return edges.slice(0, -1).map((at, i) => {
    const on = inside.filter(([from, end]) => from <= at && end > at);
    const said = runes.slice(at, edges[i + 1]).join('');
    if (!on.length) return said;
    const side = on.find(([from, , , , s]) => s && from === at)?.[4];
    const last = on.some(([, end, classes]) => classes === 'unsaid' && end === edges[i + 1]);
    return el('span', { class: [...new Set(on.map(([, , classes]) => classes))].join(' '), title: on.map(([, , , title]) => title).find(Boolean), 'data-from': at, 'data-side': side ?? null },
      said, last ? el('sup', { class: 'unsaid-mark' }, '?') : null);
  });
}
