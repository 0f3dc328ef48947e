// Which build this is and which rules it has. The build gives CORE, a hash of the
// core, and ONE_FILE.

import { byId } from '../ui/dom.js';
import { watch } from './offline.js';
import { ui } from '../ui/text.js';

export const rulesVersion = ui.rulesVersion(CORE);

export function drawEdition() {
  const say = (...more) => {
    const text = [ONE_FILE ? ui.oneFile : ui.site, rulesVersion, ...more].join(' · ');
    for (const line of document.querySelectorAll('.edition')) line.textContent = text;
  };
  say();
  watch({ onKept: () => say(ui.offline), onUpdate: offer });
}

// A newer build is taken when the user says so: the files open here would go.
function offer(take) {
  const box = byId('update');
  box.hidden = false;
  byId('update-now').onclick = take;
  byId('update-later').onclick = () => {
    box.hidden = true;
  };
}
