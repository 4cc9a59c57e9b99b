import { buildVocabulary, type Vocabulary } from '../text/vocabulary.ts';
import type { WrittenPaper } from '../text/written-forms.ts';
import { expectedTopics } from './expected-topics.ts';
import {
  type DenseMatrix,
  normalizeRows,
  scaleColumns,
  type SparseMatrix,
  zeros,
} from './sparse-matrix.ts';
import { tfIdf } from './tf-idf.ts';
import { truncatedSvd } from './truncated-svd.ts';

/** Papers as rows of numbers, in their order. */
export interface PaperVectors {
  readonly vocabulary: Vocabulary;
  /** TF-IDF, papers × terms, unit rows. */
  readonly matrix: SparseMatrix;
  /**
   * The same in few dimensions (LSA), unit rows; zeros for a paper without terms. Where topics are small
   * the later dimensions, into which chance reaches, are held down.
   */
  readonly rows: DenseMatrix;
  /** The same with these dimensions held down as far as chance reaches: for what must be steady. */
  readonly steadyRows: DenseMatrix;
  /** How long each of `rows` was before it was scaled. */
  readonly lengths: Float64Array;
  /** What takes a row of terms to the reduced space: terms × dimensions. */
  readonly projection: DenseMatrix;
}

/** From title and abstract to vectors for so many topics: terms → TF-IDF → truncated SVD, unit rows. */
export function embedPapers(
  papers: readonly WrittenPaper[],
  seed: number,
  topics: 'auto' | number = 'auto',
): PaperVectors {
  const vocabulary = buildVocabulary(papers);
  const matrix = tfIdf(vocabulary);
  if (matrix.cols === 0) {
    const rows = zeros(papers.length, 1);
    const lengths = new Float64Array(papers.length);
    return { vocabulary, matrix, rows, steadyRows: rows, lengths, projection: zeros(0, 1) };
  }
  const all = Math.min(matrix.rows, matrix.cols);
  const dimensions = Math.min(dimensionsFor(papers.length), all);
  const isCut = dimensions < all;
  const { singularValues, rightVectors } = truncatedSvd(matrix, dimensions + (isCut ? 1 : 0), {
    seed,
  });
  const floor = isCut ? (singularValues[dimensions] ?? 0) : 0;
  const factors = shrinkage(singularValues.subarray(0, dimensions), floor);
  const held = shareHeld(papers.length, topics);
  const projection = scaleColumns(
    firstColumns(rightVectors, dimensions),
    factors.map((factor) => factor ** held),
  );
  // Not the scores of the decomposition, which are near to these only: shares must add up to them.
  const { rows, lengths } = project(matrix, projection);
  const copy = { ...rows, values: rows.values.slice() };
  const left = factors.map((factor) => factor ** (1 - held));
  const steadyRows = normalizeRows(scaleColumns(copy, left));
  return { vocabulary, matrix, rows, steadyRows, lengths, projection };
}

/** A copy of the first columns, at most so many. */
function firstColumns({ rows, cols, values }: DenseMatrix, most: number): DenseMatrix {
  const first = zeros(rows, Math.min(cols, most));
  for (let row = 0; row < rows; row++) {
    first.values.set(values.subarray(row * cols, row * cols + first.cols), row * first.cols);
  }
  return first;
}

/** The product of a sparse and a dense matrix, n × m and m × l, in unit rows: n × l. */
function project(
  matrix: SparseMatrix,
  projection: DenseMatrix,
): Pick<PaperVectors, 'rows' | 'lengths'> {
  const { cols, values } = projection;
  const product = zeros(matrix.rows, cols);
  const lengths = new Float64Array(matrix.rows);
  const sum = new Float64Array(cols);
  for (let row = 0; row < matrix.rows; row++) {
    sum.fill(0);
    for (let at = matrix.indptr[row]!; at < matrix.indptr[row + 1]!; at++) {
      const weight = matrix.values[at]!;
      const from = matrix.indices[at]! * cols;
      for (let col = 0; col < cols; col++) sum[col]! += weight * values[from + col]!;
    }
    product.values.set(sum, row * cols);
    lengths[row] = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  }
  return { rows: normalizeRows(product), lengths };
}

/**
 * √(1 - (σ / s)²) for each singular value s, with σ the first that is left out, 0 if none is: what the
 * papers share by chance reaches up to there (Tipping and Bishop 1999, "Probabilistic principal
 * component analysis"). So the last components, which other papers would turn, have next to no weight.
 */
function shrinkage(singularValues: Float64Array, floor: number): Float64Array {
  return singularValues.map((value) => Math.sqrt(Math.max(0, 1 - (floor / value) ** 2)));
}

/** Topics of so many papers or fewer are told apart in the steady rows alone. */
const SMALL_TOPIC = 50;

/** How much of the shrinkage, as a power of it, the rows take: the mean of many papers needs less. */
function shareHeld(papers: number, topics: 'auto' | number): number {
  const count = topics === 'auto' ? expectedTopics(papers) : topics;
  return Math.min(1, (SMALL_TOPIC * count) / papers);
}

const MOST_DIMENSIONS = 90;
const FEWEST_DIMENSIONS = 12;

/** The root of the number of papers, from 12 to 90. */
function dimensionsFor(papers: number): number {
  return Math.min(MOST_DIMENSIONS, Math.max(FEWEST_DIMENSIONS, Math.round(Math.sqrt(papers))));
}
