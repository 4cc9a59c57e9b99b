import { describe, expect, it } from 'vitest';
import { tellingPapers } from '../../../src/core/text/telling-papers.ts';
import { buildVocabulary } from '../../../src/core/text/vocabulary.ts';
import { abstracts } from './abstracts.ts';

describe('tellingPapers(terms, vocabulary)', () => {
  it('names the papers that hold a term, and the first 40 of a common one', () => {
    const papers = abstracts(
      'lattice',
      ...Array.from({ length: 50 }, () => 'graph'),
      'tree',
      'graph and kernel',
    );
    const vocabulary = buildVocabulary(papers, { minDocuments: 1, maxShare: 1 });
    const telling = tellingPapers(new Set(['graph', 'kernel']), vocabulary);
    expect(telling).toEqual([...Array.from({ length: 40 }, (_, i) => 1 + i), 52]);
  });

  it('names none for terms that no paper holds', () => {
    expect(tellingPapers(new Set(['tree']), buildVocabulary(abstracts('graph')))).toEqual([]);
  });
});
