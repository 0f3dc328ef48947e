// Long lists keep only the rows in view in the document.

const SPARE = 6;

// The first row to draw and the one after the last.
export function rowsInView(view, height, count) {
  return [
    Math.max(0, Math.floor(view.scrollTop / height) - SPARE),
    Math.min(count, Math.ceil((view.scrollTop + view.clientHeight) / height) + SPARE),
  ];
}

// Scrolls as little as brings a row into view.
export function revealRow(view, height, row) {
  const top = row * height;
  if (top < view.scrollTop) view.scrollTop = top;
  else if (top + height > view.scrollTop + view.clientHeight) view.scrollTop = top + height - view.clientHeight;
}
