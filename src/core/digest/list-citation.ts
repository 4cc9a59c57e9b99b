/** The title and authors of a reference that begins with its authors. */
export interface Citation {
  readonly title: string;
  /** Offset behind the title. */
  readonly end: number;
  /** As “First Last”, by commas. */
  readonly authors: string;
}

/** “Last, F. M.” and “Last, F.-M.” as APA lists them. */
const APA_NAME = String.raw`[\p{Lu}\p{Ll}][\p{L}'’ -]{1,40}, (?:\p{Lu}\.[ -]?){1,4}`;
const APA = new RegExp(
  String.raw`^((?:${APA_NAME}(?:, (?:& |and |\. \. \. )?| & | and )?){1,60}(?:et al\.,? ?)?)\s?\(((?:19|20)\d\d)[a-z]?[^()]{0,20}\)[.,:]?\s+`,
  'u',
);
const INITIALS_NAME = String.raw`(?:\p{Lu}\.[ -]?){1,4}\p{Lu}[\p{L}'’-]{1,40}`;
/** `A. Lovelace, G. Hopper, and B. Byron. Title. …` */
const PLAIN = new RegExp(
  String.raw`^(${INITIALS_NAME}(?:(?:, | and |, and |,? & )${INITIALS_NAME}){0,60}(?:,? et al)?)\.[,:]? `,
  'u',
);
const QUOTED = /["“]([^"“”]{8,300}?)[.,]?["”]/;
const ONE_NAME = /^(?:\p{Lu}\.[ -]?){0,4}[\p{Lu}][\p{L}.'’-]+(?: [\p{L}.'’-]+){0,4}$/u;
const TURNED_NAME = /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}.'’ -]*$/u;

/** `Lovelace, A., & Hopper, G. (2022). Title. …` and `A. Lovelace and G. Hopper, “Title,” …`; null for others. */
export function readCitation(text: string, from: number): Citation | null {
  const whole = text.slice(from, from + 5000);
  return apaCitation(whole, from) ?? quotedCitation(whole, from) ?? plainCitation(whole, from);
}

function apaCitation(text: string, from: number): Citation | null {
  const apa = APA.exec(text);
  if (apa === null) return null;
  const names = apa[1]!.match(new RegExp(APA_NAME, 'gu')) ?? [];
  return sentenceFrom(text, apa[0].length, from, names.map(turned).join(', '));
}

function plainCitation(text: string, from: number): Citation | null {
  const plain = PLAIN.exec(text);
  if (plain === null) return null;
  const authors = plain[1]!.replace(/,? et al$/, '').replace(/,? and |,? & /g, ', ');
  return sentenceFrom(text, plain[0].length, from, authors);
}

/** The title that begins at `start` and goes on to the end of its sentence. */
function sentenceFrom(text: string, start: number, from: number, authors: string): Citation | null {
  const title = /^.{3,300}?(?=[.?!](?:\s|$)|$)[?!]?/.exec(text.slice(start))?.[0];
  return title === undefined
    ? null
    : { title: title.trim(), end: from + start + title.length, authors };
}

function quotedCitation(text: string, from: number): Citation | null {
  const quoted = QUOTED.exec(text);
  if (quoted === null) return null;
  const before = text
    .slice(0, quoted.index)
    .replace(/[\s,.:;–—-]+$/, (tail) => (tail.startsWith('.') ? '.' : ''));
  const authors = namesBefore(before);
  if (authors === null) return null;
  return { title: quoted[1]!.trim(), end: from + quoted.index + quoted[0].length, authors };
}

/** The authors before a title; empty for none, null for other words. */
function namesBefore(before: string): string | null {
  // As BibTeX lists them: “Lovelace, Ada and Hopper, Grace”.
  const pairs = before.split(' and ');
  if (pairs.length > 1 && pairs.every((pair) => TURNED_NAME.test(pair.trim()))) {
    return pairs.map((pair) => turned(pair.trim())).join(', ');
  }
  // MLA turns the first name alone: “Lovelace, Ada, and Grace Hopper”.
  const turnedFirst = before.replace(
    /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}.'’ -]*?)(?=\.?$|, (?:and |et al|\p{Lu}))/u,
    (whole, last: string, first: string) =>
      /^(?:\p{Lu}\p{L}*\.? ?){1,3}$/u.test(first) && isMla(before) ? `${first} ${last}` : whole,
  );
  const names = turnedFirst.replace(/,? et al\.?$/, '').split(/,? and |, | & /);
  const known = names
    .map((name) => name.trim().replace(/(\p{L}{2})\.$/u, '$1'))
    .filter((name) => name !== '');
  return known.every((name) => ONE_NAME.test(name)) ? known.join(', ') : null;
}

/** Two words without a comma between them later on, or “et al.” at once: the first name is turned. */
function isMla(before: string): boolean {
  const rest = before.split(', ').slice(2);
  return (
    rest.length === 0 || rest.every((name) => /^(?:and )?\S+ \S/.test(name) || /^et al/.test(name))
  );
}

function turned(name: string): string {
  const [last, first] = name.split(', ');
  return `${first!.trim()} ${last!}`;
}
