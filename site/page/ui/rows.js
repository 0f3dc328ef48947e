// Long lists keep only the rows in view in the document.

const SPARE = 6;

// The first row to draw and the one after the last.
export function rowsInView(view, height, count) {
  return [
    Math.max(0, Math.floor(view.scrollTop / height) - SPARE),
    Math.min(count, Math.ceil((view.scrollTop + view.clientHeight) / height) + SPARE),
  ];
}

// Scrolls as little as brings a row into view, below a head of so many px that stays.
export function revealRow(view, height, row, head = 0) {
  const top = row * height;
  if (top < view.scrollTop) view.scrollTop = top;
  else if (top + height > view.scrollTop + view.clientHeight - head) view.scrollTop = top + height - view.clientHeight + head;
}
