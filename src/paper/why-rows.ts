import type { PaperPage } from '../site-data.ts';

/** A term of the table that explains a similarity, in thousandths so that the column adds up. */
export interface WhyRow {
  /** Null for all other terms together. */
  readonly term: string | null;
  readonly thousandths: number;
  /** The bar: where it starts and how long it is, in hundredths of the table's scale. */
  readonly start: number;
  readonly length: number;
}

/**
 * The rows of that table: each term and all others, of which the shown numbers add up to the shown
 * similarity. A bar of a negative share leads left from the common zero.
 */
export function whyRows({ similarity, terms }: NonNullable<PaperPage['why']>): WhyRow[] {
  const shares = terms.map(({ term, share }) => ({ term, thousandths: thousandths(share) }));
  const shown = shares.reduce((sum, row) => sum + row.thousandths, 0);
  const rows = [...shares, { term: null, thousandths: thousandths(similarity) - shown }];
  const least = Math.min(0, ...rows.map((row) => row.thousandths));
  const greatest = Math.max(0, ...rows.map((row) => row.thousandths));
  const scale = 100 / (greatest - least || 1);
  return rows.map((row) => ({
    ...row,
    start: Math.round((Math.min(0, row.thousandths) - least) * scale),
    length: Math.round(Math.abs(row.thousandths) * scale),
  }));
}

function thousandths(value: number): number {
  // Not -0, which would show its sign.
  return Math.round(value * 1000) || 0;
}
