import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyRows } from '../../src/paper/why-rows.ts';

const why = (similarity: number, shares: number[]) => ({
  similarity,
  runnerUp: null,
  isBetween: false,
  terms: shares.map((share, index) => ({ term: `t${index}`, share })),
  rest: similarity - shares.reduce((sum, share) => sum + share, 0),
});

describe('whyRows(why)', () => {
  it('draws bars from a common zero, those of negative shares to its left', () => {
    expect(whyRows(why(0.4, [0.3, -0.1]))).toEqual([
      { term: 't0', thousandths: 300, start: 25, length: 75 },
      { term: 't1', thousandths: -100, start: 0, length: 25 },
      { term: null, thousandths: 200, start: 25, length: 50 },
    ]);
  });

  it('lets all other terms take what rounding left over', () => {
    // 0.1004 thrice is 0.301 and something; three shown numbers make 0.300.
    expect(whyRows(why(0.3012, [0.1004, 0.1004, 0.1004])).at(-1)).toMatchObject({
      term: null,
      thousandths: 1,
    });
  });

  it('shows numbers that add up, and bars inside the scale', () => {
    const share = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, fc.array(share, { maxLength: 8 }), (similarity, shares) => {
        const rows = whyRows(why(similarity, shares));
        const sum = rows.reduce((total, { thousandths }) => total + thousandths, 0);
        expect(sum).toBe(Math.round(similarity * 1000) || 0);
        for (const { start, length } of rows) {
          expect(start).toBeGreaterThanOrEqual(0);
          // Both ends are rounded.
          expect(start + length).toBeLessThanOrEqual(101);
        }
      }),
    );
  });

  it('draws no bar where nothing adds anything', () => {
    expect(whyRows(why(0, []))).toEqual([{ term: null, thousandths: 0, start: 0, length: 0 }]);
  });
});
