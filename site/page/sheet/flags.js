// The corners on the sheet.

import { place } from '../ui/format.js';

// Cells of errors and warnings carry a corner; the worst finding gives its colour. Words
// are marked where they stand.
// For each sheet by name a list of [row, col, severity].
export function flagsBySheet(report) {
  const worst = new Map(); // sheet → cell → severity; findings come worst first
  for (const { severity, cells } of report.findings) {
    if (severity !== 'error' && severity !== 'warning') continue;
    for (const { sheet, cell, side, value, words } of cells) {
      if (words || (side && value === '')) continue; // a blank operand is not what is wrong
      if (!worst.has(sheet)) worst.set(sheet, new Map());
      const flags = worst.get(sheet);
      if (severity === 'error' || !flags.has(cell)) flags.set(cell, severity);
    }
  }
  return new Map([...worst].map(([sheet, flags]) => [sheet,
    [...flags].map(([cell, severity]) => [...(place(cell) ?? [-1, -1]), severity])]));
}
