import { sharedFloats, startParts, usualThreads } from '../run-parts.ts';
import { mapPapers } from './map-papers.ts';
import type { NearestRows } from './nearest-rows.ts';
import { type DenseMatrix, zeros } from './sparse-matrix.ts';

/** What `mapPapers` needs, and where the positions go: rows × 2. */
export interface MapTask {
  readonly rows: DenseMatrix;
  readonly neighbours: NearestRows;
  readonly seed: number;
  /** The earlier position of each row; null for a new one. */
  readonly earlier: readonly (readonly [number, number] | null)[];
  readonly positions: Float32Array;
}

/** Rows of which a map takes longer than to start a thread. */
const WORTH_THREADS = 2000;

/**
 * Begins the map of some rows in another thread, if they are many, while this one goes on. Returns what
 * waits for it, and throws what `mapPapers` throws.
 */
export function startMap(task: Omit<MapTask, 'positions'>): () => DenseMatrix {
  const { rows } = task.rows;
  const positions = sharedFloats(zeros(rows, 2).values);
  const finish = startParts(mapPart, {
    module: import.meta.url,
    input: { ...task, positions },
    parts: 1,
    threads: rows < WORTH_THREADS ? 1 : usualThreads(),
  });
  return () => {
    finish();
    return { rows, cols: 2, values: positions };
  };
}

/** Makes the whole map, the only part. */
export function mapPart({ rows, neighbours, seed, earlier, positions }: MapTask): void {
  const previous = (row: number) => earlier[row]!;
  positions.set(mapPapers(rows, neighbours, { seed, previous }).values);
}
