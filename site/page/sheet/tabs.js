// The tabs of the sheets, below the sheet.

import { el } from '../ui/dom.js';
import { ui } from '../ui/text.js';

export function drawTabs(root, sheets, chosen, onOpen) {
  root.replaceChildren(...sheets.map((sheet, i) => el('button', {
    type: 'button', role: 'tab', class: 'tab', 'aria-selected': String(i === chosen), tabindex: i === chosen ? '0' : '-1',
    'aria-controls': sheet.isText ? 'flow' : 'sheet', title: sheet.hidden ? ui.hiddenHere : null, onclick: () => onOpen(i),
    onkeydown: (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      onOpen((i + by + sheets.length) % sheets.length);
      root.querySelector('[aria-selected="true"]').focus();
    },
  }, sheet.name, sheet.hidden ? el('small', {}, `（${ui.hiddenSheet}）`) : null)));
  const tab = root.querySelector('[aria-selected="true"]');
  if (!tab) return;
  const left = tab.offsetLeft - root.offsetLeft;
  if (left < root.scrollLeft) root.scrollLeft = left;
  else if (left + tab.offsetWidth > root.scrollLeft + root.clientWidth) root.scrollLeft = left + tab.offsetWidth - root.clientWidth;
}
