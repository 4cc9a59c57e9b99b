import { describe, expect, it } from 'vitest';
import { mapPapers } from '../../../src/core/topics/map-papers.ts';
import { nearestRows } from '../../../src/core/topics/nearest-rows.ts';
import { normalizeRows } from '../../../src/core/topics/sparse-matrix.ts';
import { startMap } from '../../../src/core/topics/start-map.ts';
import { noise } from './planted-rows.ts';

describe('startMap(task)', () => {
  it.each([50, 2500])('gives the positions that mapPapers gives to %i rows', (count) => {
    const rows = normalizeRows(noise(count, 4, 1));
    const neighbours = nearestRows(rows, 8, { seed: 1 });
    const earlier = Array.from({ length: count }, (_, row): [number, number] | null =>
      row % 3 === 0 ? null : [row / count, 0.5],
    );
    const finish = startMap({ rows, neighbours, seed: 2, earlier });
    const previous = (row: number) => earlier[row]!;
    expect(finish()).toEqual(mapPapers(rows, neighbours, { seed: 2, previous }));
  });

  it('throws what mapPapers throws', () => {
    const rows = noise(3, 2, 1);
    const neighbours = nearestRows(rows, 2, { seed: 1 });
    const finish = startMap({ rows, neighbours, seed: 2, earlier: [null, [NaN, 0], null] });
    expect(finish).toThrow(RangeError);
  });
});
