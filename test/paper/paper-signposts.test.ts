import { describe, expect, it } from 'vitest';
import { signposts } from '../../src/paper/paper-signposts.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const TYPES = [
  { rel: 'type', href: 'https://schema.org/ScholarlyArticle' },
  { rel: 'type', href: 'https://schema.org/AboutPage' },
];

describe('signposts(paper, authors)', () => {
  it('leads from a preprint to what to cite, its authors, its content and its description', () => {
    expect(signposts({ ...UNKNOWN, arxivId: '2603.01234' }, ['/authors/ada-lovelace/'])).toEqual([
      { rel: 'cite-as', href: 'https://arxiv.org/abs/2603.01234' },
      ...TYPES,
      { rel: 'author', href: '/authors/ada-lovelace/' },
      { rel: 'item', href: 'https://arxiv.org/pdf/2603.01234', type: 'application/pdf' },
      {
        rel: 'describedby',
        href: 'https://oaipmh.arxiv.org/oai?verb=GetRecord&identifier=oai:arXiv.org:2603.01234&metadataPrefix=oai_dc',
        type: 'text/xml',
      },
    ]);
  });

  it('prefers the DOI', () => {
    expect(signposts({ ...UNKNOWN, doi: '10.1000/a<b>' }, [])).toEqual([
      { rel: 'cite-as', href: 'https://doi.org/10.1000/a%3Cb%3E' },
      ...TYPES,
      {
        rel: 'describedby',
        href: 'https://doi.org/10.1000/a%3Cb%3E',
        type: 'application/vnd.citationstyles.csl+json',
      },
    ]);
  });

  it('invents nothing', () => {
    expect(signposts({ ...UNKNOWN, url: 'https://example.org/a' }, [])).toEqual(TYPES);
  });
});
