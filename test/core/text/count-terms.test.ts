import { describe, expect, it } from 'vitest';
import { TermCounter, type TermBounds } from '../../../src/core/text/count-terms.ts';

const ALL = { minDocuments: 1, minPhraseDocuments: 1, maxDocuments: Infinity };

/** "term: document × count, …", sorted by term, for documents of a title of weight 2 and an abstract. */
function counted(papers: readonly [string, string][], bounds: Partial<TermBounds> = {}): string[] {
  const counter = new TermCounter();
  for (const [title, abstract] of papers) {
    counter.addDocument([
      { text: title, weight: 2 },
      { text: abstract, weight: 1 },
    ]);
  }
  const { names, starts, documents, counts } = counter.select({ ...ALL, ...bounds });
  const describeEntry = (entry: number) => `${documents[entry]} × ${counts[entry]}`;
  return names
    .map((name, term) => {
      const length = starts[term + 1]! - starts[term]!;
      const entries = Array.from({ length }, (_, i) => describeEntry(starts[term]! + i));
      return `${name}: ${entries.join(', ')}`;
    })
    .sort();
}

describe('TermCounter', () => {
  it('sums the weights of the uses in each document', () => {
    expect(
      counted([
        ['Sparse graph', 'A graph.'],
        ['Graph', 'None'],
      ]),
    ).toEqual(['graph: 0 × 3, 1 × 2', 'sparse graph: 0 × 2', 'sparse: 0 × 2']);
  });

  it('makes no phrase across the end of a text', () => {
    const terms = counted([
      ['Sparse', 'graph'],
      ['Graph', 'tensor sparse'],
    ]);
    expect(terms).toEqual([
      'graph: 0 × 1, 1 × 2',
      'sparse: 0 × 2, 1 × 1',
      'tensor sparse: 1 × 1',
      'tensor: 1 × 1',
    ]);
  });

  it('counts the documents of a phrase and not its uses', () => {
    const papers: [string, string][] = [
      ['', 'sparse graph, sparse graph, sparse tensor'],
      ['', 'sparse tensor'],
    ];
    expect(counted(papers, { minPhraseDocuments: 2, minDocuments: 3 })).toEqual([
      'sparse tensor: 0 × 1, 1 × 1',
    ]);
  });

  it('rejects terms of too many documents, and goes on behind them', () => {
    const papers: [string, string][] = [
      ['', 'graph tensor'],
      ['', 'graph'],
    ];
    expect(counted(papers, { maxDocuments: 1 })).toEqual(['graph tensor: 0 × 1', 'tensor: 0 × 1']);
  });
});
