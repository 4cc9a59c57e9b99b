import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findArxivId, parseArxivId, parseDoi } from '../../../src/core/paper/paper-ids.ts';

describe('parseArxivId(text)', () => {
  it.each([
    ['2303.00763', '2303.00763', null],
    [' 2303.00763v2 ', '2303.00763', 2],
    ['arXiv:2303.00763v12', '2303.00763', 12],
    ['arxiv: 0704.0001', '0704.0001', null],
    ['http://arxiv.org/abs/2303.00763v1', '2303.00763', 1],
    ['https://arxiv.org/abs/arXiv:2411.13560', '2411.13560', null],
    ['https://www.arxiv.org/pdf/2303.00763v3.pdf', '2303.00763', 3],
    ['arxiv.org/html/2303.00763', '2303.00763', null],
    ['https://doi.org/10.48550/arXiv.2303.00763', '2303.00763', null],
    ['10.48550/ARXIV.2303.00763', '2303.00763', null],
    ['https://huggingface.co/papers/2303.00763', '2303.00763', null],
    ['oai:arXiv.org:0704.0001', '0704.0001', null],
    ['math/0601001', 'math/0601001', null],
    ['math.AG/0601001v2', 'math/0601001', 2],
    ['hep-th/9901001', 'hep-th/9901001', null],
    ['https://arxiv.org/abs/astro-ph/0601001v1', 'astro-ph/0601001', 1],
  ])('reads %j as %s, version %s', (text, id, version) => {
    expect(parseArxivId(text)).toEqual({ arxivId: id, arxivVersion: version });
  });

  it.each([
    ['a month that no year has', '2313.00763'],
    ['four digits where arXiv gives five', '2303.0763'],
    ['five digits where arXiv gave four', '0704.00011'],
    ['a number before the first such id', '0703.0001'],
    ['an unknown archive', 'maths/0601001'],
    ['a number in a sentence', 'we found 2303.00763 things'],
    ['more digits', 'arXiv:2303.007631'],
    ['an address elsewhere', 'https://example.org/abs/2303.00763'],
    ['nothing', ''],
  ])('takes %s for none: %j', (_, text) => {
    expect(parseArxivId(text)).toBeNull();
  });
});

describe('findArxivId(text)', () => {
  it('finds an id that a sentence names, and no bare number', () => {
    expect(findArxivId('arXiv preprint arXiv:2411.13560 [cs]')?.arxivId).toBe('2411.13560');
    expect(findArxivId('See 2411.13560.')).toBeNull();
  });
});

describe('parseDoi(text)', () => {
  it.each([
    ['10.1000/XYZ.1', '10.1000/xyz.1'],
    ['doi:10.1000/182', '10.1000/182'],
    ['https://doi.org/10.1000/182?x=1#y', '10.1000/182'],
    ['http://dx.doi.org/10.1002/%28SICI%291097-4571', '10.1002/(sici)1097-4571'],
    ['(see 10.1016/S0140-6736(98)00001-1).', '10.1016/s0140-6736(98)00001-1'],
    [
      '10.1002/(SICI)1097-4571(1992)43:4<284::AID-ASI3>3.0.CO;2-0',
      '10.1002/(sici)1097-4571(1992)43:4<284::aid-asi3>3.0.co;2-0',
    ],
    ['10.1007/978-3-030\\_12', '10.1007/978-3-030_12'],
    ['https://doi.org/10.1000/100%', '10.1000/100%'],
  ])('reads %j as %s', (text, doi) => {
    expect(parseDoi(text)).toBe(doi);
  });

  it.each([
    ['((10.1000/a)(b))))', '10.1000/a)(b'],
    ['[10.1000/a(b)[c].].)', '10.1000/a(b)[c]'],
    [`10.1000/a${')'.repeat(4000)}`, '10.1000/a'],
    [`10.1000/a(${').'.repeat(2000)}`, '10.1000/a()'],
    [`10.1000/${'//'.repeat(2000)}a`, `10.1000/${'//'.repeat(2000)}a`],
  ])('takes no bracket or stop of the text around it from %j', (text, doi) => {
    expect(parseDoi(text)).toBe(doi);
  });

  it.each(['', '10.1/a', '110.1000/182', 'none', '10.1000/', '10.1000/...'])(
    'finds none in %j',
    (text) => {
      expect(parseDoi(text)).toBeNull();
    },
  );

  it('gives a DOI that reads as itself again, of any text', () => {
    const text = fc.oneof(
      fc.string().map((end) => `10.1000/${end}`),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const doi = parseDoi(value);
        if (doi !== null) expect(parseDoi(doi)).toBe(doi);
      }),
    );
  });
});
