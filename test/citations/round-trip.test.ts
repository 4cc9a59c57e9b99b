import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBibtex } from '../../src/citations/bibtex.ts';
import type { CitedPaper } from '../../src/citations/cited-paper.ts';
import { toCslJson } from '../../src/citations/csl-json.ts';
import { toRis } from '../../src/citations/ris.ts';
import { parseDigest } from '../../src/core/digest/parse-digest.ts';
import { inlineToUnicode } from '../../src/core/paper/inline.ts';
import { parseInline } from '../../src/core/paper/parse-inline.ts';
import { ARTICLE, HOSTILE, PREPRINT } from './cited-papers.ts';

const FORMATS = [
  ['bibtex', toBibtex],
  ['ris', toRis],
  ['csl-json', toCslJson],
] as const;

/** What Sheaf's own readers make of a text: title, authors, ids, date and place of each paper. */
function readBack(text: string): { shape: string; papers: unknown[] } {
  const { shape, records } = parseDigest('a.txt', new TextEncoder().encode(text), null);
  const papers = records.map(({ title, authors, published, venue, arxivId, doi, abstract }) => {
    const readable = inlineToUnicode(parseInline(title));
    return { title: readable, authors, published, venue, arxivId, doi, abstract };
  });
  return { shape, papers };
}

const told = ({ title, authors, published, venue, arxivId, doi, abstract }: CitedPaper) => {
  return { title, authors, published, venue, arxivId, doi, abstract };
};

describe.each(FORMATS)('Sheaf reads its own %s', (shape, write) => {
  it('back, with nothing lost', () => {
    const papers = [PREPRINT, { ...ARTICLE, abstract: 'On sets.' }];
    expect(readBack(write(papers))).toEqual({ shape, papers: papers.map(told) });
  });

  it('as one record a paper, whatever the texts', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'{}\\@"$%#_^~&,=\n <>aB-TYER日\u0000'),
      minLength: 1,
    });
    fc.assert(
      fc.property(text, text, text, (title, name, abstract) => {
        const odd = {
          ...HOSTILE,
          title: `A Title ${title}`,
          authors: [name],
          abstract,
          note: abstract,
        };
        const { papers } = readBack(write([odd, PREPRINT]));
        expect(papers).toHaveLength(2);
        expect(papers[1]).toEqual(told(PREPRINT));
      }),
    );
  });
});
