// Asks for the password of a file, in the place of a refusal.

import { el } from '../ui/dom.js';
import { ui } from '../ui/text.js';

// onOpen(password) and onCancel() hear of the answer. The password is nowhere but
// in the field, which goes with the form.
export function drawPassword(root, { name, wrong }, { onOpen, onCancel }) {
  const input = el('input', {
    id: 'password', type: 'password', required: true, autocomplete: 'off', spellcheck: 'false',
    'aria-describedby': 'password-said', 'aria-invalid': wrong ? 'true' : null,
  });
  const form = el('form', {
    class: 'unlock', autocomplete: 'off',
    onsubmit: (event) => {
      event.preventDefault();
      onOpen(input.value);
    },
    onkeydown: (event) => {
      if (event.key === 'Escape' && !event.isComposing) onCancel();
    },
  },
  el('label', { for: 'password' }, ui.password), input,
  el('button', { type: 'submit', class: 'primary' }, ui.unlock),
  el('button', { type: 'button', onclick: onCancel }, ui.cancel));
  root.replaceChildren(
    el('h2', {}, ui.locked(name)),
    el('p', { id: 'password-said', class: wrong ? 'wrong' : null }, wrong ? ui.wrongPassword : ui.givePassword),
    form, el('p', { class: 'problem-hint' }, ui.noPassword));
  input.focus();
}
