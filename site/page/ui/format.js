// Amounts, addresses and names as people read them. Amounts are decimal strings
// and stay strings: no binary number ever touches one.

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/;

// 1066.5 → 1,066.50: separators, the decimals it carries, at least two.
export function amount(text) {
  const m = decimal.exec(text ?? '');
  if (!m) return text ?? '';
  const whole = m[2].replace(/\B(?=(\d{3})+$)/g, ',');
  return `${m[1] === '-' ? '−' : ''}${whole}.${(m[3] ?? '').padEnd(2, '0')}`;
}

// With its sign, for a difference.
export function signed(text) {
  const m = decimal.exec(text ?? '');
  if (!m || /^[+-]?0+(\.0+)?$/.test(text)) return amount(text);
  return m[1] === '-' ? amount(text) : `+${amount(text)}`;
}

// A bound is a precision and shows every decimal it has: 0.015.
export const bound = (text) => (decimal.test(text ?? '') ? `±${amount(text.replace(/^[+-]/, ''))}` : text ?? '');

// "D14" → [13, 3]; null for what is no address.
export function place(address) {
  const m = /^\$?([A-Z]{1,3})\$?(\d{1,7})/.exec(address ?? '');
  if (!m) return null;
  let col = 0;
  for (const ch of m[1]) col = col * 26 + ch.charCodeAt(0) - 64;
  return [Number(m[2]) - 1, col - 1];
}

// "A1:F38" → [0, 0, 37, 5].
export function area(range) {
  const [from, to] = (range ?? '').split(':');
  const a = place(from);
  const b = place(to ?? from);
  return a && b ? [a[0], a[1], b[0], b[1]] : null;
}

export function letters(col) {
  let out = '';
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26)) out = String.fromCharCode(65 + ((n - 1) % 26)) + out;
  return out;
}

// 2026-11-23T02:44:17.000Z → 2026-11-23, and with the minute, where the clock of this machine is.
export function day(when) {
  const d = new Date(when);
  return [d.getFullYear(), two(d.getMonth() + 1), two(d.getDate())].join('-');
}

export const minute = (when) => `${day(when)} ${two(new Date(when).getHours())}:${two(new Date(when).getMinutes())}`;

const two = (n) => String(n).padStart(2, '0');

// Whether the first of two amounts is the larger, signs aside; both are plain decimals.
export function isLarger(a, b) {
  const [x, y] = [a, b].map((text) => decimal.exec(text ?? ''));
  if (!x || !y) return Boolean(x);
  const places = Math.max(x[3]?.length ?? 0, y[3]?.length ?? 0);
  const [m, n] = [x, y].map((d) => BigInt(d[2] + (d[3] ?? '').padEnd(places, '0')));
  return m > n;
}
