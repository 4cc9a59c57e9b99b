import type { TableRow } from 'mdast';
import { isoDate, monthNumber } from '../iso-date.ts';
import type { DigestShape } from './digest.ts';
import { EntryCollector, EntryDraft } from './entry-draft.ts';
import { findMarkdownEvidence } from './markdown-evidence.ts';
import { joinLines, linesOf, type MarkdownLine } from './markdown-lines.ts';
import { sectionsOf } from './markdown-table.ts';
import { readMarkdown } from './markdown-tree.ts';

const NUMBER = /^\s*\d{1,3}\)\s*/;

/** Weekly lists of papers: a row is a number, a name, the digest's words on it, then links. */
export const markdownWeeklyTable: DigestShape = {
  name: 'markdown-weekly-table',
  source: 'ML Papers of the Week',
  looksLike: 'a Markdown table with rows “| 1) **Title** - description | [Paper](…), [Tweet](…) |”',
  detect(text) {
    const { weeklyRows, isForeign } = findMarkdownEvidence(text);
    return !isForeign && weeklyRows > 0 ? 0.9 : 0;
  },
  parse(text, notes) {
    const collector = new EntryCollector();
    const { title, sections } = sectionsOf(readMarkdown(text), text);
    for (const { table, heading } of sections) {
      const listed = lastDayOf(heading ?? '');
      for (const row of table.children) {
        const draft = readRow(row, heading, text);
        if (draft === null) continue;
        draft.listed = listed;
        collector.add(draft);
      }
    }
    return collector.finish('markdown-weekly-table', notes, title, 'rows that begin “1) Title”');
  },
};

function readRow(row: TableRow, heading: string | null, source: string): EntryDraft | null {
  const [paper, ...others] = row.children.map((cell) => linesOf(cell.children, source));
  const first = paper?.[0];
  if (first === undefined || !NUMBER.test(first.text)) return null;
  const line = row.position?.start.line ?? 1;
  const { title, rest } = splitPaper(first);
  const draft = new EntryDraft(title, line, heading);
  draft.endLine = row.position?.end.line ?? line;
  draft.add('summary', joinLines([{ text: rest }, ...paper!.slice(1)]));
  draft.addLinks(first.links.map((link) => ({ ...link, isTitle: link.text === title })));
  for (const lines of others) for (const part of lines) draft.addLinks(part.links);
  return draft;
}

/**
 * The name and what is said of it: the name is in bold, or ends at a dash between spaces or, where the
 * writer left line breaks out, at two spaces.
 */
function splitPaper({ text, strong }: MarkdownLine): { title: string; rest: string } {
  const name = text.replace(NUMBER, '');
  const start = text.length - name.length;
  const bold = strong[0];
  if (bold !== undefined && text.slice(start, bold.at).trim() === '') {
    const rest = text.slice(bold.at + bold.text.length).replace(/^\**\s*/, '');
    return { title: bold.text, rest: rest.replace(/^[-–—:]\s*/, '') };
  }
  const end = /\s{2,}|\s[-–—]\s/.exec(name);
  if (end === null) return { title: name, rest: '' };
  return { title: name.slice(0, end.index), rest: name.slice(end.index + end[0].length) };
}

/** The day that ends the week of a heading “… (June 23 - June 29) - 2025”; null without a year. */
function lastDayOf(heading: string): string | null {
  const week = /\([A-Za-z]{3,9}\.? \d{1,2} ?[-–—] ?([A-Za-z]{3,9})?\.? ?(\d{1,2})\)[-–—, ]+(\d{4})/;
  const match = week.exec(heading.slice(0, 300));
  const own = /\(([A-Za-z]{3,9})/.exec(heading)?.[1];
  const month = monthNumber(match?.[1] ?? own ?? '');
  return match && month !== null ? isoDate(Number(match[3]), month, Number(match[2])) : null;
}
