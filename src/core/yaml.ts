import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import { z } from 'zod';
import { withoutControls } from './control-characters.ts';
import { type Problem, quote } from './input-error.ts';

/**
 * Where the value below some keys stands: its line, and a scalar as it is written, which for a number
 * keeps its last zeros. The first line where there is none.
 */
export type PlaceOf = (path: readonly PropertyKey[]) => {
  readonly line: number;
  readonly source: string;
};

/** Of a text with nothing right in it, enough is said. */
const MOST_PROBLEMS = 20;

/** A value that fits its schema, or all that is wrong with it. */
export type Validated<Value> =
  | { readonly value: Value; readonly problems: readonly []; readonly placeOf: PlaceOf }
  | { readonly value: null; readonly problems: readonly Problem[] };

/**
 * Reads YAML that must be a map of a strict zod object schema. Every problem names its line, counted
 * from `firstLine`; `subject` says what the text is ("the site's settings").
 */
export function readYaml<Shape extends z.ZodObject>(
  text: string,
  schema: Shape,
  subject: string,
  firstLine = 1,
): Validated<z.output<Shape>> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    logLevel: 'error',
    prettyErrors: false,
  });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const errors = document.errors.slice(0, MOST_PROBLEMS).map((error) => ({
    line: lineAt(error.pos[0]),
    expected: `${subject} in YAML`,
    // The parser calls itself for each bracket within another.
    got: /call stack/.test(error.message)
      ? 'brackets nested too deep'
      : withoutControls(error.message.replace(/\s+/g, ' ')),
    advice: 'Correct the YAML; a text with a colon or a # goes in quotes.',
  }));
  if (errors.length > 0) return { value: null, problems: errors };
  const aliases = findAliases(document, lineAt);
  if (aliases.length > 0) return { value: null, problems: aliases };
  const content = document.contents as ParsedNode | null;
  const result = schema.safeParse(content === null ? {} : document.toJS({ maxAliasCount: 0 }));
  if (result.success) {
    const placeOf: PlaceOf = (path) => {
      const node = valueNode(content, path);
      const source = isScalar(node) ? (node.source ?? '') : '';
      return { line: node?.range ? lineAt(node.range[0]) : firstLine, source };
    };
    return { value: result.data, problems: [], placeOf };
  }
  const problems = result.error.issues.flatMap((issue) =>
    describeIssue(issue, content, subject).map(({ node, ...problem }) => ({
      line: node?.range ? lineAt(node.range[0]) : firstLine,
      ...problem,
    })),
  );
  return { value: null, problems };
}

/** No alias is ever needed in these files, so none can multiply. */
function findAliases(document: Document.Parsed, lineAt: (offset: number) => number): Problem[] {
  const aliases: Problem[] = [];
  visit(document, {
    Alias(_, alias) {
      aliases.push({
        line: lineAt(alias.range?.[0] ?? 0),
        expected: 'a value written out',
        got: quote(`*${alias.source}`),
        advice: 'Write the value itself; a text that begins with * goes in quotes.',
      });
    },
  });
  return aliases;
}

/** A zod object of these keys and no others; its errors name them. */
export function strictMap<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? keys : `a map of ${keys}`),
  });
}

type Issue = z.core.$ZodIssue;
type NodeProblem = Omit<Problem, 'line'> & { readonly node: Node | null };

function describeIssue(issue: Issue, content: ParsedNode | null, subject: string): NodeProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      node: keyNode(content, [...issue.path, key]),
      expected: `one of the keys ${issue.message}`,
      got: quote(key),
      advice: 'Correct the key or remove it.',
    }));
  }
  const node = valueNode(content, issue.path);
  if (issue.path.length === 0) {
    return [
      {
        node,
        expected: `${subject}: ${issue.message}`,
        got: describeNode(content),
        advice: 'Write KEY: VALUE, a line each.',
      },
    ];
  }
  const name = nameOf(issue.path);
  const advice = `Correct the value of ${name}; a text that looks like a number or a date goes in quotes.`;
  return [
    {
      node: node ?? valueNode(content, issue.path.slice(0, -1)),
      expected: `${name} to be ${issue.message}`,
      got: node === null ? 'nothing' : describeNode(node),
      advice: node === null ? `Add ${String(issue.path.at(-1))}: …` : advice,
    },
  ];
}

/** `links, 1, href` as "href of item 2 of links": people count from 1. */
export function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `item ${part + 1}` : String(part)))
    .toReversed()
    .join(' of ');
}

function valueNode(content: ParsedNode | null, path: readonly PropertyKey[]): Node | null {
  let node: unknown = content;
  for (const key of path) {
    node = isCollectionNode(node) ? node.get(key, true) : null;
  }
  return (node as Node | null | undefined) ?? null;
}

function isCollectionNode(node: unknown): node is { get(key: unknown, keepScalar: true): unknown } {
  return typeof node === 'object' && node !== null && 'items' in node;
}

function keyNode(content: ParsedNode | null, path: readonly PropertyKey[]): Node | null {
  const parent = valueNode(content, path.slice(0, -1));
  if (!isMap(parent)) return parent;
  const pair = parent.items.find(
    (item) => isScalar(item.key) && String(item.key.value ?? '') === path.at(-1),
  );
  return pair ? (pair.key as Node) : null;
}

function describeNode(node: Node | null): string {
  if (node === null) return 'nothing';
  if (isScalar(node)) return node.value === null ? 'nothing' : quote(String(node.value));
  if (isMap(node)) return 'a map';
  return isSeq(node) && node.items.length === 0 ? 'an empty list' : 'a list';
}
