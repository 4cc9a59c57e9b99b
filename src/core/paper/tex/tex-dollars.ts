import type { InlineReader } from './tex-inline-reader.ts';

const LONGEST_FORMULA = 2000;
const LONGEST_NESTED = 400;

/** Reads a formula between two-character delimiters, from the opening one. */
export function readDelimited(
  reader: InlineReader,
  width: number,
  find: (from: number) => number,
): boolean {
  const start = reader.at + width;
  const close = find(start);
  if (close < 0 || close + width > reader.end || close === start) return false;
  reader.formula(reader.source.slice(start, close));
  reader.at = close + width;
  return true;
}

/** Reads a formula between dollars; false where they are prices or variables. */
export function readDollars(reader: InlineReader): boolean {
  const { source, at } = reader;
  if (source[at + 1] === '$') return readDelimited(reader, 2, reader.find.doubleDollar);
  const close = closingDollar(reader);
  if (close < 0 || close >= reader.end) return false;
  if (!isFormula(source.slice(at + 1, close), source[close + 1] ?? '')) return false;
  reader.formula(withoutDollars(source.slice(at + 1, close)));
  reader.at = close + 1;
  return true;
}

function withoutDollars(content: string): string {
  return content.replace(/(\\[A-Za-z]+)\$(?=[A-Za-z])/g, '$1 ').replace(/(?<!\\)\$/g, '');
}

// Dollars within braces, as in "$\mbox{\boldmath$Y$}$", belong to the formula around them.
function closingDollar(reader: InlineReader): number {
  const { source, at } = reader;
  const first = reader.find.dollar(at + 1);
  if (first < 0 || first - at > LONGEST_FORMULA) return -1;
  const text = source.slice(at + 1, Math.max(first, at + LONGEST_NESTED) + 1);
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/\\.|[{}$]/g)) {
    if (sign === '{') depth++;
    if (sign === '}' && --depth < 0) return -1;
    if (sign === '$' && depth === 0) return at + 1 + index;
  }
  return -1;
}

// Prices come in pairs too: "$5 and $10" closes behind a space, and holds words but no sign of TeX.
function isFormula(content: string, after: string): boolean {
  if (content.trim() === '' || content.length > LONGEST_FORMULA) return false;
  // "${a} {b} $" and "${a}/${b}" are variables of a template.
  if (/^\{[A-Za-z][A-Za-z.]*\}/.test(content) && (content.endsWith(' ') || /[{A-Za-z]/.test(after)))
    return false;
  if (/[\\^_{]/.test(content)) return true;
  if (/\d/.test(after) || /[A-Za-z]{2,},? +[A-Za-z]{2,}/.test(content)) return false;
  if (/^\d[\d.,]*\s*[A-Za-z]{2,}/.test(content)) return false;
  return !/^ | $/.test(content) || /^ .* $/.test(content);
}
