const MARKS: Readonly<Record<string, string>> = {
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '"': '\u0308',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  r: '\u030a',
  k: '\u0328',
  d: '\u0323',
  b: '\u0331',
};

const LETTERS: Readonly<Record<string, string>> = {
  o: 'ø',
  O: 'Ø',
  ss: 'ß',
  aa: 'å',
  AA: 'Å',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  i: 'ı',
  j: 'ȷ',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  ng: 'ŋ',
  NG: 'Ŋ',
};

/** A text that stands for TeX, and the offset just behind that TeX. */
export interface TexText {
  readonly value: string;
  readonly end: number;
}

const SYMBOL_ACCENT = /\\(['`^"~=.]) ?(?:\{\\?([A-Za-z])\}|\\([ij])(?![A-Za-z])|([A-Za-z]))/y;
const LETTER_ACCENT = /\\([cvuHrkdb])(?:\{\\?([A-Za-z])\}| ([A-Za-z])(?![a-z]{2}))/y;
const SPECIAL_LETTER =
  /\\(ss|aa|AA|ae|AE|oe|OE|dh|DH|th|TH|dj|DJ|ng|NG|[oOlLij])(?:\{\}|(?![A-Za-z]) ?)/y;
const ESCAPED_APOSTROPHE = /\\'(?=(?:s|t|d|m|re|ll|ve)(?![A-Za-z]))/y;

/** Reads an accented or special letter of TeX at a backslash; nothing when it is not one for certain. */
export function readTexAccent(source: string, at: number): TexText | undefined {
  return (
    readEscapedApostrophe(source, at) ??
    readAccent(SYMBOL_ACCENT, source, at) ??
    readAccent(LETTER_ACCENT, source, at) ??
    readSpecialLetter(source, at)
  );
}

// "don\'t" comes from a quoted string: an acute accent on that letter would misspell the word.
function readEscapedApostrophe(source: string, at: number): TexText | undefined {
  ESCAPED_APOSTROPHE.lastIndex = at;
  const inWord = at > 0 && /[A-Za-z]/.test(source[at - 1]!);
  return inWord && ESCAPED_APOSTROPHE.test(source) ? { value: "'", end: at + 2 } : undefined;
}

// Only a letter that Unicode has in one character is certain: no language needs the others here.
function readAccent(pattern: RegExp, source: string, at: number): TexText | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  if (match === null) return undefined;
  const letter = match[2] ?? match[3] ?? match[4] ?? '';
  const value = (letter + (MARKS[match[1] ?? ''] ?? '')).normalize('NFC');
  return value.length === 1 ? { value, end: pattern.lastIndex } : undefined;
}

function readSpecialLetter(source: string, at: number): TexText | undefined {
  SPECIAL_LETTER.lastIndex = at;
  const match = SPECIAL_LETTER.exec(source);
  const value = LETTERS[match?.[1] ?? ''];
  return value === undefined ? undefined : { value, end: SPECIAL_LETTER.lastIndex };
}
