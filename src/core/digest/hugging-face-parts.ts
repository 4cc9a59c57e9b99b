import type { Organization } from './digest.ts';
import { type PageAddress, readAddress, slugOf } from './hugging-face-address.ts';
import { CHROME, PAGE_HEADINGS, pageDate, type PageDate } from './hugging-face-lines.ts';
import { foldText, type PageRow, type PageSpan, rowText } from './page-row.ts';

/** What a row, or a run of text in it, tells of a page of Hugging Face. */
export type PagePart =
  | { readonly kind: 'heading' | 'text'; readonly text: string; readonly id: string | null }
  | { readonly kind: 'page'; readonly title: string }
  | { readonly kind: 'curator'; readonly curator: string }
  | { readonly kind: 'authors' | 'comments' | 'number'; readonly count: number | null }
  | { readonly kind: 'upvotes'; readonly count: number | null; readonly id: string | null }
  | { readonly kind: 'date'; readonly date: PageDate }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'code' | 'project'; readonly href: string }
  | { readonly kind: 'arxiv'; readonly id: string }
  | { readonly kind: 'organization'; readonly organization: Organization }
  /** A line on who put the paper on the page; the name may stand on the next. */
  | { readonly kind: 'submitter'; readonly isNamed: boolean }
  | { readonly kind: 'chrome' };

const MORE_CHROME = new Set([
  'upvote',
  'github',
  'arxiv page',
  'hugging face',
  'daily papers - hugging face',
  'trending papers - hugging face',
  'buckets new',
  'community',
  'trending papers ranked by github stars activity',
  'view arxiv page',
  'view pdf',
  'add to collection',
  'copy markdown',
  '[content truncated]',
  'reply',
  'edit preview',
  'accept all',
  'accept cookies',
  'cookie settings',
  'we use cookies',
]);
const PICTURE = /^\[(?:图片|图像|image|img|picture)[^\][]{0,200}\]\s*/i;
const SEPARATORS = /^[·•*\s]+|[·•\s]+$/g;

/** Whether a text is furniture of a page: a button, a menu, a note. */
export function isChrome(text: string): boolean {
  const folded = text.toLowerCase();
  return CHROME.has(folded) || MORE_CHROME.has(folded) || PAGE_HEADINGS.has(folded);
}

/** What a row tells, in order. A row that tells anything unknown is text altogether. */
export function readParts(row: PageRow): PagePart[] {
  const spans = joinSpans(row.spans).map(mendSpan);
  const text = mendedText(row);
  if (row.depth > 0) return [readHeading(text, spans)];
  const parts: PagePart[] = [];
  for (const span of joinSpans(spans)) {
    const part = readSpan(span);
    if (part === null) return [{ kind: 'text', text: text.replace(PICTURE, ''), id: idOf(spans) }];
    if (part.kind !== 'chrome') parts.push(part);
  }
  return parts;
}

/** The row's text without what is left of links that were torn apart. */
export function mendedText(row: PageRow): string {
  return foldText(
    joinSpans(row.spans)
      .map((span) => mendSpan(span).text)
      .join(''),
  );
}

/** Whether a row holds buttons alone, as no line of an abstract does. */
export function isButtons(row: PageRow, parts: readonly PagePart[]): boolean {
  const kinds = new Set<PagePart['kind']>([
    'code',
    'arxiv',
    'upvotes',
    'comments',
    'organization',
    'project',
  ]);
  const isAddress = row.spans.some(({ text }) => /^\s*https?:/.test(text));
  // The dot that parts authors and date begins no line of prose.
  if (/^[·•] /.test(rowText(row))) kinds.add('date').add('authors');
  return parts.length > 0 && !isAddress && parts.every(({ kind }) => kinds.has(kind));
}

function readHeading(text: string, spans: readonly PageSpan[]): PagePart {
  const plain = text.replace(/\[([^[\]]*)\]\[\d+\]/g, ' $1').replace(/\[[^[\]]*\] ?/g, '');
  const curator = /^by\s*(.+ and the research community)$/i.exec(plain);
  if (curator) return { kind: 'curator', curator: curator[1]! };
  const id = idOf(spans);
  const title = text.replace(/ - Hugging Face$/, '');
  if (id === null && PAGE_HEADINGS.has(title.toLowerCase())) return { kind: 'page', title };
  if (id === null && (text === '' || isChrome(text))) return { kind: 'chrome' };
  return { kind: 'heading', text, id };
}

function idOf(spans: readonly PageSpan[]): string | null {
  for (const { href } of spans) {
    const address = href === null ? null : readAddress(href);
    if (address?.kind === 'paper') return address.id;
  }
  return null;
}

/** Spans of one link side by side are one. */
function joinSpans(spans: readonly PageSpan[]): PageSpan[] {
  const joined: PageSpan[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last?.href === span.href) {
      joined[joined.length - 1] = { text: last.text + span.text, href: span.href };
    } else joined.push(span);
  }
  return joined;
}

/**
 * Undoes what is left of a link whose brackets stand on several lines, or whose address the file does
 * not give: `25](https://…)`, `][34]`, `[Title][32]`.
 */
function mendSpan({ text, href }: PageSpan): PageSpan {
  if (href !== null || !/[[\]]/.test(text)) return { text, href };
  const trimmed = text.trim();
  if (trimmed === '[' || trimmed === ']' || trimmed === '[-') return { text: '', href };
  const inline = /\]\((https?:\/\/[^\s()]{1,2000})\)$/.exec(trimmed);
  const reference = inline ?? /\]\[\d{1,6}\]$/.exec(trimmed);
  if (!reference) return { text, href };
  const inner = trimmed.slice(0, reference.index);
  const opening = openingOf(inner);
  // "Mar 8, 2024 [ 6][39]": what stands before the link is kept.
  const mended = opening < 0 ? inner : `${inner.slice(0, opening)} ${inner.slice(opening + 1)}`;
  return { text: mended, href: inline?.[1] ?? null };
}

/** Where the bracket is that a text leaves open; -1 for none. */
function openingOf(text: string): number {
  let open = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ']') open += 1;
    else if (text[at] === '[' && --open < 0) return at;
  }
  return -1;
}

/** The name without the picture before it. */
function nameOf(text: string): string {
  return text.replace(/^\[[^[\]]*\]\s*|^LINK:\s*/, '');
}

const CHROME_PART = { kind: 'chrome' } as const;

/** What a run of text tells; null for text of the paper’s own. */
function readSpan({ text: raw, href }: PageSpan): PagePart | null {
  const text = foldText(raw).replace(SEPARATORS, '').replace(PICTURE, '');
  if (href === null) {
    return text === '' ? CHROME_PART : (readPlain(text) ?? readBracketed(text));
  }
  const address = readAddress(href);
  if (address.kind === 'paper') return text === '' ? CHROME_PART : readPlain(text);
  return readLink(text, href, address);
}

/** What a link tells that leads elsewhere than to a paper. */
function readLink(text: string, href: string, address: PageAddress): PagePart {
  switch (address.kind) {
    case 'login':
      return readUpvotes(text, address.id) ?? CHROME_PART;
    case 'day':
      return { kind: 'day', day: address.date };
    case 'organization': {
      const slug = slugOf(href);
      return { kind: 'organization', organization: { slug, name: nameOf(text) || slug } };
    }
    case 'community':
      return /^\d{1,9}$/.test(text) ? { kind: 'comments', count: Number(text) } : CHROME_PART;
    case 'arxiv':
      return text === '' ? CHROME_PART : { kind: 'arxiv', id: address.id };
    case 'code':
      return text === '' ? CHROME_PART : { kind: 'code', href };
    default:
      return /^(?:LINK: )?project/i.test(text) ? { kind: 'project', href } : CHROME_PART;
  }
}

function readPlain(text: string): PagePart | null {
  if (text.length > 120) return null;
  const authors = /^(?:[-+] ?)?(\d{1,6}) authors?$/.exec(text);
  if (authors) return { kind: 'authors', count: Number(authors[1]) };
  const date = pageDate(text.replace(/^Published on /, ''));
  if (date) return { kind: 'date', date };
  if (/^(?:\d{1,9}|-)$/.test(text)) {
    return { kind: 'number', count: text === '-' ? null : Number(text) };
  }
  if (/^(?:Upvote|\[-\]) ?(?:[\d.,]+k?|-)$/i.test(text)) return readUpvotes(text, null);
  if (/^Submitted by\b/.test(text)) {
    return { kind: 'submitter', isNamed: text.length > 'Submitted by'.length };
  }
  return /^(?:Get trending papers|We use cookies)/.test(text) || isChrome(text)
    ? CHROME_PART
    : null;
}

/** “[microsoft] Microsoft”: the organisation’s picture and its name. */
function readBracketed(text: string): PagePart | null {
  const match = /^\[([\w.-]{1,100})\] ?(.{1,100})$/.exec(text);
  return match && !/^\d+$/.test(match[1]!)
    ? { kind: 'organization', organization: { slug: match[1]!, name: match[2]! } }
    : null;
}

function readUpvotes(text: string, id: string | null): PagePart | null {
  const count = /^(?:Upvote|\[-\])? ?(\d{1,9}|-)$/i.exec(text)?.[1];
  if (count === undefined) return null;
  return { kind: 'upvotes', count: count === '-' ? null : Number(count), id };
}

/** Rows with text; an address on a row of its own is made the link of the row above. */
export function attachAddresses(rows: readonly PageRow[]): PageRow[] {
  const kept: PageRow[] = [];
  for (const row of rows) {
    const text = rowText(row);
    const above = kept.at(-1);
    const isAddress = /^https?:\/\/\S+$/.test(text) && above?.block !== row.block;
    if (text === '' || (isAddress && !above)) continue;
    if (!isAddress || !above) kept.push(row);
    else if (above.spans.every(({ href }) => href === null) && !/\]\(http/.test(rowText(above))) {
      kept[kept.length - 1] = {
        ...above,
        endLine: row.endLine,
        spans: above.spans.map((span) => ({ text: span.text, href: text })),
      };
    }
  }
  return kept;
}
