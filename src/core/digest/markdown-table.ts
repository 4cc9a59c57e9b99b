import type { Root, Table, TableRow } from 'mdast';
import { quote, type Problem } from '../input-error.ts';
import type { DigestShape } from './digest.ts';
import { EntryCollector, EntryDraft } from './entry-draft.ts';
import { type FieldKind, fieldKind } from './entry-fields.ts';
import { findMarkdownEvidence } from './markdown-evidence.ts';
import { joinLines, linesOf, type MarkdownLine, plainText } from './markdown-lines.ts';
import { namesIn } from './list-entry.ts';
import { readMarkdown } from './markdown-tree.ts';
import { isLinkLabel } from './paper-links.ts';
import { withStatedDay } from './stated-day.ts';

/** Tables in Markdown with a paper a row; their heads say what each column holds. */
export const markdownTable: DigestShape = {
  name: 'markdown-table',
  source: null,
  looksLike:
    'a Markdown table with a column “Title” or “Paper” and others such as date, authors, PDF',
  detect(text) {
    const { paperTables, weeklyRows, isForeign } = findMarkdownEvidence(text);
    if (isForeign || paperTables === 0) return 0;
    return weeklyRows > 0 ? 0.6 : 0.85;
  },
  parse(text, notes) {
    const tree = readMarkdown(text);
    const collector = new EntryCollector();
    const { title, sections } = sectionsOf(tree, text);
    for (const { table, heading } of sections) readTable(table, heading, text, collector);
    const dated = withStatedDay(notes, text, title);
    return collector.finish('markdown-table', dated, title, 'a table with a column for titles');
  },
};

/** The tables of a text, each with the heading above it; the only heading of the first level is its title. */
export function sectionsOf(
  tree: Root,
  source: string,
): { title: string | null; sections: { table: Table; heading: string | null }[] } {
  const top = tree.children.filter((node) => node.type === 'heading' && node.depth === 1);
  const sections: { table: Table; heading: string | null }[] = [];
  let title: string | null = null;
  let heading: string | null = null;
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const text = plainText(node.children, source);
      if (top.length === 1 && node === top[0]) title = text === '' ? null : text;
      else heading = text;
    } else if (node.type === 'table') sections.push({ table: node, heading });
  }
  return { title, sections };
}

/** Rows kept apart from their table, each with its line, as drafts in the same order. */
export function readMarkdownRows(
  head: readonly string[],
  rows: readonly { readonly row: string; readonly line: number }[],
  heading: string | null,
): EntryDraft[] {
  const source = [
    `|${head.join('|')}|`,
    '|-'.repeat(head.length) + '|',
    ...rows.map(({ row }) => row),
  ];
  const text = source.join('\n');
  const [table] = readMarkdown(text).children;
  if (table?.type !== 'table') return [];
  const columns = columnsOf(head, heading);
  return table.children.slice(1).map((row, at) => {
    const line = rows[at]?.line ?? 1;
    const draft = readRow(row, columns, text, line);
    return draft ?? new EntryDraft('', line, heading);
  });
}

function readTable(
  table: Table,
  heading: string | null,
  source: string,
  collector: EntryCollector,
): void {
  const [head, ...rows] = table.children;
  const heads = (head?.children ?? []).map((cell) => plainText(cell.children, source));
  const columns = columnsOf(heads, heading);
  if (columns.titleAt < 0) return;
  for (const row of rows) {
    const draft = readRow(row, columns, source, row.position?.start.line ?? 1);
    const fault = row.children.length === heads.length ? null : shiftOf(row, columns, source);
    if (fault !== null) collector.problems.add(fault);
    else if (draft !== null) collector.add(draft);
  }
}

/** What is wrong with a row of more or fewer cells than the head: cells in the columns of others. */
function shiftOf(row: TableRow, { kinds }: Columns, source: string): Problem | null {
  const lines = row.children.map((cell) => linesOf(cell.children, source));
  const isFilled = (cell: (typeof lines)[number] | undefined) => joinLines(cell ?? []) !== '';
  // A button in a column of words is from the column of links.
  const isShifted = kinds.some((kind, at) => {
    const [only, ...more] = (lines[at] ?? []).flatMap(({ links }) => links);
    const isWords =
      kind === 'authors' || kind === 'title' || kind === 'venue' || kind === 'published';
    return isWords && only !== undefined && more.length === 0 && isLinkLabel(joinLines(lines[at]!));
  });
  if (!isShifted && !lines.slice(kinds.length).some(isFilled)) return null;
  return {
    line: row.position?.start.line ?? 1,
    expected: `${kinds.length} cells as in the head of the table`,
    got: `${row.children.length}, the first ${quote(joinLines(lines.find(isFilled) ?? []))}`,
    advice: 'Write “\\|” for a bar within a cell, and keep cells that are empty.',
  };
}

/** What the columns of a table hold, and the heading above it. */
interface Columns {
  readonly kinds: readonly (FieldKind | null)[];
  readonly titleAt: number;
  readonly heading: string | null;
}

function columnsOf(heads: readonly string[], heading: string | null): Columns {
  const kinds = heads.map(fieldKind);
  // “Title” rather than “Paper”, which may be the column of links.
  const named = heads.findIndex((head, at) => kinds[at] === 'title' && /title|题/i.test(head));
  return { kinds, titleAt: named < 0 ? kinds.indexOf('title') : named, heading };
}

function readRow(
  row: TableRow,
  { kinds, titleAt, heading }: Columns,
  source: string,
  line: number,
): EntryDraft | null {
  const cells = row.children.map((cell) => linesOf(cell.children, source));
  if (cells.every((lines) => joinLines(lines) === '')) return null;
  const titleLines = (cells[titleAt] ?? []).filter(({ text }) => text.trim() !== '');
  const draft = new EntryDraft(titleOf(titleLines[0]), line, heading);
  const links = titleLines[0]?.links ?? [];
  draft.addLinks(links.map((link) => ({ ...link, isTitle: !isLinkLabel(link.text) })));
  for (const below of titleLines.slice(1)) {
    draft.addLinks(below.links);
    // Names below a title stand for a column of their own.
    if (!kinds.includes('authors') && !draft.has('authors'))
      draft.add('authors', namesIn(below.text));
  }
  cells.forEach((lines, at) => {
    const kind = kinds[at] ?? null;
    if (at === titleAt) return;
    for (const part of lines) {
      if (kind === null || kind === 'title') draft.addLinks(part.links);
      else draft.addLine(kind, part, part.text);
    }
  });
  return draft;
}

/** What begins the line in bold or as a link; else all of the line. */
function titleOf(line: MarkdownLine | undefined): string {
  if (line === undefined) return '';
  const isFirst = ({ text, at }: { text: string; at: number }) =>
    text.length > 2 && !isLinkLabel(text) && line.text.slice(0, at).trim() === '';
  return (line.strong.find(isFirst) ?? line.links.find(isFirst) ?? line).text;
}
