import { monthNumber } from '../iso-date.ts';
import { LONGEST_TITLE_LINE } from './title-fault.ts';

/** A line that is not blank, and what it is. */
export type PageLine = { readonly line: number; readonly text: string } & (
  | { readonly kind: 'text' | 'chrome' | 'separator' }
  | { readonly kind: 'heading'; readonly title: string }
  | { readonly kind: 'curator'; readonly curator: string }
  | { readonly kind: 'authors'; readonly count: number }
  | { readonly kind: 'date'; readonly date: PageDate }
);

/** A date as the page writes it: without a year when it is that in which the page was saved. */
export interface PageDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly comments: number | null;
}

/** arXiv takes abstracts of up to 1,920 characters; a longer line than this is no abstract. */
export const LONGEST_LINE = 20_000;
/** As much of a text as is looked at to tell its shape, in characters. */
const SAMPLE = 200_000;

/** Words of the page’s furniture, in lower case. */
export const CHROME: ReadonlySet<string> = new Set([
  'new',
  'subscribe',
  'daily',
  'weekly',
  'monthly',
  'previous',
  'next',
  'trending',
  'get trending papers in your email inbox!',
  'get trending papers in your email inbox once a day!',
  'sign up',
  'log in',
  'models',
  'datasets',
  'spaces',
  'docs',
  'enterprise',
  'pricing',
  'papers',
  'company',
  'tos',
  'privacy',
  'about',
  'careers',
  'website',
  'system theme',
  '© hugging face',
]);
/** The headings of pages, in lower case. */
export const PAGE_HEADINGS: ReadonlySet<string> = new Set([
  'daily papers',
  'trending papers',
  'weekly papers',
  'monthly papers',
]);
const GLUED_SUBSCRIBE = /^Subscribe(?=\S)/;
/** Without the page's furniture above it, only a capital letter tells the button from a word. */
const GLUED_AT_START = /^Subscribe(?=[\p{Lu}\p{N}])/u;
const MARKUP = /^(?:#|\[|\]|!\[|<|\||https?:|[{}@]|\\\\)|\]\(http/;
const DATE = /^([A-Z][a-z]{2,8})\.? (\d{1,2})(?:, (\d{4}))?(?: (\d+))?$/;

/** The lines of a page that are not blank, each with its kind. */
export function classifyLines(text: string): PageLine[] {
  const lines: PageLine[] = [];
  text.split(/\r\n|\n|\r/).forEach((raw, index) => {
    const trimmed = raw.trim();
    if (trimmed === '') return;
    // The button above the first title is glued to it in the dumps that have no blank lines.
    const above = lines.at(-1);
    const isGlued = above === undefined ? GLUED_AT_START : GLUED_SUBSCRIBE;
    const mayBeGlued =
      above === undefined || (above.kind === 'chrome' && above.text !== 'Subscribe');
    const glued = mayBeGlued && isGlued.test(trimmed);
    lines.push(classifyLine(glued ? trimmed.replace(GLUED_SUBSCRIBE, '') : trimmed, index + 1));
  });
  return lines;
}

function classifyLine(text: string, line: number): PageLine {
  if (text.length > LONGEST_TITLE_LINE) return { line, text, kind: 'text' };
  const folded = text.toLowerCase();
  if (PAGE_HEADINGS.has(folded)) return { line, text, kind: 'heading', title: text };
  if (CHROME.has(folded)) return { line, text, kind: 'chrome' };
  if (text === '·') return { line, text, kind: 'separator' };
  const curator = /^by\s*(.+ and the research community)$/.exec(text);
  if (curator) return { line, text, kind: 'curator', curator: curator[1]! };
  const authors = /^(?:[•*-]\s*)?(\d+) authors?$/.exec(text);
  if (authors) return { line, text, kind: 'authors', count: Number(authors[1]) };
  const date = pageDate(text);
  return date === null ? { line, text, kind: 'text' } : { line, text, kind: 'date', date };
}

/** A date as a page writes it, with the number of comments that may follow; null for any other text. */
export function pageDate(text: string): PageDate | null {
  const match = DATE.exec(text);
  const month = match ? monthNumber(match[1]!) : null;
  if (!match || month === null) return null;
  return {
    year: match[3] === undefined ? null : Number(match[3]),
    month,
    day: Number(match[2]),
    comments: match[4] === undefined ? null : Number(match[4]),
  };
}

/** What the start of a text shows of a dump of a Hugging Face page. */
export interface PageEvidence {
  /** Share of blank lines. */
  readonly blankShare: number;
  /** Whether the furniture of the page stands in its first lines. */
  readonly hasChrome: boolean;
  /** Number of lines with authors or a date. */
  readonly metadataLines: number;
  /** Share of lines that belong to a pair of title and abstract. */
  readonly pairedShare: number;
}

/** Looks for signs of a text dump; a text with links or markup has none. */
export function findEvidence(text: string): PageEvidence {
  const sample = text.slice(0, SAMPLE);
  const lines = classifyLines(sample);
  const all = sample.trim().split(/\r\n|\n|\r/).length;
  const none = { blankShare: 0, hasChrome: false, metadataLines: 0, pairedShare: 0 };
  const markup = lines.filter(({ text: line }) => MARKUP.test(line)).length;
  if (lines.length === 0 || markup > Math.max(1, lines.length / 20)) return none;
  const paired = lines.filter((line, at) => isPaired(line, lines[at + 1]));
  return {
    blankShare: 1 - lines.length / all,
    hasChrome: lines.slice(0, 15).some(isChrome),
    metadataLines: lines.filter(({ kind }) => kind === 'authors' || kind === 'date').length,
    pairedShare: (2 * paired.length) / lines.length,
  };
}

function isChrome({ kind, text }: PageLine): boolean {
  return (
    kind === 'heading' ||
    kind === 'curator' ||
    (kind === 'chrome' && text.startsWith('Get trending'))
  );
}

function isPaired(line: PageLine, below: PageLine | undefined): boolean {
  return (
    line.kind === 'text' &&
    line.text.length <= LONGEST_TITLE_LINE &&
    (below?.text.length ?? 0) > LONGEST_TITLE_LINE
  );
}
