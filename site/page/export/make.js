// Makes files to take away, one at a time, and says in a line how it goes.

import { byId, el } from '../ui/dom.js';
import { cancellable } from '../core/engine.js';
import { save } from './save.js';
import { exporting as words, ui } from '../ui/text.js';

let making = 0; // how many are asked for and not made yet
let turn = Promise.resolve();

export const isMaking = () => making > 0;

// Makes one file for the menu it was asked in: what is {name, type, dataOf, noteOf}.
// dataOf({signal, tell}) promises its data, or {refusal}, and may tell how far it is;
// noteOf() is what is to be said of it. box is the line's id, say(text) tells who cannot
// see it.
export function make({ name, type, dataOf, noteOf }, { box: id, menu, say }) {
  const line = (kind, text, ...more) => {
    const box = byId(id);
    const inside = box.contains(document.activeElement);
    box.className = `exported ${kind}`;
    box.hidden = !text;
    box.replaceChildren(el('span', {}, text), ...more);
    if (inside) box.querySelector('button')?.focus();
  };
  const tell = (kind, text, ...more) => {
    line(kind, text, ...more);
    say(text);
  };
  const end = () => {
    tell('', '');
    byId(menu).querySelector('summary').focus();
  };
  const button = (text, onclick) => el('button', { type: 'button', class: 'quiet', onclick }, text);
  making += 1;
  turn = turn.then(async () => {
    const abort = new AbortController();
    const { signal } = abort;
    const cancel = () => button(ui.cancel, () => abort.abort());
    tell('', words.making(name), cancel());
    try {
      const data = await cancellable(dataOf({ signal, tell: (text) => line('', text, cancel()) }), signal);
      if (data.refusal) {
        tell('trouble', `${name}：${data.refusal.message}${data.refusal.hint}`, button(words.close, end));
        return;
      }
      const link = save(name, data, type);
      tell('', words.saved, link, noteOf?.() ?? '', button(words.close, end));
    } catch ({ code }) {
      if (code === 'cancelled') {
        end();
        say(ui.cancelled);
      } else tell('trouble', `${name}：${words.troubles[code] ?? words.troubles.crashed}`, button(words.close, end));
    } finally {
      making -= 1;
    }
  });
}
