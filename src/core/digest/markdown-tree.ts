import type { Nodes, Root, RootContent } from 'mdast';
import type { Problem } from '../input-error.ts';
import { parseGitHubMarkdown } from '../markdown.ts';
import { DigestError } from './digest-error.ts';
import { isTableRule, type MarkdownChunk, splitMarkdown } from './markdown-chunks.ts';

/** The parser reads about a megabyte a second, so a longer file is refused. */
export const LONGEST_MARKDOWN = 3_000_000;
/** Containers (quotations, lists) within each other, and the indentation that opens them. */
const DEEPEST_LEAD = 120;
const DEEPEST_CONTAINERS = 24;
/** Signs that may open inline markup in one paragraph, row or item; each may be tried with each. */
const MOST_SIGNS = 3000;
/** The sum of their squares over all paragraphs: a real file of a megabyte has 3 million. */
const MOST_WORK = 300_000_000;
/** Lines; four blank ones count as one, four signs that a line is set in by and two cells as one more. */
const MOST_LINES = 100_000;
/** Of the head of a table, which is parsed again with each part of a long one. */
const MOST_COLUMNS = 200;
const LONGEST_HEAD = 3000;
/** Characters without a blank line, a heading or an item of a list between them; tables may be longer. */
const LONGEST_PARAGRAPH = 100_000;
/** Characters of one line of Markdown: a row of a table holds abstract and comment. */
const LONGEST_ROW = 60_000;

/**
 * Markdown with GFM tables as a syntax tree. Throws DigestError, before it parses, for a text longer than
 * `LONGEST_MARKDOWN` characters and for one nested so deep that no person wrote it.
 */
export function readMarkdown(text: string): Root {
  const problem = findExcess(text);
  if (problem !== null) throw new DigestError([problem]);
  const definitions = findDefinitions(text);
  const children: RootContent[] = [];
  for (const chunk of splitMarkdown(text)) {
    const isWhole = chunk.text.length === text.length;
    const tree = parseGitHubMarkdown(isWhole ? text : withDefinitions(chunk.text, definitions));
    resolveReferences(tree);
    moveTo(tree, chunk);
    const [first] = tree.children;
    const last = children.at(-1);
    if (chunk.continuesTable && first?.type === 'table' && last?.type === 'table') {
      for (const row of first.children.slice(1)) last.children.push(row);
      tree.children.shift();
    }
    for (const node of tree.children) children.push(node);
  }
  return { type: 'root', children };
}

/** The most definitions that are carried to links far from them. */
const MOST_DEFINITIONS = 100;

/** Definitions of addresses, which may stand far from their links, by their labels in brackets. */
function findDefinitions(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [line, label] of text.matchAll(
    /^ {0,3}(\[[^\][\n]{1,100}\]):[ \t]*[^\s][^\n]{0,500}$/gm,
  )) {
    if (found.size < MOST_DEFINITIONS && !found.has(label!)) found.set(label!, line);
  }
  return found;
}

/** A chunk with the definitions that it needs below it. */
function withDefinitions(text: string, definitions: ReadonlyMap<string, string>): string {
  const needed = [...definitions].filter(([label]) => text.includes(label));
  return needed.length === 0 ? text : `${text}\n\n${needed.map(([, line]) => line).join('\n')}\n`;
}

/** Gives links by reference the addresses that are defined for them. */
function resolveReferences(tree: Root): void {
  const urls = new Map<string, string>();
  for (const node of tree.children) {
    if (node.type === 'definition') urls.set(node.identifier, node.url);
  }
  const open: Nodes[] = urls.size === 0 ? [] : [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'linkReference') {
      const url = urls.get(node.identifier) ?? '';
      Object.assign(node, { type: 'link', url });
    }
    if ('children' in node) for (const child of node.children) open.push(child);
  }
}

/** Counts the places of a chunk's nodes from the start of the whole. */
function moveTo(tree: Root, { lineShift, offsetShift }: MarkdownChunk): void {
  if (lineShift === 0 && offsetShift === 0) return;
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.position !== undefined) {
      const { start, end } = node.position;
      const move = ({ line, column, offset }: typeof start) => ({
        line: line + lineShift,
        column,
        offset: (offset ?? 0) + offsetShift,
      });
      node.position = { start: move(start), end: move(end) };
    }
    if ('children' in node) for (const child of node.children) open.push(child);
  }
}

/** A linear look at each line for what would make the parser slow or the tree deep. */
function findExcess(text: string): Problem | null {
  if (text.length > LONGEST_MARKDOWN) {
    return {
      line: 1,
      expected: `Markdown of at most ${LONGEST_MARKDOWN.toLocaleString('en')} characters`,
      got: `${text.length.toLocaleString('en')} characters`,
      advice: 'Split the file at its headings into several files.',
    };
  }
  const lines = text.split(/\r\n|\n|\r/);
  let signs = 0;
  let work = 0;
  let load = 0;
  let length = 0;
  let isInTable = false;
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1] ?? '';
    const beginsTable: boolean = !isInTable && isTableRule(line, above);
    if (beginsTable && isTooWide(line, above)) return tooWide(index);
    isInTable = line.trim() !== '' && (isInTable || beginsTable);
    if (startsBlock(line, above, isInTable)) signs = length = 0;
    const added = countSigns(line);
    work += added * (2 * signs + added);
    signs += added;
    length += line.length;
    load += line === '' ? 1 / 4 : 1 + containerDepth(line).lead / 4;
    load += (line.split('|').length - 1) / 2;
    if (load > MOST_LINES) return tooManyLines(index + 1);
    const excess = describeExcess(line, work > MOST_WORK ? Infinity : signs, length);
    if (excess !== null) return { line: index + 1, ...excess };
  }
  return null;
}

function isTooWide(rule: string, head: string): boolean {
  const bars = rule.split('|').length - 1;
  return bars > MOST_COLUMNS + 1 || rule.length + head.length > LONGEST_HEAD;
}

function tooWide(line: number): Problem {
  const expected = `tables of at most ${MOST_COLUMNS} columns, their heads of at most ${LONGEST_HEAD.toLocaleString('en')} characters`;
  return { line, expected, got: 'a wider one', advice: 'Remove this table, or split it.' };
}

function tooManyLines(line: number): Problem {
  const expected = `Markdown of at most ${MOST_LINES.toLocaleString('en')} lines, or fewer where lists are nested`;
  const advice = 'Split the file at its headings into several files.';
  return { line, expected, got: 'more', advice };
}

/** Whether the inline markup of a line cannot reach back to the line above. */
function startsBlock(line: string, above: string, isInTable: boolean): boolean {
  const start = line.trimStart();
  if (start === '' || /^(?:[-*+] |#{1,6} |1[.)] )/.test(start)) return true;
  const before = above.trimStart();
  // Only in a list does a higher number begin an item.
  if (/^\d{1,9}[.)] /.test(start)) return /^(?:\d{1,9}[.)] |[-*+] |$)/.test(before);
  return isInTable && start.startsWith('|');
}

function countSigns(line: string): number {
  let count = 0;
  for (let at = 0; at < line.length; at++) if ('[]*_`<~&'.includes(line[at]!)) count += 1;
  return count;
}

function describeExcess(line: string, signs: number, length: number): Omit<Problem, 'line'> | null {
  const advice = 'Remove this line, or save the digest again.';
  if (line.length > LONGEST_ROW) {
    const expected = `lines of at most ${LONGEST_ROW.toLocaleString('en')} characters`;
    return { expected, got: `one of ${line.length.toLocaleString('en')}`, advice };
  }
  if (signs > MOST_SIGNS) {
    const expected = `at most ${MOST_SIGNS.toLocaleString('en')} brackets, stars and the like in a paragraph`;
    return { expected, got: 'more', advice: 'Put blank lines between the entries.' };
  }
  if (length > LONGEST_PARAGRAPH) {
    const expected = `paragraphs of at most ${LONGEST_PARAGRAPH.toLocaleString('en')} characters`;
    return { expected, got: 'a longer one', advice: 'Put blank lines between the entries.' };
  }
  const depth = containerDepth(line);
  if (depth.signs <= DEEPEST_CONTAINERS && depth.lead <= DEEPEST_LEAD) return null;
  const expected = `quotations and lists at most ${DEEPEST_CONTAINERS} deep`;
  return { expected, got: 'a line that opens more', advice };
}

/** How many containers may open at the start of a line; a rule of one sign opens none. */
function containerDepth(line: string): { signs: number; lead: number } {
  let at = 0;
  let signs = 0;
  const kinds = new Set<string>();
  for (; at < line.length && ' \t>-*+_=.)0123456789'.includes(line[at]!); at++) {
    const sign = line[at]!;
    if ('>-*+.)_='.includes(sign)) {
      signs += 1;
      kinds.add(sign);
    }
  }
  const isRule = at === line.length && kinds.size <= 1 && !kinds.has('>') && !kinds.has('+');
  return isRule ? { signs: 0, lead: 0 } : { signs, lead: at };
}
