import { createHash } from 'node:crypto';
import slugify from '@sindresorhus/slugify';
import { inlineToText } from './inline.ts';
import { parseInline } from './parse-inline.ts';

const LONGEST_SLUG = 60;
/** Marks above or below letters; in other scripts than these they are vowels. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;

/** A title less case, spaces, punctuation, accents and TeX: equal for two spellings of one title. */
export function foldTitle(title: string): string {
  return inlineToText(parseInline(title))
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(/[\p{P}\p{Z}\p{C}\s]+/gu, '')
    .toLowerCase();
}

/**
 * The id of a paper in URLs: the first words of its title and eight hexadecimal digits of the SHA-256
 * of the folded title. It depends on the title alone and not on the rest of the collection.
 */
export function paperId(title: string): string {
  const digits = createHash('sha256')
    .update(foldTitle(title) || title)
    .digest('hex')
    .slice(0, 8);
  const slug = slugify(inlineToText(parseInline(title)), { decamelize: false });
  return [firstWords(slug, LONGEST_SLUG), digits].filter(Boolean).join('-');
}

function firstWords(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const cut = slug.slice(0, most + 1).lastIndexOf('-');
  return slug.slice(0, cut > 0 ? cut : most);
}
