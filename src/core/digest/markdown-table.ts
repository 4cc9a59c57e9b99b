import type { Root, Table, TableRow } from 'mdast';
import type { DigestShape } from './digest.ts';
import { EntryCollector, EntryDraft } from './entry-draft.ts';
import { type FieldKind, fieldKind } from './entry-fields.ts';
import { findMarkdownEvidence } from './markdown-evidence.ts';
import { joinLines, linesOf, type MarkdownLine, plainText } from './markdown-lines.ts';
import { readMarkdown } from './markdown-tree.ts';

/** Tables in Markdown with a paper a row; their heads say what each column holds. */
export const markdownTable: DigestShape = {
  name: 'markdown-table',
  source: 'A Markdown table of papers',
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
    return collector.finish('markdown-table', notes, title, 'a table with a column for titles');
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
  const kinds = head.map(fieldKind);
  const source = [
    `|${head.join('|')}|`,
    '|-'.repeat(head.length) + '|',
    ...rows.map(({ row }) => row),
  ];
  const text = source.join('\n');
  const [table] = readMarkdown(text).children;
  if (table?.type !== 'table') return [];
  return table.children.slice(1).map((row, at) => {
    const line = rows[at]?.line ?? 1;
    const draft = readRow(row, kinds, titleColumn(kinds), heading, text, line);
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
  const kinds = (head?.children ?? []).map((cell) => fieldKind(plainText(cell.children, source)));
  const titleAt = titleColumn(kinds);
  if (titleAt < 0) return;
  for (const row of rows) {
    const draft = readRow(row, kinds, titleAt, heading, source);
    if (draft !== null) collector.add(draft);
  }
}

/** “Title” rather than “Paper”, which may be the column of links. */
function titleColumn(kinds: readonly (FieldKind | null)[]): number {
  return kinds.indexOf('title');
}

function readRow(
  row: TableRow,
  kinds: readonly (FieldKind | null)[],
  titleAt: number,
  heading: string | null,
  source: string,
  line = row.position?.start.line ?? 1,
): EntryDraft | null {
  const cells = row.children.map((cell) => linesOf(cell.children, source));
  if (cells.every((lines) => joinLines(lines) === '')) return null;
  const titleLines = (cells[titleAt] ?? []).filter(({ text }) => text.trim() !== '');
  const draft = new EntryDraft(titleOf(titleLines[0]), line, heading);
  draft.addLinks(titleLines[0]?.links.map((link) => ({ ...link, isTitle: true })) ?? []);
  for (const below of titleLines.slice(1)) draft.addLinks(below.links);
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

/** In bold, or the text of the first link, or all of the line. */
function titleOf(line: MarkdownLine | undefined): string {
  const strong = line?.strong.find(({ text }) => text.length > 8)?.text;
  const link = line?.links.find(({ text }) => text.length > 8)?.text;
  return strong ?? link ?? line?.text ?? '';
}
