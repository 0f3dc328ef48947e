// Elements are made here and nowhere from strings of markup: whatever a file
// says reaches the page as text only.

// el('button', {class: 'a', onclick: f, 'aria-label': 'x'}, 'text', child, …)
export function el(tag, attrs, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'class') node.className = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((c) => c !== null && c !== undefined && c !== false));
  return node;
}

export const byId = (id) => document.getElementById(id);

// A table with its caption; rows of nodes or text, the first of each naming its row.
export function table(attrs, caption, head, rows) {
  const cell = (node, i) => (i ? el('td', {}, node) : el('th', { scope: 'row' }, node));
  return el('table', attrs,
    el('caption', {}, caption),
    head.length ? el('thead', {}, el('tr', {}, ...head.map((name) => el('th', { scope: 'col' }, name)))) : null,
    el('tbody', {}, ...rows.map((row) => el('tr', {}, ...row.map(cell)))));
}

// A mark that is read out as its word.
export function mark(sign, word, kind) {
  return el('span', { class: `mark ${kind}`, role: 'img', 'aria-label': word, title: word }, sign);
}
