import { FACETS, type FacetName } from '../../search/search-data.ts';
import type { Choice } from './search-state.ts';

/** A value of a facet, and the papers that have it. */
export interface FacetValue {
  readonly id: string;
  readonly label: string;
  readonly rows: Uint32Array;
}

/** The facets that are loaded. */
export type Facets = Readonly<Partial<Record<FacetName, readonly FacetValue[]>>>;

/** Of papers those that are chosen, and how many of each value there are to choose from. */
export interface Chosen {
  readonly rows: number[];
  /** Counts in the order of the values. */
  readonly counts: Readonly<Partial<Record<FacetName, readonly number[]>>>;
}

/**
 * Keeps the papers that have, of each facet of the choice, one of the values ("or" within a facet, "and"
 * between facets). The counts of a facet are those of its values were nothing chosen in it. Throws
 * RangeError for a choice in a facet that is not loaded.
 */
export function chooseRows(
  rows: readonly number[],
  paperCount: number,
  facets: Facets,
  choice: Choice,
): Chosen {
  // How many facets a paper fails, and, where it is one, which: it counts in that facet all the same.
  const failures = new Uint8Array(paperCount);
  const failed = new Uint8Array(paperCount);
  for (const [number, name] of FACETS.entries()) {
    const wanted = choice[name];
    if (!wanted || wanted.length === 0) continue;
    const has = rowsOfAny(facets[name], wanted, paperCount, name);
    for (const row of rows) {
      if (has[row]) continue;
      failures[row]! += 1;
      failed[row] = number;
    }
  }
  const found = new Uint8Array(paperCount);
  for (const row of rows) found[row] = 1;
  const counts: Partial<Record<FacetName, readonly number[]>> = {};
  for (const [number, name] of FACETS.entries()) {
    const counted = (row: number) =>
      found[row] === 1 && (failures[row] === 0 || (failures[row] === 1 && failed[row] === number));
    const values = facets[name];
    if (values) counts[name] = values.map((value) => countRows(value.rows, counted));
  }
  return { rows: rows.filter((row) => failures[row] === 0), counts };
}

function rowsOfAny(
  values: readonly FacetValue[] | undefined,
  wanted: readonly string[],
  paperCount: number,
  name: FacetName,
): Uint8Array {
  if (values === undefined) throw new RangeError(`the facet ${name} is not loaded`);
  const has = new Uint8Array(paperCount);
  for (const { id, rows } of values) if (wanted.includes(id)) for (const row of rows) has[row] = 1;
  return has;
}

function countRows(rows: Uint32Array, isCounted: (row: number) => boolean): number {
  let count = 0;
  for (const row of rows) if (isCounted(row)) count += 1;
  return count;
}
