import { parseArxivId } from '../paper/paper-ids.ts';
import { readCitation } from './list-citation.ts';
import { beforeVenue, isVenue, type ListLead, readListLead } from './list-lead.ts';
import type { MarkdownLine } from './markdown-lines.ts';
import { isLinkLabel, isPaperUrl } from './paper-links.ts';
import { isWrittenDay } from './written-date.ts';

/** The parts of one entry of a list; what it does not say is empty. */
export interface ListEntry {
  readonly title: string;
  readonly authors: string;
  /** As written: a day, a month or a year. */
  readonly date: string;
  readonly venue: string;
  readonly description: string;
  /** Whether it surely is a paper: in bold, or linked to one. */
  readonly isSure: boolean;
  /** Whether markup, quotes or a citation set the title off. */
  readonly isMarked: boolean;
}

/** A year in brackets; before a colon it is within the title. */
const YEAR = /[([]((?:19|20)\d\d)[)\],](?!\s*:)/;
/** The year that ends a list of names: `A. Radford et al., 2015.` */
const YEAR_END = /[,\s]((?:19|20)\d\d)[.,\s[(]{0,8}$/;
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
  const lead = readListLead(line.text);
  const found = titleInMarkup(line, lead.end) ?? cited(line, lead.end) ?? titleInText(line, lead);
  if (found === null) return null;
  const behind = line.text.slice(found.end, restEnd(line, found.end));
  const venue = lead.venue || venueIn(behind);
  const authors = found.authors ?? namesIn(behind.replace(YEAR, ' '));
  const inBrackets = YEAR.exec(line.text.slice(found.end - 1));
  const isDated = lead.date !== '' || inBrackets !== null;
  if (!isLinked && !(authors !== '' && isDated)) return null;
  const description = authors === '' ? describedIn(line, found.end) : '';
  const { title, isMarked } = found;
  const date = lead.date || ((inBrackets ?? YEAR_END.exec(behind))?.[1] ?? '');
  return { title, authors, date, venue, description, isSure: isLinked, isMarked };
}

interface FoundTitle {
  readonly title: string;
  /** Offset behind it in the line's text. */
  readonly end: number;
  /** Those that stand before the title; null where they may stand behind it. */
  readonly authors: string | null;
  readonly isMarked: boolean;
}

/** In bold, as the text of the first link, or in italics. */
function titleInMarkup(
  { text, strong, emphasis, links }: MarkdownLine,
  from: number,
): FoundTitle | null {
  const isTitle = (it: { text: string; at: number }) =>
    it.text.length > 3 &&
    !isLinkLabel(it.text) &&
    !/^(?:https?:|www\.)/.test(it.text) &&
    !/[:：]$/.test(it.text) &&
    !isWrittenDay(it.text) &&
    !isVenue(it.text.replace(/^[[(]|[\])]$/g, '')) &&
    /\p{L}/u.test(it.text);
  const isFirst = (at: number) => !/\p{L}{3}/u.test(text.slice(from, at));
  const bold = strong.find((it) => isTitle(it) && isFirst(it.at));
  const link = links.find((it) => isTitle(it) && isFirst(it.at));
  const set = emphasis.find((it) => isTitle(it) && isFirst(it.at) && it.text.length > 10);
  const found = bold ?? link ?? set;
  if (found === undefined) return null;
  const end = found.at + found.text.length;
  return { title: found.text.trim(), end, authors: null, isMarked: true };
}

/** Behind its authors, or in quotes. */
function cited({ text }: MarkdownLine, from: number): FoundTitle | null {
  const citation = readCitation(text, from);
  return citation && { ...citation, authors: citation.authors || null, isMarked: true };
}

/** The first part of what follows a title that is the name of a conference or journal. */
function venueIn(rest: string): string {
  const parts = rest.split(/[,.;()[\]]\s?/).map((part) => part.trim());
  return parts.find((part) => !/^arxiv/i.test(part) && isVenue(part)) ?? '';
}

/** Plain words up to a year in brackets, to initials, or to the first link. */
function titleInText({ text, links }: MarkdownLine, { end }: ListLead): FoundTitle | null {
  const first = links[0];
  // Behind a link that is called by an id.
  const isBehind = first !== undefined && first.at - end < 3 && parseArxivId(first.text) !== null;
  const from = isBehind ? text.indexOf(' ', first.at + first.text.length) + 1 : end;
  const to = links.find(({ at }) => at >= from)?.at ?? text.length;
  const words = text.slice(from, to).slice(0, 1000);
  const year = YEAR.exec(words)?.index;
  const initials = INITIALS.exec(words)?.index;
  const length = Math.min(year ?? words.length, initials ?? words.length);
  const title = words
    .slice(0, length)
    .replace(/\b(?:paper|pdf|link|arxiv|url)\s*[:：]?\s*$/i, '')
    .replace(/[\s,;:|([–—-]+$/, '')
    .replace(/^[\s[\]()]+/, '')
    .replace(/(\p{L}{3})\.$/u, '$1')
    .trim();
  return title.length > 3 && /\p{L}{2}/u.test(title)
    ? { title, end: from + length, authors: null, isMarked: false }
    : null;
}

/** Where the first link behind the title begins. */
function restEnd({ text, links }: MarkdownLine, from: number): number {
  return links.find(({ at }) => at >= from)?.at ?? text.length;
}

/** The names of people that a text is made of; empty where it says anything else. */
export function namesIn(rest: string): string {
  if (rest.length > 4000) return '';
  const text = beforeVenue(rest)
    .replace(YEAR_END, '')
    .replace(/\b(?:paper|pdf|code|link|arxiv|project|url)\s*[:：]\s*$/i, '')
    .replace(/^[\s,;:.|)\]–—-]+|[\s,;:|([–—-]+$/g, '')
    .trim();
  if (text === '') return '';
  const parts = text.split(/,|;|\s&\s|\band\b/).map((part) => part.trim());
  const isNames = parts.filter((part) => part !== '').every(isName);
  const isSigned = /\p{Lu}\.|et\.? ?al|,/u.test(text) || parts.length > 1 || /^\S+ \S+$/.test(text);
  return isNames && isSigned ? parts.join(', ').replace(/(\p{L}{2})\.$/u, '$1') : '';
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
