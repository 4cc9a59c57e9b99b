import { Greatest } from './greatest.ts';
import type { NearestRows } from './nearest-rows.ts';
import type { SparseMatrix } from './sparse-matrix.ts';

/** Where candidates come from. */
export interface CandidateSources {
  /** Papers × terms. */
  readonly matrix: SparseMatrix;
  /** The same by terms: the papers that hold each. */
  readonly holders: SparseMatrix;
  readonly near: Pick<NearestRows, 'most' | 'counts' | 'indices'>;
}

/** Candidates by words: those that share one of the heaviest terms that few have. */
const RARE_TERMS = 10;
const MOST_HOLDERS = 50;

/** Finds the rows to compare a row with, each once: its nearest ones and those of its rare terms. */
export class RelatedCandidates {
  private readonly sources: CandidateSources;
  private readonly askedBy: Int32Array;
  private readonly rareTerms = new Uint32Array(RARE_TERMS);
  private readonly rarest: Greatest;

  constructor(sources: CandidateSources) {
    this.sources = sources;
    this.askedBy = new Int32Array(sources.matrix.rows).fill(-1);
    this.rarest = new Greatest(this.rareTerms, new Float64Array(RARE_TERMS), RARE_TERMS);
  }

  /** The candidates of a row, without itself. */
  of(row: number): number[] {
    const { near, holders } = this.sources;
    const { askedBy } = this;
    const candidates: number[] = [];
    askedBy[row] = row;
    const consider = ({ indices }: { readonly indices: Uint32Array }, from: number, to: number) => {
      for (let at = from; at < to; at++) {
        const other = indices[at]!;
        if (askedBy[other] === row) continue;
        askedBy[other] = row;
        candidates.push(other);
      }
    };
    consider(near, row * near.most, row * near.most + near.counts[row]!);
    this.findRareTerms(row);
    for (const column of this.rareTerms.subarray(0, this.rarest.count)) {
      consider(holders, holders.indptr[column]!, holders.indptr[column + 1]!);
    }
    return candidates;
  }

  /** Finds the terms of a row that weigh most, of those that few others have. */
  private findRareTerms(row: number): void {
    const { matrix, holders } = this.sources;
    this.rarest.begin(0);
    for (let at = matrix.indptr[row]!; at < matrix.indptr[row + 1]!; at++) {
      const column = matrix.indices[at]!;
      const count = holders.indptr[column + 1]! - holders.indptr[column]!;
      if (count <= MOST_HOLDERS) this.rarest.offer(column, matrix.values[at]!);
    }
  }
}
