// A menu of what can be made of what is on screen: <details> with a list of buttons, each
// with what it makes in data-export.

// onPick(what) hears of the choice.
export function listenMenu(menu, onPick) {
  const close = () => {
    if (menu.contains(document.activeElement)) menu.querySelector('summary').focus();
    menu.open = false;
  };
  for (const button of menu.querySelectorAll('[data-export]')) {
    button.addEventListener('click', () => {
      close();
      onPick(button.dataset.export);
    });
  }
  menu.addEventListener('keydown', (event) => {
    if (!menu.open || !walk(menu, event.key, close)) return;
    event.preventDefault();
    event.stopPropagation(); // these keys are the list's elsewhere
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
  addEventListener('click', ({ target }) => {
    if (!menu.contains(target)) menu.open = false;
  });
}

// Whether the key is one of the menu's.
function walk(menu, key, close) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (key === 'Escape') close();
  else if (by) {
    const buttons = [...menu.querySelectorAll('[data-export]')].filter((button) => !button.closest('[hidden]'));
    const at = buttons.indexOf(document.activeElement);
    buttons[at < 0 ? 0 : (at + by + buttons.length) % buttons.length].focus();
  }
  return by || key === 'Escape';
}
