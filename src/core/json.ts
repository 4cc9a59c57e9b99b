import {
  findNodeAtLocation,
  type Node,
  parse as parseBeginning,
  type ParseError,
  parseTree,
  visit,
} from 'jsonc-parser';
import type { z } from 'zod';
import { type Problem, quote } from './input-error.ts';
import { nameOf, type Validated } from './yaml.ts';

/** Of a file with nothing right in it, enough is said. */
const MOST_PROBLEMS = 20;

/**
 * Reads JSON that must fit a zod schema and has no key twice. Every problem names its line; `subject`
 * says what the text is and `advice` what to do whatever is wrong with it.
 */
export function readJson<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  subject: string,
  advice: string,
): Validated<z.output<Schema>> {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const fail = (faults: readonly Fault[]) => ({
    value: null,
    problems: faults
      .slice(0, MOST_PROBLEMS)
      .map(({ offset, ...fault }): Problem => ({ line: lineAt(offset), ...fault, advice })),
  });
  const { tree, error } = parse(text);
  if (tree === null) {
    const got = quoteAt(text, error.offset);
    return fail([{ offset: error.offset, expected: `${subject} in JSON`, got }]);
  }
  const twice = keysAgain(tree);
  if (twice.length > 0) return fail(twice);
  const result = schema.safeParse(JSON.parse(text));
  if (!result.success) {
    const issues = result.error.issues.slice(0, MOST_PROBLEMS);
    return fail(issues.map((issue) => describeIssue(issue, tree, text)));
  }
  const placeOf = (path: readonly PropertyKey[]) => {
    const { node } = nodeOrParent(tree, path);
    return { line: lineAt(node.offset), source: sourceOf(node, text) };
  };
  return { value: result.data, problems: [], placeOf };
}

/** Something wrong at an offset of the text. */
interface Fault {
  readonly offset: number;
  readonly expected: string;
  readonly got: string;
}

function describeIssue(issue: z.core.$ZodIssue, tree: Node, text: string): Fault {
  const key = issue.code === 'unrecognized_keys' ? issue.keys[0]! : null;
  const path = key === null ? issue.path : [...issue.path, key];
  const { node, isThere } = nodeOrParent(tree, path);
  const name = issue.path.length === 0 ? '' : `${nameOf(issue.path)} to be `;
  const value = isThere ? quote(sourceOf(node, text)) : 'nothing';
  return {
    offset: node.offset,
    expected: name + issue.message,
    got: key === null ? value : `the key ${quote(key)}`,
  };
}

function sourceOf({ offset, length }: Node, text: string): string {
  return text.slice(offset, offset + length);
}

type Parsed =
  | { readonly tree: Node; readonly error: null }
  | { readonly tree: null; readonly error: Pick<ParseError, 'offset'> };

function parse(text: string): Parsed {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { disallowComments: true });
    if (tree !== undefined && errors.length === 0) return { tree, error: null };
  } catch (error) {
    // The parser calls itself for each bracket within another.
    if (!(error instanceof RangeError)) throw error;
  }
  return { tree: null, error: errors[0] ?? { offset: 0 } };
}

/** Keys that stand before in the same object. */
function keysAgain(tree: Node): Fault[] {
  const again: Fault[] = [];
  const open = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    const keys = new Set<unknown>();
    for (const child of node.children ?? []) {
      open.push(child);
      if (child.type !== 'property') continue;
      const { offset, value } = child.children![0]!;
      const got = `${quote(String(value))} again`;
      if (keys.has(value)) again.push({ offset, expected: 'each key once', got });
      keys.add(value);
    }
  }
  return again.sort((a, b) => a.offset - b.offset);
}

/** The node of a path or, where there is none, the nearest around it. */
function nodeOrParent(tree: Node, path: readonly PropertyKey[]): { node: Node; isThere: boolean } {
  for (let length = path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length) as (string | number)[]);
    if (node !== undefined) return { node, isThere: length === path.length };
  }
  return { node: tree, isThere: false };
}

/** What stands at an offset, to the end of its line. */
function quoteAt(text: string, offset: number): string {
  const rest = text
    .slice(offset, offset + 200)
    .split('\n')[0]!
    .trim();
  return rest === '' && text.slice(offset).trim() === '' ? 'the end of the file' : quote(rest);
}

/** What the beginning of a JSON text holds, as far as it goes; undefined where it is no JSON. */
export function jsonBeginning(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return parseBeginning(text, [], { disallowComments: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** First and last line of the elements of an array. */
export interface ElementLines {
  readonly line: number;
  readonly endLine: number;
}

/** Lines, from 1 on, of the elements of the array at `path` of valid JSON; fewer where it nests too deep. */
export function elementLines(text: string, path: readonly string[]): ElementLines[] {
  const found: ElementLines[] = [];
  const open: number[] = [];
  const depth = path.length + 1;
  const isInArray = (segments: () => readonly (string | number)[]) => {
    const at = segments();
    return at.length === depth && path.every((name, index) => at[index] === name);
  };
  const end = (line: number) => {
    const start = open.pop();
    if (start !== undefined && start > 0) found.push({ line: start, endLine: line + 1 });
  };
  const begin = (line: number, segments: () => readonly (string | number)[]) => {
    open.push(open.length === depth && isInArray(segments) ? line + 1 : 0);
  };
  try {
    visit(text, {
      onObjectBegin: (_offset, _length, line, _character, segments) => begin(line, segments),
      onArrayBegin: (_offset, _length, line, _character, segments) => begin(line, segments),
      onObjectEnd: (_offset, _length, line) => end(line),
      onArrayEnd: (_offset, _length, line) => end(line),
      onLiteralValue: (...[, , , line, , segments]) => {
        begin(line, segments);
        end(line);
      },
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

/** The first fault in a text that is no JSON. */
export function jsonFault(text: string): { readonly line: number; readonly got: string } {
  let fault: { offset: number; line: number } | null = null;
  try {
    visit(
      text,
      { onError: (_code, offset, _length, line) => (fault ??= { offset, line: line + 1 }) },
      { disallowComments: true },
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  const { offset, line } = fault ?? { offset: 0, line: 1 };
  return { line, got: quoteAt(text, offset) };
}

/** What is wrong with the syntax of a JSON text: at an offset, in a line and a column from 1. */
export interface JsonFault {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  readonly reason: 'syntax' | 'too deep' | 'too many values';
}

/** An object of a JSON text: the keys and indices that lead to it, its first and its last line. */
export interface JsonObject {
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly endLine: number;
}

/** Ends a walk from within a callback of the parser. */
class WalkEnd extends Error {}

/**
 * Walks through a JSON text of any size without making a tree of it: gives the first fault, or null,
 * and tells `onObject` of each object that lies in at most `depth` others. Refuses texts with more
 * than `mostValues` objects and arrays, or so many within each other that the stack ends.
 */
export function walkJson(
  text: string,
  depth: number,
  mostValues: number,
  onObject: (object: JsonObject) => void,
): JsonFault | null {
  let fault: JsonFault | null = null;
  let values = 0;
  const stop = (reason: JsonFault['reason'], offset: number, line: number, character: number) => {
    fault = { reason, offset, line: line + 1, column: character + 1 };
    throw new WalkEnd();
  };
  const open: (Omit<JsonObject, 'endLine'> | null)[] = [];
  const begin = (offset: number, line: number, character: number) => {
    values += 1;
    if (values > mostValues) stop('too many values', offset, line, character);
  };
  try {
    visit(
      text,
      {
        onObjectBegin(offset, _length, line, character, path) {
          begin(offset, line, character);
          open.push(open.length > depth ? null : { path: path(), line: line + 1 });
        },
        onObjectEnd(_offset, _length, line) {
          const object = open.pop();
          if (object) onObject({ ...object, endLine: line + 1 });
        },
        onArrayBegin: (offset, _length, line, character) => begin(offset, line, character),
        onError: (_error, offset, _length, line, character) =>
          stop('syntax', offset, line, character),
      },
      { disallowComments: true },
    );
  } catch (error) {
    if (error instanceof RangeError) return { reason: 'too deep', offset: 0, line: 1, column: 1 };
    if (!(error instanceof WalkEnd)) throw error;
  }
  return fault;
}
