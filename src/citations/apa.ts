import { citedAddress, type CitedPaper, onOneLine, publicationOf } from './cited-paper.ts';
import { splitName } from './person-name.ts';

/** More authors than these are cut: the first nineteen, an ellipsis, the last. */
const MOST_AUTHORS = 20;

/** A paper as a reference of APA's seventh edition, in plain text. */
export function toApa(paper: CitedPaper): string {
  const { authors, published, venue, arxivId } = paper;
  const publication = publicationOf(paper);
  const title = onOneLine(paper.title);
  const numbered = publication === 'preprint' ? `${title} (arXiv:${arxivId})` : title;
  const date = `(${published?.slice(0, 4) ?? 'n.d.'})`;
  const names = authors === null || authors.length === 0 ? null : authorList(authors);
  const opening = names === null ? [numbered, date] : [names, date, numbered];
  const place = publication === 'preprint' ? 'arXiv' : publication === 'other' ? null : venue;
  const sentences = [...opening, ...(place === null ? [] : [onOneLine(place)])].map(ended);
  const address = citedAddress(paper);
  return [...sentences, ...(address === null ? [] : [address])].join(' ');
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function authorList(written: readonly string[]): string {
  const names = written.map(nameOf);
  if (names.length === 1) return names[0]!;
  const last = names.at(-1)!;
  if (names.length > MOST_AUTHORS)
    return `${names.slice(0, MOST_AUTHORS - 1).join(', ')}, … ${last}`;
  return `${names.slice(0, -1).join(', ')}, & ${last}`;
}

/** “Lovelace, A. K.”; of “Jean-Luc” “J.-L.”. */
function nameOf(written: string): string {
  const name = splitName(written);
  if ('literal' in name) return name.literal;
  const initials = name.given.split(' ').map(initialOf).filter(Boolean).join(' ');
  return [name.family, initials, name.suffix].filter(Boolean).join(', ');
}

function initialOf(word: string): string {
  return word
    .split('-')
    .flatMap((part) => {
      const letter = /\p{L}/u.exec(part)?.[0];
      return letter === undefined ? [] : [`${letter.toUpperCase()}.`];
    })
    .join('-');
}
