// Where rows and columns of a sheet stand: widths and heights from the file,
// grown to what the text needs, and which rows are a form's header.

const ROW = 26;
const LINE = 20;
const MAX_LINES = 10;
const WORDED_LINES = 400; // of a cell in which words may be marked: all that anybody writes
const NUMBERS = 44; // px of the column of row numbers
const PAD = 16;
const TWO_LINES = 36; // px of a row that holds a value and under it the suggested one
const BESIDE = 30; // px between a value and the suggested one beside it, and around them
const DEFAULT_WIDTH = 76;
const SENTENCES = 720; // px of a column that holds sentences and is the last
const HEADER_ROWS = 6; // more than this is no header
const TYPED = /^[-−－]?[\d０-９,，]+[.．][\d０-９]+$/; // a figure that is stored as text

// data.suggested: [row, col, text, many], what cells may come to show beside their value;
// many of them go under it instead, or the columns would leave the view. data.worded: the
// cells, 'row,col', that are read as a text.
export function layout(data, room) {
  const cells = new Map();
  for (const [row, col, text, kind, flags] of data.cells) {
    if (!cells.has(row)) cells.set(row, new Map());
    cells.get(row).set(col, [text, kind, flags]);
  }
  const reach = Math.max(...data.areas.map(([, , r1]) => r1 + 1), 0);
  const rows = Math.max(data.rows, Math.min(reach, data.rows + 50));
  const starts = new Map(data.merges.map((m) => [`${m[0]},${m[1]}`, m]));
  const widths = columnWidths(data, cells, starts, room - NUMBERS - 2);
  const lefts = [NUMBERS];
  for (const w of widths) lefts.push(lefts.at(-1) + w);
  const spreads = spreadLines(data, cells, lefts);
  for (const [row, first, , last, col] of spreads) starts.set(`${row},${col}`, [row, first, row, last]);
  const tops = rowTops(data, rows, cells, starts, lefts);
  const headers = data.areas.map((area) => header(area, cells)).filter(Boolean);
  const pinned = pinnedColumns(data, headers, lefts, room);
  const headerRows = new Set();
  for (const { from, to } of headers) for (let r = from; r < to; r += 1) headerRows.add(r);
  return {
    cells, merges: data.merges, spreads, widths, lefts, tops, headers, headerRows, pinned, pinWidth: lefts[pinned],
    hiddenRows: new Set(data.hiddenRows),
  };
}

const textAt = (cells, row, col) => cells.get(row)?.get(col)?.[0] ?? '';

// Whether a value and what it should be stand side by side; of many, none do.
export const isBeside = (text, should, many, room) => !text || (!many && textWidth(text) + textWidth(should) + BESIDE <= room);

// Close enough for wrapping: a Han character is as wide as it is high.
function textWidth(text) {
  let wide = 0;
  for (const ch of text) wide += ch.charCodeAt(0) > 0x2e7f ? 14 : 8;
  return wide;
}

function columnWidths(data, cells, starts, room) {
  const need = new Array(data.cols).fill(0);
  for (const [row, col, text, kind] of data.cells) {
    if (kind !== 'n' || starts.has(`${row},${col}`)) continue;
    need[col] = Math.max(need[col], Math.min(textWidth(text) + PAD, 240));
  }
  for (const [row, col, should, many] of data.suggested) {
    if (many || starts.has(`${row},${col}`) || col >= data.cols) continue;
    need[col] = Math.max(need[col], Math.min(textWidth(textAt(cells, row, col)) + textWidth(should) + BESIDE, 240));
  }
  for (const [row, col, text] of data.cells) {
    if (!data.worded.has(`${row},${col}`) || starts.has(`${row},${col}`)) continue;
    const alone = col === data.cols - 1 && cells.get(row).size === 1; // and nothing beside it that it could run on over
    need[col] = Math.max(need[col], Math.min(textWidth(text) + PAD, alone ? Math.max(240, Math.min(room, SENTENCES)) : 240));
  }
  const widths = need.map((n, col) => Math.max(n, Math.min(Math.max(data.widths[col] || DEFAULT_WIDTH, 36), 380)));
  // A little too wide for the view: columns of text give way first.
  const total = widths.reduce((a, b) => a + b, 0);
  const over = total - room;
  const give = widths.map((w, col) => Math.max(0, w - Math.max(need[col], w > 160 ? 150 : w * 0.8)));
  const most = give.reduce((a, b) => a + b, 0);
  if (over > 0 && over <= most) return widths.map((w, col) => Math.floor(w - (give[col] * over) / most));
  return widths.map(Math.round);
}

// Lines beside a table (department, unit, notes): text runs on over the empty
// cells next to it, as in a spreadsheet; from the last column it runs to the
// left. Given as [row, first, row, last, column of the text].
function spreadLines(data, cells, lefts) {
  const merged = new Set();
  for (const [r0, c0, r1, c1] of data.merges) {
    for (let row = r0; row <= r1; row += 1) for (let col = c0; col <= c1; col += 1) merged.add(`${row},${col}`);
  }
  const out = [];
  for (const [row, line] of cells) {
    if (line.size > 3 || [...line.values()].some(([, kind]) => kind !== 't')) continue;
    const taken = (col) => line.has(col) || merged.has(`${row},${col}`);
    for (const [col, [text]] of line) {
      if (merged.has(`${row},${col}`)) continue;
      const need = textWidth(text) + PAD;
      let [first, last] = [col, col];
      const room = () => lefts[last + 1] - lefts[first];
      if (col === data.cols - 1) while (room() < need && first > 0 && !taken(first - 1)) first -= 1;
      else while (room() < need && last < data.cols - 1 && !taken(last + 1)) last += 1;
      if (first !== last || (col === data.cols - 1 && col > 0)) {
        out.push([row, first, row, last, col]);
        for (let c = first; c <= last; c += 1) merged.add(`${row},${c}`);
      }
    }
  }
  return out;
}

function rowTops(data, rows, cells, starts, lefts) {
  const heights = new Array(rows).fill(ROW);
  for (const [row, high] of Object.entries(data.heights)) {
    if (row < rows) heights[row] = Math.max(ROW, Math.min(high, 44));
  }
  for (const [row, col, should, many] of data.suggested) {
    if (row < rows && col < data.cols && !isBeside(textAt(cells, row, col), should, many, lefts[col + 1] - lefts[col])) heights[row] = Math.max(heights[row], TWO_LINES);
  }
  const tall = [];
  for (const [row, line] of cells) {
    for (const [col, [text, kind]] of line) {
      if (kind === 'n') continue;
      const [, c0, r1, c1] = starts.get(`${row},${col}`) ?? [row, col, row, col];
      const wide = lefts[c1 + 1] - lefts[c0] - PAD;
      let lines = 0;
      for (const part of text.split('\n')) lines += Math.max(1, Math.ceil(textWidth(part) / Math.max(wide, 14)));
      const most = data.worded.has(`${row},${col}`) ? WORDED_LINES : MAX_LINES;
      if (most === WORDED_LINES) lines += 1 + Math.floor(lines / 20); // marks take room
      const high = Math.min(lines, most) * LINE + 6;
      if (r1 === row) heights[row] = Math.max(heights[row], high);
      else tall.push([row, r1, high]);
    }
  }
  for (const [r0, r1, high] of tall) {
    const have = heights.slice(r0, r1 + 1).reduce((a, b) => a + b, 0);
    if (have < high) heights[r1] += high - have;
  }
  const tops = [0];
  for (const h of heights) tops.push(tops.at(-1) + h);
  return tops;
}

// The header of a form: from the first row of column titles to the row before
// the first figure.
function header([r0, , r1], cells) {
  let from = -1;
  for (let row = r0; row <= r1 && row < r0 + 24; row += 1) {
    const line = [...(cells.get(row)?.values() ?? [])];
    const heading = line.some(([text]) => /[:：]|公开.*表|决\s*算\s*(明\s*细\s*)?(总\s*)?表$/.test(text.trim()));
    if (from < 0) {
      if (line.length >= 2 && !heading && line.every(([, kind]) => kind === 't')) from = row;
      continue;
    }
    const figures = line.some(([text, kind]) => (kind === 'n' ? /[.,]\d/ : TYPED).test(text.trim()));
    const numbering = line.some(([text]) => /^栏\s*次$/.test(text.trim()));
    if (numbering) return { from, to: row + 1, end: r1 + 1 };
    if (figures || row - from >= HEADER_ROWS) return row > from ? { from, to: row, end: r1 + 1 } : null;
  }
  return null;
}

// How many columns of labels lead the rows, if there is room to keep them.
function pinnedColumns(data, headers, lefts, room) {
  if (!headers.length || lefts.at(-1) <= room) return 0;
  const { to, end } = headers[0];
  let first = data.cols;
  for (const [row, col, text, kind] of data.cells) {
    if (row >= to && row < end && kind === 'n' && /[.]\d/.test(text)) first = Math.min(first, col);
  }
  while (first > 0 && lefts[first] > room * 0.62) first -= 1;
  return first === data.cols ? 0 : first;
}
