// One line about what has just been done, above everything, until it is put away.

import { byId, el } from './dom.js';
import { ui } from './text.js';

export function putAway() {
  byId('notice').hidden = true;
}

export function notice(text, kind = '') {
  const box = byId('notice');
  box.hidden = false;
  box.className = `notice ${kind}`;
  box.replaceChildren(el('p', {}, text), el('button', { type: 'button', class: 'quiet', onclick: () => {
    const inside = box.contains(document.activeElement);
    box.hidden = true;
    if (inside) ['verdict', 'list-title', 'choose'].map(byId).find((at) => at.offsetParent).focus();
  } }, ui.close));
}
