import { type Contingency, countContingency } from './contingency.ts';

/**
 * The adjusted mutual information of two partitions of the same items, normalised by the mean of
 * their entropies (Vinh, Epps, Bailey 2010, "Information theoretic measures for clusterings
 * comparison"): 1 when they are equal, about 0 when they agree by chance alone. Throws RangeError
 * for different lengths.
 */
export function adjustedMutualInformation<Label>(
  left: ArrayLike<Label>,
  right: ArrayLike<Label>,
): number {
  const contingency = countContingency(left, right);
  const { items } = contingency;
  if (contingency.left.length === contingency.right.length && contingency.left.length <= 1)
    return 1;
  const information = mutualInformation(contingency);
  const expected = expectedMutualInformation(contingency);
  const mean = (entropy(contingency.left, items) + entropy(contingency.right, items)) / 2;
  const range = mean - expected;
  // Where chance alone reaches the greatest value, the difference is rounding.
  return Math.abs(range) < 1e-15 ? 0 : (information - expected) / range;
}

function entropy(sizes: readonly number[], items: number): number {
  return -sizes.reduce((sum, size) => sum + (size / items) * Math.log(size / items), 0);
}

function mutualInformation({ items, left, right, cells }: Contingency): number {
  return cells.reduce((sum, cell) => {
    const independent = left[cell.left]! * right[cell.right]!;
    return sum + (cell.count / items) * Math.log((items * cell.count) / independent);
  }, 0);
}

/** The mean mutual information of partitions of these sizes that are drawn at random (equation 24a). */
function expectedMutualInformation({ items, left, right }: Contingency): number {
  const logFactorial = logFactorials(items);
  let expected = 0;
  for (const a of left) {
    for (const b of right) {
      const fixed =
        logFactorial[a]! +
        logFactorial[b]! +
        logFactorial[items - a]! +
        logFactorial[items - b]! -
        logFactorial[items]!;
      for (let n = Math.max(1, a + b - items); n <= Math.min(a, b); n++) {
        const probability = Math.exp(
          fixed -
            logFactorial[n]! -
            logFactorial[a - n]! -
            logFactorial[b - n]! -
            logFactorial[items - a - b + n]!,
        );
        expected += (n / items) * Math.log((items * n) / (a * b)) * probability;
      }
    }
  }
  return expected;
}

/** ln n! for n from 0 to the number given. */
function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 2; n <= most; n++) logs[n] = logs[n - 1]! + Math.log(n);
  return logs;
}
