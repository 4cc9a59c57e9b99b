import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
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
  const { tree, error } = parse(text);
  if (tree === null) {
    const problem = {
      line: lineAt(error.offset),
      expected: `${subject} in JSON`,
      got: quoteAt(text, error.offset),
      advice,
    };
    return { value: null, problems: [problem] };
  }
  const twice = keysAgain(tree).map((key) => ({
    line: lineAt(key.offset),
    expected: 'each key once',
    got: `${quote(String(key.value))} again`,
    advice,
  }));
  if (twice.length > 0) return { value: null, problems: twice.slice(0, MOST_PROBLEMS) };
  const result = schema.safeParse(JSON.parse(text));
  const nodeAt = (path: readonly PropertyKey[]) => nodeOrParent(tree, path);
  if (result.success) {
    const placeOf = (path: readonly PropertyKey[]) => {
      const { offset, length } = nodeAt(path).node;
      return { line: lineAt(offset), source: text.slice(offset, offset + length) };
    };
    return { value: result.data, problems: [], placeOf };
  }
  const problems = result.error.issues.slice(0, MOST_PROBLEMS).map((issue): Problem => {
    const { node, isThere } = nodeAt(issue.path);
    const name = issue.path.length === 0 ? '' : `${nameOf(issue.path)} to be `;
    const key = issue.code === 'unrecognized_keys' ? issue.keys[0]! : null;
    return {
      line: lineAt(key === null ? node.offset : nodeAt([...issue.path, key]).node.offset),
      expected: name + issue.message,
      got:
        key === null
          ? isThere
            ? quote(text.slice(node.offset, node.offset + node.length))
            : 'nothing'
          : `the key ${quote(key)}`,
      advice,
    };
  });
  return { value: null, problems };
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

/** Nodes of keys that stand before in the same object. */
function keysAgain(tree: Node): Node[] {
  const again: Node[] = [];
  const open = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    const keys = new Set<unknown>();
    for (const child of node.children ?? []) {
      open.push(child);
      if (child.type !== 'property') continue;
      const key = child.children![0]!;
      if (keys.has(key.value)) again.push(key);
      keys.add(key.value);
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
