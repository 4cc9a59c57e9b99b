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
}

/** How many topics there may be, where that is known, and the seed of the projection. */
export interface EmbeddingOptions {
  readonly topics: 'auto' | number;
  readonly seed: number;
}

/** From title and abstract to vectors: terms → TF-IDF → truncated SVD, unit rows. */
export function embedPapers(
  papers: readonly WrittenPaper[],
  { topics, seed }: EmbeddingOptions,
): PaperVectors {
  const vocabulary = buildVocabulary(papers);
  const matrix = tfIdf(vocabulary);
  if (matrix.cols === 0) return { vocabulary, matrix, rows: zeros(papers.length, 1) };
  const rank = Math.min(dimensionsFor(papers.length, topics), matrix.rows, matrix.cols);
  return { vocabulary, matrix, rows: normalizeRows(truncatedSvd(matrix, rank, { seed }).scores) };
}

/**
 * As many dimensions as the collection bears, half the root of its size; in a small one, or for a set
 * number of topics, as many as there may be topics, for k themes without a common word span k
 * dimensions.
 */
function dimensionsFor(papers: number, topics: 'auto' | number): number {
  const root = Math.sqrt(papers);
  const mayBe = topics === 'auto' ? Math.min(8, root * 0.7) : topics;
  return Math.min(100, Math.max(3, Math.round(Math.max(root / 2, mayBe))));
}
