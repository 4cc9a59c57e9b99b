import type { Problem } from '../input-error.ts';
import { elementLines, jsonBeginning, jsonFault } from '../json.ts';
import { isObject, type LooseObject } from '../json-object.ts';
import type { Digest, DigestNotes } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { lastLine, lineCounter } from './line-counter.ts';
import { oversize } from './loose-paper.ts';
import { type PaperDraft, type RecordPlace, toRecord } from './paper-draft.ts';
import { MOST_ENTRIES, RecordList } from './record-list.ts';

/** As much of a text as is looked at to tell its shape, in characters. */
const SAMPLE = 20_000;
/** Above this size records are named by their pointers alone: finding lines would take longer than all else. */
const MOST_CHARACTERS_WITH_LINES = 64 * 2 ** 20;

const DEEPEST = 200;
const MOST_VALUES = 5_000_000;
/** Each that is not yet known takes a microsecond and 200 bytes; 50 MB of a service have two million. */
const MOST_NAMES = 2_500_000;
const [QUOTE, BACKSLASH, COLON] = [0x22, 0x5c, 0x3a];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Where a JSON file keeps its papers, and how to read one. */
export interface JsonPapers {
  readonly shape: string;
  /** Names of the array that holds the papers, tried in turn; `[]` is the file itself. */
  readonly paths: readonly (readonly string[])[];
  /** Whether the file may be one paper alone. */
  readonly isPaper: (object: LooseObject) => boolean;
  readonly draft: (object: LooseObject) => PaperDraft;
}

/** The first papers of a JSON text and what is around them, as far as its beginning goes. */
export function peekJson(text: string, paths: JsonPapers['paths']): readonly LooseObject[] {
  const sample = text.slice(0, SAMPLE);
  const root = jsonBeginning(sample);
  const array = firstArray(root, paths);
  // One object after another is JSON Lines.
  if (array === null && /\}[ \t\r]*\n\s*\{/.test(sample)) return [];
  const values = array === null ? [root] : array.values;
  return values.slice(0, 5).filter(isObject);
}

/** Reads JSON that holds papers. Throws DigestError with every one that cannot be read. */
export function parseJsonPapers(text: string, notes: DigestNotes, papers: JsonPapers): Digest {
  const root = parseJson(text);
  const found = arraysOfPapers(root, papers);
  const list = new RecordList();
  for (const array of found) readArray(text, array, papers, list);
  if (found.length > 0) return list.toDigest(papers.shape, notes);
  if (isObject(root) && papers.isPaper(root)) {
    readPaper(root, { line: 1, endLine: lastLine(text), pointer: '' }, papers, list);
  }
  return list.toDigest(papers.shape, notes);
}

function readArray(
  text: string,
  { values, path }: FoundArray,
  papers: JsonPapers,
  list: RecordList,
): void {
  const endLine = lastLine(text);
  const isSmall = text.length <= MOST_CHARACTERS_WITH_LINES && values.length <= MOST_ENTRIES;
  const lines = isSmall && endLine > 1 ? elementLines(text, path) : [];
  for (const [index, value] of values.entries()) {
    const pointer = `/${[...path, index].join('/')}`;
    const place = { ...(lines[index] ?? { line: 1, endLine }), pointer };
    if (!list.hasRoomFor(place.line)) return;
    readPaper(value, place, papers, list);
  }
}

function readPaper(value: unknown, place: JsonPlace, papers: JsonPapers, list: RecordList): void {
  const { line, pointer } = place;
  const fault = isObject(value) ? oversize(value) : notAPaper(value);
  if (fault !== null || !isObject(value)) {
    const advice = 'Write the paper as an object with its title and short fields, or remove it.';
    list.report({ line, expected: fault!.expected, got: `${fault!.got} at ${pointer}`, advice });
    return;
  }
  const drafted = toRecord(papers.draft(value), place);
  if (drafted.problem === null) list.add(drafted);
  else list.report({ ...drafted.problem, got: `${drafted.problem.got} at ${pointer}` });
}

type JsonPlace = RecordPlace & { readonly pointer: string };

function parseJson(text: string): unknown {
  const fault = structureFault(text);
  if (fault !== null) throw new DigestError([fault]);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const { line, got } = jsonFault(text);
    throw new DigestError([{ line, expected: 'JSON', got, advice: jsonAdvice(text) }]);
  }
}

/** What is beyond all measure in JSON, before memory is spent on it: brackets within brackets, or too many. */
function structureFault(text: string): Problem | null {
  let depth = 0;
  let values = 0;
  let names = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      values += 1;
      if (depth > DEEPEST) return excess(text, at, `${DEEPEST} brackets within each other`);
      if (values > MOST_VALUES) return excess(text, at, '5,000,000 objects');
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth -= 1;
    else if (code === COLON && ++names > MOST_NAMES) {
      return excess(text, at, `${MOST_NAMES.toLocaleString('en')} names of fields`);
    }
  }
  return null;
}

function excess(text: string, at: number, most: string): Problem {
  const line = lineCounter(text)(at);
  const advice = 'Split the file, or save the papers alone.';
  return { line, expected: `at most ${most}`, got: 'more of them', advice };
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at;
  }
  return text.length;
}

/** What to do about a text that is no JSON; Python's way to print a dict is not guessed at. */
export function jsonAdvice(text: string): string {
  return isPythonRepr(text)
    ? 'This is what Python prints for a dict, not JSON: write it with json.dumps() instead of str().'
    : 'Save the file as JSON again, whole, or remove it.';
}

/** Whether a text opens a map as Python prints one: `{'title': …`. */
export function isPythonRepr(text: string): boolean {
  return /^[[\s]{0,20}\{\s{0,20}'/.test(text.slice(0, 100));
}

interface FoundArray {
  readonly values: readonly unknown[];
  readonly path: readonly string[];
}

function firstArray(root: unknown, paths: JsonPapers['paths']): FoundArray | null {
  for (const path of paths) {
    let value: unknown = root;
    for (const name of path)
      value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    if (Array.isArray(value)) return { values: value, path };
  }
  return null;
}

/** The array at the first of the paths that has one, and all beside it with papers in them. */
function arraysOfPapers(root: unknown, { paths, isPaper }: JsonPapers): FoundArray[] {
  const first = firstArray(root, paths);
  if (first === null || first.path.length !== 1 || !isObject(root)) return first ? [first] : [];
  const beside = Object.entries(root).flatMap(([name, values]) =>
    Array.isArray(values) &&
    (name === first.path[0] || values.some((it) => isObject(it) && isPaper(it)))
      ? [{ values: values as readonly unknown[], path: [name] }]
      : [],
  );
  return beside;
}

function notAPaper(value: unknown) {
  const got = Array.isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`;
  return { expected: 'a paper as a JSON object', got };
}
