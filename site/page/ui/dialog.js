// Dialogs that are made when they are asked for and gone when they close. Esc closes
// them, and the focus goes back to where it was as far as that is still there.

import { el } from './dom.js';
import { ui } from './text.js';

let made = 0;
const opened = new Set();

// Closes them all: what they speak of is no longer on screen.
export function closeDialogs() {
  for (const dialog of opened) dialog.close();
}

// Opens a dialog with a heading; buttons come before the one that closes it.
// It gives the dialog, to be closed by what is in it.
export function openDialog({ kind, title, close = ui.close }, body, buttons = []) {
  const back = document.activeElement;
  const id = `dialog-${made += 1}`;
  const dialog = el('dialog', { class: kind, 'aria-labelledby': id, onclose: () => {
    dialog.remove();
    opened.delete(dialog);
    if (back?.isConnected && document.activeElement === document.body) back.focus();
  } },
  el('h2', { id }, title), ...body,
  el('p', { class: 'dialog-end' }, ...buttons, el('button', { type: 'button', onclick: () => dialog.close() }, close)));
  document.body.append(dialog);
  opened.add(dialog);
  dialog.showModal();
  return dialog;
}
