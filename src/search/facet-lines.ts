import type { FacetName } from './search-data.ts';

/** So many values of a facet are shown before "Show all". */
export const FEW = 8;

/** A value of a facet, and how many papers choosing it would leave of it. */
export interface CountedValue {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

/** Whether a facet has too many values to show them all at once. */
export function isLong(values: readonly unknown[]): boolean {
  return values.length > FEW;
}

/** Whether a facet has so many values that they are sought by their names. */
export function needsFilter(values: readonly unknown[]): boolean {
  return values.length > 2 * FEW;
}

/**
 * Values in the order in which they are listed, the same in the built page and after each search: of a
 * long list those of most papers first, but years and digests from the newest on; of a short one as they
 * come, so that none ever changes its place.
 */
export function orderValues<Value extends CountedValue>(
  name: FacetName,
  values: readonly Value[],
): readonly Value[] {
  const isOrdered = name === 'year' || name === 'digest' || !isLong(values);
  return isOrdered ? values : values.toSorted((a, b) => b.count - a.count);
}

/**
 * The lines of a facet before "Show all": as many in each search, so that nothing below them moves. What
 * is chosen is among them, and values without papers fill up what others leave.
 */
export function firstLines<Value extends CountedValue & { readonly isChosen: boolean }>(
  values: readonly Value[],
): readonly Value[] {
  const use = ({ count, isChosen }: Value) => (isChosen ? 2 : Math.sign(count));
  const byUse = values.toSorted((a, b) => use(b) - use(a));
  const chosen = values.filter(({ isChosen }) => isChosen).length;
  const first = new Set(byUse.slice(0, Math.max(FEW, chosen)));
  return values.filter((value) => first.has(value));
}
