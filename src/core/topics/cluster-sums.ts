import type { DenseMatrix } from './sparse-matrix.ts';

/** The sums of the rows of each cluster, kept as rows change theirs: few do in a late iteration. */
export class ClusterSums {
  private readonly sums: Float64Array;
  private readonly sizes: Uint32Array;

  constructor(clusters: number, cols: number) {
    this.sums = new Float64Array(clusters * cols);
    this.sizes = new Uint32Array(clusters);
  }

  /** Moves rows from their clusters before, none if there is no such one, and sets these to those of now. */
  follow(rows: DenseMatrix, before: Uint32Array, now: Uint32Array): void {
    for (let row = 0; row < rows.rows; row++) {
      if (before[row] === now[row]) continue;
      if (before[row]! < this.sizes.length) this.add(rows, row, before[row]!, -1);
      this.add(rows, row, now[row]!, 1);
      before[row] = now[row]!;
    }
  }

  /** The means; those of clusters without rows stay where they were, since rows may come back to them. */
  means(before: DenseMatrix): DenseMatrix {
    const means = { ...before, values: before.values.slice() };
    this.sizes.forEach((size, cluster) => {
      if (size === 0) return;
      for (let at = cluster * before.cols; at < (cluster + 1) * before.cols; at++) {
        means.values[at] = this.sums[at]! / size;
      }
    });
    return means;
  }

  private add({ cols, values }: DenseMatrix, row: number, cluster: number, sign: 1 | -1): void {
    const { sums } = this;
    const [from, to] = [row * cols, cluster * cols];
    for (let col = 0; col < cols; col++) sums[to + col]! += sign * values[from + col]!;
    this.sizes[cluster]! += sign;
  }
}
