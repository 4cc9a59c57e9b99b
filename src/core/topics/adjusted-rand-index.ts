/**
 * The adjusted Rand index of two partitions of the same items (Hubert and Arabie 1985): 1 when they
 * are equal, about 0 when they agree by chance alone. Throws RangeError for different lengths.
 */
export function adjustedRandIndex(left: ArrayLike<number>, right: ArrayLike<number>): number {
  if (left.length !== right.length) throw new RangeError(`${left.length} by ${right.length} items`);
  const cells = new Map<string, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (let i = 0; i < left.length; i++) {
    increment(cells, `${left[i]} ${right[i]}`);
    increment(rows, left[i]!);
    increment(columns, right[i]!);
  }
  const together = sumOfPairs(cells);
  const inLeft = sumOfPairs(rows);
  const inRight = sumOfPairs(columns);
  const expected = (inLeft * inRight) / Math.max(1, pairs(left.length));
  const most = (inLeft + inRight) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sumOfPairs(counts: ReadonlyMap<unknown, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}
