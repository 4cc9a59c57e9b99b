import { Crew } from '../crew.ts';
import { sharedDoubles, usualThreads } from '../run-parts.ts';
import { BLOCK_ROWS, FLOAT_BYTES, layOut, newMemory, SPARSE_PANEL } from './matrix-kernels.ts';
import { type DenseMatrix, type SparseMatrix, transpose, zeros } from './sparse-matrix.ts';
import {
  applyPanel,
  backRows,
  BASIS,
  COLUMNS,
  crossPanel,
  DEGREE,
  filterPanel,
  rotateRows,
  ROWS_AT_ONCE,
  SCALE,
  SETTINGS,
  type SubspaceTask,
} from './subspace-parts.ts';

/** Entries times columns of which the products pay for starting threads: a fifth of a second. */
const WORTH_THREADS = 3e7;

/** How many columns the basis has at most, and threads at work; if these are not given, as many as pay. */
interface SubspaceOptions {
  readonly width: number;
  readonly threads?: number;
}

/**
 * A basis Y (n × l) of a subspace of the columns of a sparse n × m matrix A, and A Aᵀ Y. Zeros at first.
 * The work goes to several threads if it is long, and the numbers are the same in any number of them.
 */
export class Subspace {
  private readonly task: SubspaceTask;
  private readonly crew: Crew<SubspaceTask>;
  private cols: number;

  constructor(matrix: SparseMatrix, options: SubspaceOptions) {
    const isLong = matrix.values.length * options.width > WORTH_THREADS;
    const { width, threads = isLong ? usualThreads() : 1 } = options;
    this.cols = width;
    this.task = newTask(matrix, width, threads);
    const tasks = [applyPanel, backRows, crossPanel, filterPanel, rotateRows];
    const module = new URL('./subspace-parts.ts', import.meta.url).href;
    // Threads start while the matrix is copied.
    this.crew = new Crew({ module, tasks, input: this.task, threads });
    this.store(transpose(matrix));
  }

  /** Sets Y, n × width, row by row, from what gives one number after the other. */
  fill(next: (row: number, col: number) => number): void {
    const { rows, paddedRows } = this.task;
    const basis = this.floats(this.task.bases[this.task.settings[BASIS]!]!);
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < this.cols; col++) {
        basis[placeIn(paddedRows, row, col)] = next(row, col);
      }
    }
  }

  /** Finds A Aᵀ Y. */
  apply(): void {
    this.crew.do(applyPanel, this.task.panels);
  }

  /** Puts A Aᵀ Y in place of Y. */
  advance(): void {
    this.apply();
    this.task.settings[BASIS] = 1 - this.task.settings[BASIS]!;
  }

  /**
   * Y becomes T(A Aᵀ) Y, for the Chebyshev polynomial T of a degree of at least 2 that stays within ±1
   * from 0 to an eigenvalue, and grows fast above.
   */
  filter(degree: number, eigenvalue: number): void {
    const { settings, panels } = this.task;
    settings[DEGREE] = degree;
    settings[SCALE] = 2 / eigenvalue;
    this.crew.do(filterPanel, panels);
    if (degree % 2 === 1) settings[BASIS] = 1 - settings[BASIS]!;
  }

  /** YᵀY and Yᵀ A Aᵀ Y: l × l, row-major. */
  crossProducts(): { gram: Float64Array; projected: Float64Array } {
    const { panels, gram, projected } = this.task;
    this.crew.do(crossPanel, panels);
    return { gram: this.symmetric(gram), projected: this.symmetric(projected) };
  }

  /** Y becomes Y W, for W of l rows and of at most as many columns. */
  rotate({ rows, cols, values }: DenseMatrix): void {
    const padded = this.task.panels * SPARSE_PANEL;
    const rotation = this.floats(this.task.rotation)
      .subarray(0, padded ** 2)
      .fill(0);
    for (let row = 0; row < rows; row++) {
      rotation.set(values.subarray(row * cols, (row + 1) * cols), row * padded);
    }
    this.crew.do(rotateRows, Math.ceil(this.task.paddedRows / ROWS_AT_ONCE));
    this.cols = cols;
  }

  /** Y: n × l. */
  basis(): DenseMatrix {
    const { rows, paddedRows, bases, settings } = this.task;
    const from = this.floats(bases[settings[BASIS]!]!);
    const basis = zeros(rows, this.cols);
    for (let row = 0; row < basis.rows; row++) {
      for (let col = 0; col < basis.cols; col++) {
        basis.values[row * basis.cols + col] = from[placeIn(paddedRows, row, col)]!;
      }
    }
    return basis;
  }

  /** Aᵀ Y: m × l. */
  transposeTimes(): DenseMatrix {
    const { products, cols: rows, settings } = this.task;
    settings[COLUMNS] = this.cols;
    this.crew.do(backRows, Math.ceil(rows / ROWS_AT_ONCE));
    return { rows, cols: this.cols, values: products.subarray(0, rows * this.cols) };
  }

  /** Lets the threads go. */
  close(): void {
    this.crew.dismiss();
  }

  private store(transposed: SparseMatrix): void {
    const { indptr, indices, values } = this.task.transposed;
    const integers = new Uint32Array(this.task.memory.buffer);
    integers.set(transposed.indptr, indptr / FLOAT_BYTES);
    integers.set(transposed.indices, indices / FLOAT_BYTES);
    this.floats(values).set(transposed.values);
  }

  private floats(place: number): Float32Array {
    return new Float32Array(this.task.memory.buffer, place);
  }

  /** The columns in use of a matrix of which one half is known. */
  private symmetric(half: Float64Array): Float64Array {
    const { cols } = this;
    const padded = this.task.panels * SPARSE_PANEL;
    return Float64Array.from({ length: cols ** 2 }, (_, at) => {
      const [a, b] = [Math.floor(at / cols), at % cols];
      return half[Math.min(a, b) * padded + Math.max(a, b)]!;
    });
  }
}

/** Memory for a matrix and for bases of so many columns. */
function newTask({ rows, cols, values }: SparseMatrix, width: number, threads: number) {
  const panels = Math.ceil(width / SPARSE_PANEL);
  const padded = panels * SPARSE_PANEL;
  const paddedRows = Math.ceil(rows / BLOCK_ROWS) * BLOCK_ROWS;
  const basis = paddedRows * padded;
  const rooms = [
    ...[paddedRows * SPARSE_PANEL, Math.min(ROWS_AT_ONCE, paddedRows) * padded],
    ...[Math.min(ROWS_AT_ONCE, cols) * SPARSE_PANEL, SPARSE_PANEL ** 2],
  ];
  const { places, bytes } = layOut([
    ...[cols + 1, values.length, values.length, basis, basis, padded ** 2],
    ...Array<number>(threads).fill(Math.max(...rooms)),
  ]);
  const [indptr, indices, entries, first, second, rotation, ...room] = places;
  const task: SubspaceTask = {
    memory: newMemory(bytes),
    rows,
    cols,
    transposed: { indptr: indptr!, indices: indices!, values: entries! },
    panels,
    paddedRows,
    bases: [first!, second!],
    rotation: rotation!,
    room,
    gram: sharedDoubles(padded ** 2),
    projected: sharedDoubles(padded ** 2),
    products: new Float32Array(new SharedArrayBuffer(cols * width * FLOAT_BYTES)),
    settings: sharedDoubles(SETTINGS),
  };
  return task;
}

/** Where an entry of a basis stands among its panels. */
function placeIn(paddedRows: number, row: number, col: number): number {
  const panel = Math.floor(col / SPARSE_PANEL);
  return (panel * paddedRows + row) * SPARSE_PANEL + (col % SPARSE_PANEL);
}
