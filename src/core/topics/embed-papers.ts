import { buildVocabulary, type Vocabulary } from '../text/vocabulary.ts';
import type { WrittenPaper } from '../text/written-forms.ts';
import { type DenseMatrix, normalizeRows, type SparseMatrix, zeros } from './sparse-matrix.ts';
import { tfIdf } from './tf-idf.ts';
import { truncatedSvd } from './truncated-svd.ts';

/** Papers as rows of numbers, in their order. */
export interface PaperVectors {
  readonly vocabulary: Vocabulary;
  /** TF-IDF, papers × terms, unit rows. */
  readonly matrix: SparseMatrix;
  /** The same in few dimensions (LSA), unit rows; zeros for a paper without terms. */
  readonly rows: DenseMatrix;
  /** What takes a row of terms to the reduced space: terms × dimensions, orthonormal columns. */
  readonly projection: DenseMatrix;
}

/** From title and abstract to vectors: terms → TF-IDF → truncated SVD, unit rows. */
export function embedPapers(papers: readonly WrittenPaper[], seed: number): PaperVectors {
  const vocabulary = buildVocabulary(papers);
  const matrix = tfIdf(vocabulary);
  if (matrix.cols === 0) {
    return { vocabulary, matrix, rows: zeros(papers.length, 1), projection: zeros(0, 1) };
  }
  const rank = Math.min(dimensionsFor(papers.length), matrix.rows, matrix.cols);
  const { scores, rightVectors } = truncatedSvd(matrix, rank, { seed });
  return { vocabulary, matrix, rows: normalizeRows(scores), projection: rightVectors };
}

const MOST_DIMENSIONS = 50;
const FEWEST_DIMENSIONS = 12;

/** The root of the number of papers, from 12 to 50: more tell topics apart that no other seed finds. */
function dimensionsFor(papers: number): number {
  return Math.min(MOST_DIMENSIONS, Math.max(FEWEST_DIMENSIONS, Math.round(Math.sqrt(papers))));
}
