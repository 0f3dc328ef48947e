// The keyboard: one list of keys for the whole page.

const typing = 'input, select, textarea, [contenteditable]';
const scrolls = '.sheet, .tabs, .equation, .chips';
const presses = 'button, a, summary, select, input';

// actionsNow() gives what the keys do on the screen that is there: by name, next, previous,
// unfold, fold, enter, try, accept, turn, compare, together, back, filter, nextFile, previousFile, list,
// cancel, help.
export function listenKeys(actionsNow) {
  addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector('dialog[open]')) return;
    const at = event.target instanceof Element ? event.target : document.body;
    if (at.matches(typing) && !(event.key === 'Escape')) return;
    const act = actionsNow()[actionOf(event.key, at)];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionOf(key, at) {
  switch (key) {
    case 'j': return 'next';
    case 'k': return 'previous';
    case 'ArrowDown': return at.closest(scrolls) ? null : 'next';
    case 'ArrowUp': return at.closest(scrolls) ? null : 'previous';
    case 'ArrowRight': return at.closest(scrolls) ? null : 'unfold';
    case 'ArrowLeft': return at.closest(scrolls) ? null : 'fold';
    case 't': return 'try';
    case 'a': return 'accept';
    case 'p': return 'turn';
    case 'c': return 'compare';
    case 'd': return 'together';
    case 'Escape': return 'back';
    case 'Enter': return at.closest(presses) ? null : 'enter';
    case 'f': return 'filter';
    case 'l': return 'list';
    case 'Delete': return 'cancel';
    case ']': return 'nextFile';
    case '[': return 'previousFile';
    case '?':
    case '？': return 'help';
    default: return null;
  }
}
