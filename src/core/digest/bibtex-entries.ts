import { bibtexParser } from 'latex-utensils';
import { quote } from '../input-error.ts';
import { textLines } from './text-lines.ts';

/** A field's value as BibTeX joins it: texts, numbers and the names of texts defined elsewhere. */
export type BibtexPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string };

/** One entry, or why it is none. */
export interface BibtexEntry {
  /** Lower case: `article`, `string`, `comment`. */
  readonly type: string;
  readonly key: string | null;
  /** In order; the first of two of one name counts. For `@string` its one definition. */
  readonly fields: ReadonlyMap<string, readonly BibtexPart[]>;
  readonly line: number;
  readonly endLine: number;
}

/** A stretch of lines that BibTeX cannot read. */
export interface BibtexFault {
  readonly line: number;
  readonly expected: string;
  readonly got: string;
}

const ENTRY_START = /^\s{0,20}@\s?[A-Za-z]{1,40}\s{0,4}(?:[{(]|$)/;
const BODY_START = /^\s{0,20}@\s?[A-Za-z]{1,40}\s{0,4}[{(]/;
/** An entry of more characters is an open brace. */
const LONGEST_ENTRY = 200_000;
/** The parser calls itself for each brace within another. */
const DEEPEST = 50;
/** In characters: the parser is slow to say what is wrong. */
const MOST_BROKEN = 5_000_000;
const OPEN = {
  expected: 'a brace or parenthesis that closes the entry',
  got: 'the next entry or the end of the file',
} as const;

/**
 * Entries of BibTeX or BibLaTeX with their lines. The text is cut before each line that begins with
 * `@type{`, so that a missing brace costs one entry and not all below it.
 */
export function* bibtexEntries(text: string): Generator<BibtexEntry | BibtexFault> {
  let chunk: string[] = [];
  let broken = 0;
  let start = 1;
  for (const { line, text: source } of textLines(text)) {
    if (ENTRY_START.test(source)) {
      for (const entry of readChunk(chunk, start)) {
        yield entry;
        if ('expected' in entry) broken += chunk.reduce((sum, { length }) => sum + length, 0);
      }
      if (broken > MOST_BROKEN) {
        yield { line: start, expected: 'BibTeX', got: 'five million characters of broken entries' };
        return;
      }
      chunk = [];
      start = line;
    }
    chunk.push(source);
  }
  yield* readChunk(chunk, start);
}

function* readChunk(lines: readonly string[], line: number): Generator<BibtexEntry | BibtexFault> {
  const source = lines.join('\n');
  // What stands between entries is a comment; a preamble is for TeX alone.
  if (!ENTRY_START.test(lines[0] ?? '')) {
    yield* entriesWithoutMark(lines, 0, line);
    return;
  }
  if (/^\s*@\s?(?:comment|preamble)/i.test(source)) return;
  const fault = sizeFault(source);
  if (fault !== null) {
    yield { line, ...fault };
    return;
  }
  try {
    const { content } = bibtexParser.parse(hideInnerBraces(source));
    // An entry that nothing closes may be text between entries to the parser.
    if (content.length === 0 && BODY_START.test(source)) yield { line, ...OPEN };
    yield* content.flatMap((node) => toEntry(node, line));
    yield* entriesWithoutMark(lines, content.at(-1)?.location.end.line ?? 0, line);
  } catch (error) {
    if (!bibtexParser.isSyntaxError(error)) throw error;
    yield expectation(error, line);
  }
}

/** What would be an entry but for its mark, which BibTeX takes for a comment. */
const WITHOUT_MARK =
  /^\s{0,20}(?:article|book|conference|inbook|incollection|inproceedings|mastersthesis|misc|online|phdthesis|techreport|unpublished)\s?\{[^\s,{}=]{1,200},\s*$/i;

function* entriesWithoutMark(
  lines: readonly string[],
  from: number,
  line: number,
): Generator<BibtexFault> {
  for (const [at, text] of lines.entries()) {
    if (at < from || !WITHOUT_MARK.test(text)) continue;
    yield { line: line + at, expected: '“@” before the type of an entry', got: quote(text) };
  }
}

/** Stand for braces within the value of a field while the parser, which is slow at each brace, reads it. */
const INNER = { '{': '\u0001', '}': '\u0002' } as const;
const BRACES = new RegExp(`[{}${INNER['{']}${INNER['}']}]`, 'g');

/** Braces within those of the entry and of a field tell the parser nothing: the outer ones pair without them. */
function hideInnerBraces(source: string): string {
  let depth = 0;
  return source.replace(BRACES, (sign) => {
    if (sign === '{') return ++depth > 2 ? INNER['{'] : sign;
    if (sign === '}') return depth-- > 2 ? INNER['}'] : sign;
    return '';
  });
}

function showInnerBraces(text: string): string {
  return text.replaceAll(INNER['{'], '{').replaceAll(INNER['}'], '}');
}

function sizeFault(source: string): Omit<BibtexFault, 'line'> | null {
  if (source.length > LONGEST_ENTRY) {
    const most = LONGEST_ENTRY.toLocaleString('en');
    const got = `one of ${source.length.toLocaleString('en')}`;
    return { expected: `an entry of at most ${most} characters`, got };
  }
  let depth = 0;
  let isClosed = false;
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x7b) depth += 1;
    else if (code === 0x7d) depth -= 1;
    if (depth > DEEPEST) {
      return { expected: `at most ${DEEPEST} braces within each other`, got: 'more of them' };
    }
    isClosed ||= code === 0x7d && depth <= 0;
  }
  // The parser would say so too, but takes its time to say it.
  return depth > 0 && !isClosed ? OPEN : null;
}

type Node = ReturnType<typeof bibtexParser.parse>['content'][number];

function toEntry(node: Node, firstLine: number): BibtexEntry[] {
  const line = firstLine + node.location.start.line - 1;
  const endLine = firstLine + node.location.end.line - 1;
  const type = node.entryType.toLowerCase();
  if (bibtexParser.isStringEntry(node)) {
    const fields = new Map([[node.abbreviation.toLowerCase(), partsOf(node.value)]]);
    return [{ type, key: null, fields, line, endLine }];
  }
  if (!bibtexParser.isEntry(node)) return [];
  const fields = new Map<string, readonly BibtexPart[]>();
  for (const { name, value } of node.content) {
    const lower = name.toLowerCase();
    if (!fields.has(lower)) fields.set(lower, partsOf(value));
  }
  return [{ type, key: node.internalKey ?? null, fields, line, endLine }];
}

function partsOf(value: bibtexParser.FieldValue): readonly BibtexPart[] {
  if (bibtexParser.isConcatValue(value)) return value.content.flatMap((part) => partsOf(part));
  const kind = bibtexParser.isAbbreviationValue(value) ? 'name' : 'text';
  return [{ kind, text: showInnerBraces(value.content) }];
}

/** Where an entry ends too early its beginning is named, else the line that does not fit. */
function expectation(error: bibtexParser.SyntaxError, line: number): BibtexFault {
  const found = /but (.{1,40}?) found\.$/.exec(error.message)?.[1] ?? 'something else';
  if (found === 'end of input') {
    return { line, ...OPEN };
  }
  const at = line + error.location.start.line - 1;
  return { line: at, expected: 'fields as name = {value}, with commas between', got: found };
}
