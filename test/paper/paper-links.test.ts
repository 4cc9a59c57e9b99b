import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paperLinks, pdfAddress, retiredPaperLinks } from '../../src/paper/paper-links.ts';
import type { PaperPage } from '../../src/site-data.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const hrefsOf = (known: Partial<PaperPage>) =>
  paperLinks({ ...UNKNOWN, ...known }).map(({ href }) => href);

describe('paperLinks(paper)', () => {
  it('looks a paper up by its title where its id is unknown', () => {
    expect(hrefsOf({ title: 'R&D: 100% “new”?' })).toEqual([
      'https://arxiv.org/search/?searchtype=title&query=R%26D%3A%20100%25%20%E2%80%9Cnew%E2%80%9D%3F',
      'https://huggingface.co/papers?q=R%26D%3A%20100%25%20%E2%80%9Cnew%E2%80%9D%3F',
    ]);
  });

  it('carries any title over whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const [arxiv = '', huggingFace = ''] = hrefsOf({ title });
        expect(new URL(arxiv).searchParams.get('query')).toBe(title);
        expect(new URL(huggingFace).searchParams.get('q')).toBe(title);
        expect(new URL(arxiv).hash + new URL(huggingFace).hash).toBe('');
      }),
    );
  });

  it('names arXiv and Hugging Face by the id, and looks nothing up then', () => {
    expect(hrefsOf({ arxivId: '2603.01234' })).toEqual([
      'https://arxiv.org/abs/2603.01234',
      'https://arxiv.org/pdf/2603.01234',
      'https://huggingface.co/papers/2603.01234',
    ]);
    expect(hrefsOf({ arxivId: 'cs/0501001' })[0]).toBe('https://arxiv.org/abs/cs/0501001');
  });

  it('puts the DOI first', () => {
    expect(hrefsOf({ doi: '10.1000/a<b>', arxivId: '2603.01234' })).toHaveLength(4);
    expect(hrefsOf({ doi: '10.1000/a<b>' })[0]).toBe('https://doi.org/10.1000/a%3Cb%3E');
  });

  it('labels every link, each by another text', () => {
    const labels = paperLinks({ ...UNKNOWN, doi: '10.1/a' }).map(({ label }) => label);
    expect(new Set(labels).size).toBe(3);
    expect(labels.every((label) => label.trim() !== '')).toBe(true);
  });
});

describe('pdfAddress(paper)', () => {
  it.each([
    [{ arxivId: 'cs/0501001', url: null }, 'https://arxiv.org/pdf/cs/0501001'],
    [{ arxivId: null, url: 'https://example.org/a.PDF?b' }, 'https://example.org/a.PDF?b'],
    [{ arxivId: null, url: 'https://example.org/pdf' }, null],
    [{ arxivId: null, url: null }, null],
  ])('%o', (paper, address) => {
    expect(pdfAddress(paper)).toBe(address);
  });
});

describe('paperLinks(paper) with addresses', () => {
  const labelsOf = (known: Partial<PaperPage>) =>
    paperLinks({ ...UNKNOWN, ...known }).map(({ label }) => label);

  it('puts code and project beside the arXiv id with its version', () => {
    expect(
      labelsOf({
        arxivId: '2603.01234',
        arxivVersion: 2,
        url: 'https://arxiv.org/abs/2603.01234',
        code: 'https://github.com/a/b',
        project: 'https://www.example.org/b',
      }),
    ).toEqual([
      'arXiv 2603.01234v2',
      'PDF',
      'Code (github.com)',
      'Project (example.org)',
      'Hugging Face Papers',
    ]);
  });

  it('names the address of a paper without arXiv id, and looks nothing up then', () => {
    expect(labelsOf({ url: 'https://openreview.net/forum?id=x' })).toEqual([
      'Paper (openreview.net)',
    ]);
  });

  it('gives no address twice', () => {
    const address = 'https://example.org/a';
    expect(labelsOf({ url: address, code: address, project: address })).toHaveLength(1);
  });
});

describe('retiredPaperLinks(page)', () => {
  const first = (identity?: string) => {
    const page = { kind: 'paper', id: 'a-b-00000000', label: 'A b', successor: null } as const;
    return retiredPaperLinks({ ...page, identity })[0]?.href;
  };

  it('leads to where the id of the paper does, else to a search for its title', () => {
    expect(first('arXiv:2401.00001')).toBe('https://arxiv.org/abs/2401.00001');
    expect(first('doi:10.1/a')).toBe('https://doi.org/10.1/a');
    expect(first()).toBe('https://arxiv.org/search/?searchtype=title&query=A%20b');
  });
});
