import slugify from '@sindresorhus/slugify';

/** A name in the parts by which lists sort it; either may be empty, not both. */
export interface NameParts {
  /** Given names, and what stands behind the family name, as it is written. */
  readonly given: string;
  /** With its particles: "van der Maaten". */
  readonly family: string;
}

const SUFFIX = /^(?:Jr|Sr|I{2,3}|IV|Ph\.?D)\.?$/i;
const INITIAL = /^\p{Lu}\.?$/u;
/** Small words that begin a family name; the second list also where it is written with a capital. */
const PARTICLE =
  /^(?:a[fl]|av|bin|bint|d[aeiou]|d[ao]s|de[lnrs]|dell[ao]|el|ibn|l[ae]|[’']t|te[nr]?|van|v[ao]n|vom|zu[mr]?)$/;
const CAPITAL_PARTICLE = /^(?:De|De[lnr]|Dell[ao]|V[ao]n)$/;
/** Names of East Asia in their own script: the family name comes first. */
const FAMILY_FIRST =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー・·\s]+$/u;
/** Marks above or below letters; in other scripts than these they are vowels. */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;
const PLAIN = /^[A-Za-z]+(?:[ -][A-Za-z]+)*$/;

const LONGEST_SLUG = 80;

/** The given and the family name: the last word with its particles, or, before initials, the first. */
export function nameParts(name: string): NameParts {
  if (FAMILY_FIRST.test(name)) return { given: '', family: name.trim() };
  const words = name.trim().split(/\s+/);
  let end = words.length;
  while (end > 1 && SUFFIX.test(words[end - 1]!)) end -= 1;
  // "Smith J A", as medical databases write it.
  const firstInitial = words.findIndex((word) => INITIAL.test(word));
  const isInitialsLast = firstInitial > 0 && words.slice(firstInitial, end).every(isInitial);
  if (isInitialsLast) end = firstInitial;
  let start = end - 1;
  while (start > 0 && beginsFamily(words, start - 1)) start -= 1;
  return {
    given: [...words.slice(0, start), ...words.slice(end)].join(' '),
    family: words.slice(start, end).join(' '),
  };
}

function isInitial(word: string): boolean {
  return INITIAL.test(word);
}

function beginsFamily(words: readonly string[], index: number): boolean {
  const word = words[index]!;
  return PARTICLE.test(word) || (index > 0 && CAPITAL_PARTICLE.test(word));
}

/**
 * The end of the address of an author or an organisation: the name in plain letters, equal for spellings
 * that differ in case, accents, hyphens or full stops. Letters that have no plain ones stand as their code
 * points: "738b4f1f".
 */
export function nameSlug(name: string): string {
  const slug = plainLetters(name);
  if (slug === '') return codePoints(name).slice(0, LONGEST_SLUG);
  return slug.slice(0, LONGEST_SLUG).replace(/-$/, '');
}

/**
 * What lists sort a name by and are split by: family name, then given names, in `a-z`, `0-9` and `-`. It
 * begins with `0` where the name begins with a digit or a letter that has no plain one.
 */
export function authorKey(name: string): string {
  const { given, family } = nameParts(name);
  const slug = nameSlug(`${family} ${given}`);
  const first = /[\p{L}\p{N}]/u.exec(folded(family))?.[0] ?? '';
  return /^[a-z]/.test(slugify(first)) ? slug : `0${slug}`;
}

function plainLetters(name: string): string {
  if (PLAIN.test(name)) return name.replaceAll(' ', '-').toLowerCase();
  const spelt = folded(name).replace(/[^\0-\x7f]/gu, (sign) =>
    /[\p{L}\p{M}\p{N}]/u.test(sign) && slugify(sign) === '' ? codePoints(sign) : sign,
  );
  return slugify(spelt, { decamelize: false });
}

function folded(name: string): string {
  return name.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
}

function codePoints(text: string): string {
  return Array.from(text.trim(), (sign) => sign.codePointAt(0)!.toString(16).padStart(4, '0')).join(
    '',
  );
}
