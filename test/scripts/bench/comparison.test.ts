import { describe, expect, it } from 'vitest';
import { compareReports, fastestOf, growth, tableOf } from '../../../scripts/bench/comparison.ts';

const report = (svd: number) => ({
  seconds: { SVD: svd, 'k-means': 1 },
  numbers: { terms: 30, entries: 400 },
  peakRssMb: 100 * svd,
});

describe('compareReports(sheaf, sklearn)', () => {
  it('has each stage, the sum and the memory with their ratios', () => {
    expect(compareReports(report(2), report(5)).slice(0, 4)).toEqual([
      ['SVD', '2.00 s', '5.00 s', '0.40'],
      ['k-means', '1.00 s', '1.00 s', '1.00'],
      ['together', '3.00 s', '6.00 s', '0.50'],
      ['peak memory', '200 MB', '500 MB', '0.40'],
    ]);
  });

  it('has Sheaf alone where scikit-learn is missing', () => {
    expect(compareReports(report(2), null)[0]).toEqual(['SVD', '2.00 s', '–', '–']);
  });
});

describe('fastestOf(reports)', () => {
  it('is the one of the least seconds', () => {
    expect(fastestOf([report(3), report(2), report(4)])).toEqual(report(2));
  });
});

describe('growth(before, after)', () => {
  it('is 1 for n log n', () => {
    expect(growth({ papers: 100, value: 2 }, { papers: 10_000, value: 400 })).toBeCloseTo(1, 10);
  });
});

describe('tableOf(rows)', () => {
  it('sets names to the left and numbers to the right', () => {
    expect(
      tableOf([
        ['stage', 'Sheaf'],
        ['SVD', '2'],
      ]),
    ).toBe('  stage  Sheaf\n  SVD        2');
  });
});
