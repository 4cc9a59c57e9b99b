import { elementLines, jsonBeginning, jsonFault } from '../json.ts';
import type { Digest, DigestNotes } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { isObject, type LooseObject } from './loose-paper.ts';
import { type PaperDraft, toRecord } from './paper-draft.ts';
import { MOST_ENTRIES, RecordList } from './record-list.ts';

/** As much of a text as is looked at to tell its shape, in characters. */
const SAMPLE = 20_000;
/** Above this size records are named by their pointers alone: finding lines would take longer than all else. */
const MOST_CHARACTERS_WITH_LINES = 64 * 2 ** 20;

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
  const found = firstArray(root, papers.paths);
  const list = new RecordList();
  if (found !== null) readArray(text, found, papers, list);
  else if (isObject(root) && papers.isPaper(root)) {
    const place = { line: 1, endLine: countLines(text), pointer: '' };
    list.add(toRecord(papers.draft(root), place));
  }
  return list.toDigest(papers.shape, notes);
}

function readArray(
  text: string,
  { values, path }: FoundArray,
  papers: JsonPapers,
  list: RecordList,
): void {
  const endLine = countLines(text);
  const isSmall = text.length <= MOST_CHARACTERS_WITH_LINES && values.length <= MOST_ENTRIES;
  const lines = isSmall && endLine > 1 ? elementLines(text, path) : [];
  for (const [index, value] of values.entries()) {
    const pointer = `/${[...path, index].join('/')}`;
    const place = { ...(lines[index] ?? { line: 1, endLine }), pointer };
    if (!list.hasRoomFor(place.line)) return;
    if (!isObject(value)) {
      list.report(notAPaper(place.line, pointer, value));
      continue;
    }
    const drafted = toRecord(papers.draft(value), place);
    if (drafted.problem === null) list.add(drafted);
    else list.report({ ...drafted.problem, got: `${drafted.problem.got} at ${pointer}` });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const { line, got } = jsonFault(text);
    throw new DigestError([{ line, expected: 'JSON', got, advice: jsonAdvice(text) }]);
  }
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

function notAPaper(line: number, pointer: string, value: unknown) {
  return {
    line,
    expected: 'a paper as a JSON object',
    got: `${Array.isArray(value) ? 'an array' : value === null ? 'null' : `a ${typeof value}`} at ${pointer}`,
    advice: 'Write the paper as an object with its title, or remove the element.',
  };
}

/** Number of lines, less a last empty one. */
export function countLines(text: string): number {
  let lines = 1;
  const end = text.endsWith('\n') ? text.length - 1 : text.length;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
    lines += 1;
  return lines;
}
