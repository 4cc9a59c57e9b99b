import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { inlineToText } from './inline.ts';
import { parseInline } from './parse-inline.ts';

const LONGEST_SLUG = 60;
/** Marks above or below letters; in other scripts than these they are vowels. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;

/** Words alone, as many titles are: nothing to parse or to spell otherwise, and much faster. */
const PLAIN = /^[A-Za-z]+(?:(?:-|:? |, )[A-Za-z]+)*[.!?]?$/;
const PLAIN_SLUG = /^[A-Za-z0-9]+(?:(?:-|:? |, )[A-Za-z0-9]+)*[.!?]?$/;
/** Names of Greek letters, which may stand for them. */
const GREEK =
  /\b(?:alpha|beta|gamma|delta|(?:var)?epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|(?:var)?phi|chi|psi|omega)\b/i;

/** A title as it is compared and named. */
export interface ReadTitle {
  /** Less case, spaces, punctuation, accents and TeX; the title itself where nothing else is left. */
  readonly folded: string;
  /** Readable, without markup. */
  readonly text: string;
}

/** Reads a title, TeX and all. */
export function readTitle(title: string): ReadTitle {
  if (PLAIN.test(title) && !GREEK.test(title)) {
    return { folded: title.replace(/[^A-Za-z]+/g, '').toLowerCase(), text: title };
  }
  const text = inlineToText(parseInline(title));
  return { folded: fold(text) || title, text };
}

/** A title or text less case, spaces, punctuation, accents and TeX: equal for two spellings of one. */
export function foldTitle(title: string): string {
  return fold(inlineToText(parseInline(title)));
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(/[\p{P}\p{Z}\p{C}\s]+/gu, '')
    .toLowerCase();
}

/**
 * The id of a paper in URLs: the first words of its title and eight hexadecimal digits of the SHA-256
 * of the folded title; `apart` goes into the digits too, where another paper has that title.
 */
export function idOfTitle({ folded, text }: ReadTitle, apart: string | null = null): string {
  const digits = idDigits(folded, apart);
  return [firstWords(slugOf(text), LONGEST_SLUG), digits].filter(Boolean).join('-');
}

/** From this length on an id probably ends before its title does. */
const LIKELY_CUT = 50;

/** What an id tells of the title that it was made of: its first words, or the id where it has none. */
export function titleOfId(id: string): string {
  const words = id.slice(0, -9).replaceAll('-', ' ');
  if (words === '') return id;
  const end = words.length >= LIKELY_CUT ? ' …' : '';
  return `${words[0]!.toUpperCase()}${words.slice(1)}${end}`;
}

/** The digits at the end of an id. */
export function idDigits(folded: string, apart: string | null = null): string {
  return createHash('sha256')
    .update(apart === null ? folded : `${folded}\n${apart}`)
    .digest('hex')
    .slice(0, 8);
}

function slugOf(text: string): string {
  if (PLAIN_SLUG.test(text))
    return text
      .toLowerCase()
      .match(/[a-z0-9]+/g)!
      .join('-');
  return slugify(text, { decamelize: false });
}

function firstWords(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const cut = slug.slice(0, most + 1).lastIndexOf('-');
  return slug.slice(0, cut > 0 ? cut : most);
}
