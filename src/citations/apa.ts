import '@citation-js/plugin-csl';
import { type CslItem, type CslName, formatItems } from './citation-js.ts';
import type { CitedPaper } from './cited-paper.ts';
import { toCslItem } from './csl-json.ts';

/** Of more than twenty authors the style names nineteen and the last; it need not read the others. */
const AUTHORS_READ = 20;
/** Joins what no line may part, and is not seen; here it keeps “<i>” from being read as a tag. */
const JOINER = '\u2060';

/** A paper as a reference of APA's seventh edition, in plain text. */
export function toApa(paper: CitedPaper): string {
  const options = { template: 'apa', lang: 'en-US', format: 'text' };
  const text = formatItems('bibliography', [apaItem(paper)], options) as string;
  return text.replaceAll(`<${JOINER}`, '<').trim();
}

function apaItem(paper: CitedPaper): CslItem {
  const item = toCslItem({ ...paper, abstract: null, note: null }, 'paper');
  const [year] = item.issued?.['date-parts']?.[0] ?? [];
  const authors = (item.author ?? []).map(withCapitals);
  const isCrowd = authors.length > AUTHORS_READ;
  const read: CslItem = {
    ...item,
    author: isCrowd ? [...authors.slice(0, AUTHORS_READ), authors.at(-1)!] : authors,
    // Of one without a date the style would say that it was retrieved, and not when.
    issued: year === undefined ? { literal: 'n.d.' } : { 'date-parts': [[year]] },
  };
  return JSON.parse(JSON.stringify(read).replaceAll('<', `<${JOINER}`)) as CslItem;
}

/** The style makes initials of capitals alone: “J.-L.” of “Jean-Luc”, and of “Jean-luc” “J.” */
function withCapitals(name: CslName): CslName {
  const given = name.given?.replace(/(?<![\p{L}\p{M}'’])\p{Ll}/gu, (letter) =>
    letter.toUpperCase(),
  );
  return given === undefined ? name : { ...name, given };
}
