/**
 * Elements that stay open when the block around them ends: a parser opens each of them again in every
 * block below (https://html.spec.whatwg.org/multipage/parsing.html#reconstruct-the-active-formatting-elements).
 */
const FORMATTING = new Set('b big code em font i s small strike strong tt u'.split(' '));
const TAG = /<(\/?)([a-z][a-z\d]*)(?=[\s/>])/gi;
/** Elements that would be opened again, for each character; those of real pages are closed, and give a fiftieth. */
const MOST_REOPENED = 1 / 3;

/**
 * Whether so many formatting elements are left open that parsing would take time and memory by the
 * square of the length of the source.
 */
export function hasFormattingLeftOpen(source: string): boolean {
  const most = 50 + source.length * MOST_REOPENED;
  const open = new Map<string, number>();
  let openNow = 0;
  let reopened = 0;
  for (const [, slash, written] of source.matchAll(TAG)) {
    const name = written!.toLowerCase();
    // An end tag opens nothing, but for these two, which stand for an empty element.
    if (slash === '' || name === 'p' || name === 'br') reopened += openNow;
    if (reopened > most) return true;
    const count = open.get(name) ?? 0;
    if (!FORMATTING.has(name) || (slash !== '' && count === 0)) continue;
    const change = slash === '' ? 1 : -1;
    open.set(name, count + change);
    openNow += change;
  }
  return false;
}
