// 试算: the banner over a previewed report, so that nobody takes it for the file's.

import { el } from '../ui/dom.js';
import { supposed } from '../report/causes.js';
import { ui } from '../ui/text.js';

export function drawTrial(root, suspect, { onBack }) {
  root.hidden = !suspect;
  root.replaceChildren(...(suspect ? [
    el('span', { class: 'trial-what' }, el('strong', {}, ui.suppose(supposed(suspect))), ui.unchanged),
    el('span', { class: 'trial-form' }, suspect.sheet),
    el('button', { type: 'button', class: 'back', onclick: onBack }, ui.back),
  ] : []));
}
