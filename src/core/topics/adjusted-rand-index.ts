import { countContingency } from './contingency.ts';

/**
 * The adjusted Rand index of two partitions of the same items (Hubert and Arabie 1985): 1 when they
 * are equal, about 0 when they agree by chance alone. Throws RangeError for different lengths.
 */
export function adjustedRandIndex<Label>(left: ArrayLike<Label>, right: ArrayLike<Label>): number {
  const contingency = countContingency(left, right);
  const together = sumOfPairs(contingency.cells.map(({ count }) => count));
  const inLeft = sumOfPairs(contingency.left);
  const inRight = sumOfPairs(contingency.right);
  const expected = (inLeft * inRight) / Math.max(1, pairs(contingency.items));
  const most = (inLeft + inRight) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function sumOfPairs(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + pairs(count), 0);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}
