/** How two partitions of the same items meet: counts of items by pair of clusters. */
export interface Contingency {
  readonly items: number;
  /** Sizes of the clusters of each partition. */
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** Pairs of clusters that share items: their numbers in `left` and `right`, and how many. */
  readonly cells: readonly {
    readonly left: number;
    readonly right: number;
    readonly count: number;
  }[];
}

/** Counts two partitions, given as a cluster an item. Throws RangeError for different lengths. */
export function countContingency<Label>(
  left: ArrayLike<Label>,
  right: ArrayLike<Label>,
): Contingency {
  if (left.length !== right.length) throw new RangeError(`${left.length} by ${right.length} items`);
  const leftSizes = new Map<Label, number>();
  const rightSizes = new Map<Label, number>();
  const cells = new Map<Label, Map<Label, number>>();
  for (let item = 0; item < left.length; item++) {
    const row = left[item]!;
    const column = right[item]!;
    increment(leftSizes, row);
    increment(rightSizes, column);
    const counts = cells.get(row) ?? new Map<Label, number>();
    cells.set(row, counts);
    increment(counts, column);
  }
  const rightNumber = new Map([...rightSizes.keys()].map((label, number) => [label, number]));
  return {
    items: left.length,
    left: [...leftSizes.values()],
    right: [...rightSizes.values()],
    cells: [...leftSizes.keys()].flatMap((label, number) =>
      [...cells.get(label)!].map(([other, count]) => ({
        left: number,
        right: rightNumber.get(other)!,
        count,
      })),
    ),
  };
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
