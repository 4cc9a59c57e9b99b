import { fieldKind } from './entry-fields.ts';

/** As much of a text as is looked at to tell its shape, in characters. */
const SAMPLE = 60_000;

/** Signs of the ways to write a digest in Markdown, counted over the start of a text. */
export interface MarkdownEvidence {
  /** Tables whose head names a column for titles, and another that tells of papers. */
  readonly paperTables: number;
  /** Rows such as `| 1) …`. */
  readonly weeklyRows: number;
  /** Headings that link to a paper or stand above labelled fields. */
  readonly headingEntries: number;
  /** Items and lines with a title and a link to a paper. */
  readonly listEntries: number;
  /** Links to papers on huggingface.co outside of tables, or furniture of its pages. */
  readonly huggingFaceLinks: number;
  /** Whether the text is of another syntax: JSON, XML, BibTeX, an e-mail. */
  readonly isForeign: boolean;
}

const PAPER_LINK =
  /https?:\/\/(?:[a-z.]*arxiv\.org\/|(?:dx\.)?doi\.org\/|openreview\.net\/|aclanthology\.org\/|alphaxiv\.org\/|[^\s)]{1,200}\.pdf\b)/i;
const FOREIGN =
  /^\s*(?:[[{]\s*(?:["{[\]}]|$)|<\?xml|<rss|<feed|<!doctype|<html|@[a-z]+\s*\{|TY {2}- )/i;

/** Looks at each line of the start of a text; nothing of it is parsed. */
export function findMarkdownEvidence(text: string): MarkdownEvidence {
  const lines = sampleOf(text).split(/\r\n|\n|\r/);
  const evidence = { paperTables: 0, weeklyRows: 0, headingEntries: 0, listEntries: 0 };
  let huggingFaceLinks = 0;
  for (const [index, line] of lines.entries()) {
    if (line.length > 20_000) continue;
    const start = line.trimStart();
    const isRow = start.startsWith('|');
    if (!isRow && /huggingface\.co\/(?:papers|login\?next=)/.test(line)) huggingFaceLinks += 1;
    if (/^\|?\s*:?-+:?\s*\|/.test(start))
      evidence.paperTables += isPaperHead(lines[index - 1] ?? '');
    else if (/^\|\s*\d{1,2}\)\s/.test(start)) evidence.weeklyRows += 1;
    else if (/^#{1,6} /.test(start)) evidence.headingEntries += isHeadingEntry(lines, index);
    else if (!isRow) evidence.listEntries += isListEntry(start, lines[index - 1] ?? '');
  }
  return {
    ...evidence,
    huggingFaceLinks,
    isForeign: FOREIGN.test(text.slice(0, 200)) || isMailing(lines),
  };
}

/** The rule and the double backslash between the entries of an arXiv mailing. */
function isMailing(lines: readonly string[]): boolean {
  return lines.includes('\\\\') && lines.some((line) => /^arXiv:\S+/.test(line));
}

/** The start of a text, and where that is all links to its own headings, what follows. */
function sampleOf(text: string): string {
  const rows = text.slice(0, 400_000).search(/^\|[ \t]*\d{1,2}\)\s/m);
  return text.slice(0, SAMPLE) + (rows > SAMPLE ? `\n${text.slice(rows, rows + SAMPLE)}` : '');
}

function isPaperHead(line: string): number {
  const kinds = line.slice(0, 2000).split('|').map(fieldKind);
  const telling = new Set(kinds.filter((kind) => kind !== null));
  return telling.has('title') && telling.size > 1 ? 1 : 0;
}

function isHeadingEntry(lines: readonly string[], index: number): number {
  const line = lines[index]!;
  if (/huggingface\.co\/papers/.test(line)) return 0;
  if (line.includes('](') && PAPER_LINK.test(line)) return 1;
  const below = lines.slice(index + 1, index + 16).filter((it) => it.trim() !== '');
  const label = /^[\s>*_#-]*([^:：*_]{1,40})(?:\*\*|__)?\s*[:：]/;
  const kinds = below.map((it) => fieldKind(label.exec(it.slice(0, 200))?.[1] ?? ''));
  return kinds.some((kind) => kind === 'authors' || kind === 'abstract' || kind === 'id') ? 1 : 0;
}

function isListEntry(line: string, above: string): number {
  if (!PAPER_LINK.test(line)) return 0;
  if (/^(?:[-*+]|\d{1,4}[.)]) /.test(line)) return 1;
  const isBare = /^<?https?:\/\/\S+>?$/.test(line.trim());
  if (isBare) return /^\p{L}.{8,299}$/u.test(above.trim()) && !/[:：]$/.test(above.trim()) ? 1 : 0;
  return /^(?:\*\*)?\[?[\p{Lu}\p{N}].{8,300}\]?(?:\(|\s[-–—:]?\s?<?)https?:/u.test(line) ? 1 : 0;
}
