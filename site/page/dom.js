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

// A mark that is read out as its word.
export function mark(sign, word, kind) {
  return el('span', { class: `mark ${kind}`, role: 'img', 'aria-label': word, title: word }, sign);
}
