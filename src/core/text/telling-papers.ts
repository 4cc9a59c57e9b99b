import type { Vocabulary } from './vocabulary.ts';

/** Papers that tell how a term is written; more of them hardly ever say otherwise. */
const ENOUGH_PAPERS = 40;

/** The rows of the papers that are among the first 40 to hold some term, ascending. */
export function tellingPapers(terms: ReadonlySet<string>, vocabulary: Vocabulary): number[] {
  const wanted = new Uint16Array(vocabulary.terms.length);
  vocabulary.terms.forEach((term, column) => {
    if (terms.has(term)) wanted[column] = ENOUGH_PAPERS;
  });
  const { indptr, indices } = vocabulary.counts;
  const rows: number[] = [];
  for (let row = 0; row < vocabulary.documentCount; row++) {
    let isTelling = false;
    for (let entry = indptr[row]!; entry < indptr[row + 1]!; entry++) {
      const column = indices[entry]!;
      if (wanted[column] === 0) continue;
      wanted[column]! -= 1;
      isTelling = true;
    }
    if (isTelling) rows.push(row);
  }
  return rows;
}
