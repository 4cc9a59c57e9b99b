import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRows, type FacetValue } from '../../../src/client/search/facets.ts';

const value = (id: string, ...rows: number[]): FacetValue => ({
  id,
  label: id,
  rows: Uint32Array.from(rows),
});
const ALL = [0, 1, 2, 3, 4];
const facets = {
  topic: [value('a', 0, 1, 2), value('b', 3), value('c', 4)],
  year: [value('2025', 0, 3), value('2024', 1, 4)],
  digest: [value('x', 0, 1), value('y', 1, 2)],
};

describe('chooseRows(rows, paperCount, facets, choice)', () => {
  it('keeps all and counts each value where nothing is chosen', () => {
    expect(chooseRows(ALL, 5, facets, {})).toEqual({
      rows: ALL,
      counts: { topic: [3, 1, 1], year: [2, 2], digest: [2, 2] },
    });
  });

  it('takes values of one facet for "or" and facets for "and", in the order of the rows', () => {
    const choice = { topic: ['a', 'b'], year: ['2025'] };
    expect(chooseRows([3, 1, 0], 5, facets, choice).rows).toEqual([3, 0]);
  });

  it('counts a facet as if nothing were chosen in it, so that more can be chosen', () => {
    const { counts } = chooseRows(ALL, 5, facets, { topic: ['a'], year: ['2025'] });
    // Of 2025 are 0 (a) and 3 (b); of a are 0 (2025), 1 (2024) and 2; of both is 0.
    expect(counts).toEqual({ topic: [1, 1, 0], year: [1, 1], digest: [1, 0] });
  });

  it('finds nothing for a value that does not exist, and refuses a facet that is not loaded', () => {
    expect(chooseRows(ALL, 5, facets, { topic: ['gone'] }).rows).toEqual([]);
    expect(() => chooseRows(ALL, 5, facets, { organization: ['x'] })).toThrow(RangeError);
  });

  it('counts for each value as many papers as choosing it besides would leave of it', () => {
    const ids = fc.subarray(['a', 'b', 'c'], { minLength: 1 });
    fc.assert(
      fc.property(fc.subarray(ALL), ids, fc.subarray(['2025', '2024']), (rows, topic, year) => {
        const choice = { topic, year };
        const { counts } = chooseRows(rows, 5, facets, choice);
        for (const [index, { id }] of facets.topic.entries()) {
          const alone = chooseRows(rows, 5, facets, { ...choice, topic: [id] });
          expect(counts.topic![index]).toBe(alone.rows.length);
        }
      }),
    );
  });
});
