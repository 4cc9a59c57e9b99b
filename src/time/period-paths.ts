import { periodPath } from './period-names.ts';
import type { Period } from './time-pages.ts';

/** Pages of periods: their index, of which `period` is null, and one each with those beside it. */
export type PeriodPaths = readonly {
  readonly params: { readonly name: string | undefined };
  readonly props: {
    readonly period: Period | null;
    readonly older: Period | null;
    readonly newer: Period | null;
  };
}[];

/** The pages of the periods of one unit, which come the newest first; none where there are no periods. */
export function periodPaths(periods: readonly Period[]): PeriodPaths {
  if (periods.length === 0) return [];
  const pages = periods.map((period, at) => ({
    params: { name: periodPath(period.unit, period.name).split('/')[1]! },
    props: { period, older: periods[at + 1] ?? null, newer: periods[at - 1] ?? null },
  }));
  const index = { params: { name: undefined }, props: { period: null, older: null, newer: null } };
  return [index, ...pages];
}
