import type { MarkdownLine } from './markdown-lines.ts';
import { isLinkLabel, isPaperUrl } from './paper-links.ts';
import { isWrittenDay } from './written-date.ts';

/** The parts of one entry of a list; what it does not say is empty. */
export interface ListEntry {
  readonly title: string;
  readonly authors: string;
  /** As written: a day, a month or a year. */
  readonly date: string;
  readonly description: string;
  /** Whether it surely is a paper: in bold, or linked to one. */
  readonly isSure: boolean;
}

/** A year in brackets; before a colon it is within the title. */
const YEAR = /[([]((?:19|20)\d\d)[)\],](?!\s*:)/;
/** The year that ends a list of names: `A. Radford et al., 2015.` */
const YEAR_END = /[,\s]((?:19|20)\d\d)[.,\s[(]{0,8}$/;
const DATE_START = /^\s*[[(]?((?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?)(?!\d)[\])]?[\s,:;|–-]*/;
/** A comma or full stop, then initials: there the names of authors begin. */
const INITIALS = /[,.]\s+(?=\p{Lu}\.[\s-]?(?:\p{Lu}\.[\s-]?)*\p{Lu}\p{L})/u;
const PARTICLE =
  /^(?:and|de|der|den|del|della|di|da|dos|du|la|le|van|von|el|al|bin|ter|et\.?|al\.?|et\.al\.?|others)$/i;

/** Parts a list's line into title, authors, date, and what else it says; null for what is no paper. */
export function splitListEntry(line: MarkdownLine): ListEntry | null {
  const links = line.links.filter(({ url }) => /^https?:\/\//i.test(url));
  const isLinked = links.some(
    ({ url, text }) => isPaperUrl(url) || /^\W*(?:paper|pdf|arxiv|abs)\W*$/i.test(text),
  );
  const date = DATE_START.exec(line.text)?.[1] ?? '';
  const found = titleInMarkup(line) ?? titleInText(line, date);
  if (found === null) return null;
  const behind = line.text.slice(found.end, restEnd(line, found.end));
  const authors = namesIn(behind.replace(YEAR, ' '));
  const isCited = authors !== '' && YEAR.test(line.text.slice(found.end - 1));
  if (!isLinked && !isCited) return null;
  const description = authors === '' ? describedIn(line, found.end) : '';
  const year = YEAR.exec(line.text.slice(found.end - 1)) ?? YEAR_END.exec(behind);
  return {
    title: found.title,
    authors,
    date: date || (year?.[1] ?? ''),
    description,
    isSure: isLinked,
  };
}

interface FoundTitle {
  readonly title: string;
  /** Offset behind it in the line's text. */
  readonly end: number;
}

/** In bold, or as the text of the first link. */
function titleInMarkup({ text, strong, links }: MarkdownLine): FoundTitle | null {
  const isTitle = (it: { text: string; at: number }) =>
    it.text.length > 3 &&
    !isLinkLabel(it.text) &&
    !/^(?:https?:|www\.)/.test(it.text) &&
    !/[:：]$/.test(it.text) &&
    !isWrittenDay(it.text) &&
    /\p{L}/u.test(it.text);
  const isFirst = (at: number) => !/\p{L}{3}/u.test(text.slice(0, at));
  const bold = strong.find((it) => isTitle(it) && isFirst(it.at));
  const link = links.find((it) => isTitle(it) && isFirst(it.at));
  const found = bold ?? link;
  return found ? { title: found.text.trim(), end: found.at + found.text.length } : null;
}

/** Plain words up to a year in brackets, to initials, or to the first link. */
function titleInText({ text, links }: MarkdownLine, date: string): FoundTitle | null {
  const from = date === '' ? 0 : (DATE_START.exec(text)?.[0].length ?? 0);
  const to = links[0]?.at ?? text.length;
  const words = text.slice(from, to).slice(0, 1000);
  const year = YEAR.exec(words)?.index;
  const initials = INITIALS.exec(words)?.index;
  const end = Math.min(year ?? words.length, initials ?? words.length);
  const title = words
    .slice(0, end)
    .replace(/\b(?:paper|pdf|link|arxiv|url)\s*[:：]?\s*$/i, '')
    .replace(/[\s,;:|([–—-]+$/, '')
    .replace(/^[\s[\]()]+/, '')
    .trim();
  return title.length > 3 && /\p{L}{2}/u.test(title) ? { title, end: from + end } : null;
}

/** Where the first link behind the title begins. */
function restEnd({ text, links }: MarkdownLine, from: number): number {
  return links.find(({ at }) => at >= from)?.at ?? text.length;
}

/** The names of people that a text is made of; empty where it says anything else. */
function namesIn(rest: string): string {
  if (rest.length > 4000) return '';
  const text = rest
    .replace(YEAR_END, '')
    .replace(/\b(?:paper|pdf|code|link|arxiv|project|url)\s*[:：]\s*$/i, '')
    .replace(/^[\s,;:.|)\]–—-]+|[\s,;:|([–—-]+$/g, '')
    .trim();
  if (text === '') return '';
  const parts = text.split(/,|;|\s&\s|\band\b/).map((part) => part.trim());
  const isNames = parts.filter((part) => part !== '').every(isName);
  const isSigned = /\p{Lu}\.|et\.? ?al|,/u.test(text) || parts.length > 1 || /^\S+ \S+$/.test(text);
  return isNames && isSigned ? text.replace(/(\p{L}{2})\.$/u, '$1') : '';
}

function isName(part: string): boolean {
  const words = part.split(/\s+/);
  return (
    words.length <= 7 &&
    !/[\d()[\]:*"“”!?/]/.test(part) &&
    words.every((word) => /^[\p{Lu}\p{Lo}'’]/u.test(word) || PARTICLE.test(word))
  );
}

/** What follows the title, or its links, behind a dash or a colon. */
function describedIn({ text }: MarkdownLine, end: number): string {
  const rest = text.slice(end).replace(YEAR, ' ').trim();
  const said = /^[\])\s]*(?:[-–—:]|\.)\s*(.*)$/.exec(rest)?.[1]?.trim() ?? '';
  return said.length > 30 && !/https?:/.test(said) ? said : '';
}
