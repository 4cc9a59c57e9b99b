import { singularOf } from './natural.ts';

/** What papers call so often by its plural is a kind of thing; of a method hardly any has one. */
const PLURAL_SHARE = 1 / 3;
/** A plural by more than an "s" of a word that short is another word, or an acronym's verb: "RIS", "rises". */
const SHORT_WORD = 3;

/**
 * The most frequent form of a term by the count of each, in lower case; of equals the first by code
 * point, so that order does not matter. If it is a singular whose plural stands in a third of the uses
 * of the two or more, the plural, as headings have it: "quantum circuit" → "quantum circuits".
 */
export function usualForm(counts: Iterable<readonly [form: string, count: number]>): string {
  const all = [...counts];
  const [form, count] = all.reduce((best, entry) => (isBefore(entry, best) ? entry : best));
  const plurals = all.filter(
    ([other, uses]) => uses >= PLURAL_SHARE * (uses + count) && isPluralOf(other, form),
  );
  return plurals.length === 0
    ? form
    : plurals.reduce((best, entry) => (isBefore(entry, best) ? entry : best))[0];
}

function isBefore(
  [left, count]: readonly [string, number],
  [right, other]: readonly [string, number],
): boolean {
  return count > other || (count === other && left < right);
}

/** Whether a form differs from another by the plural of its last word alone. */
function isPluralOf(plural: string, form: string): boolean {
  const start = lastWordAt(form);
  if (plural === form || plural.slice(0, start) !== form.slice(0, start)) return false;
  const singular = form.slice(start);
  const last = plural.slice(start);
  return (
    lastWordAt(plural) === start &&
    singularOf(last) === singular &&
    (last === `${singular}s` || singular.length > SHORT_WORD)
  );
}

function lastWordAt(form: string): number {
  return Math.max(form.lastIndexOf(' '), form.lastIndexOf('-')) + 1;
}
