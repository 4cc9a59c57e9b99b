import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citationTags, scholarlyArticle } from '../../src/paper/paper-metadata.ts';
import type { PaperPage } from '../../src/site-data.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const KNOWN: PaperPage = {
  ...UNKNOWN,
  abstract: 'On papers.',
  keywords: ['sets', 'things'],
  authors: ['Ada Lovelace', 'Emmy Noether'],
  organization: { slug: 'acme', name: 'Acme Research' },
  published: '2026-03-05',
  arxivId: '2603.01234',
  doi: '10.1000/xyz',
};
const ADDRESS = 'https://example.org/papers/a-paper-00000000/';

describe('citationTags(paper, address)', () => {
  it('says what is known, an author a tag', () => {
    expect(citationTags(KNOWN, ADDRESS).map(({ name, content }) => [name, content])).toEqual([
      ['citation_title', 'A Paper'],
      ['citation_author', 'Ada Lovelace'],
      ['citation_author', 'Emmy Noether'],
      ['citation_publication_date', '2026/03/05'],
      ['citation_publisher', 'arXiv'],
      ['citation_doi', '10.1000/xyz'],
      ['citation_arxiv_id', '2603.01234'],
      ['citation_pdf_url', 'https://arxiv.org/pdf/2603.01234'],
      ['citation_abstract_html_url', ADDRESS],
      ['citation_keywords', 'sets; things'],
      ['citation_abstract', 'On papers.'],
    ]);
  });

  it('names so many authors at most as it is told, the first', () => {
    const named = (most?: number) =>
      citationTags(KNOWN, null, most).filter(({ name }) => name === 'citation_author');
    expect(named().map(({ content }) => content)).toEqual(KNOWN.authors);
    expect(named(1).map(({ content }) => content)).toEqual(['Ada Lovelace']);
  });

  it.each([
    ['Annals of Sets', 'citation_journal_title'],
    ['Proceedings of ICML 2025', 'citation_conference_title'],
    ['NeurIPS 2024', 'citation_conference_title'],
  ])('tells a journal from a conference: %s', (venue, name) => {
    const tags = citationTags({ ...UNKNOWN, venue }, null);
    expect(tags.slice(1)).toEqual([{ name, content: venue }]);
  });

  it.each([
    ['2015', '2015'],
    ['2015-03', '2015/03'],
  ])('gives of a date no more than is known: %s', (published, content) => {
    const tags = citationTags({ ...UNKNOWN, published }, null);
    expect(tags).toContainEqual({ name: 'citation_publication_date', content });
    expect(JSON.parse(scholarlyArticle({ ...UNKNOWN, published }, null, 'en'))).toMatchObject({
      datePublished: published,
    });
  });

  it('invents nothing', () => {
    expect(citationTags(UNKNOWN, null)).toEqual([{ name: 'citation_title', content: 'A Paper' }]);
  });
});

describe('scholarlyArticle(paper, address, language)', () => {
  const parse = (paper: PaperPage, address: string | null = null): unknown =>
    JSON.parse(scholarlyArticle(paper, address, 'en'));

  it('says what is known', () => {
    expect(parse(KNOWN, ADDRESS)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      name: 'A Paper',
      headline: 'A Paper',
      inLanguage: 'en',
      abstract: 'On papers.',
      author: [
        { '@type': 'Person', name: 'Ada Lovelace' },
        { '@type': 'Person', name: 'Emmy Noether' },
      ],
      datePublished: '2026-03-05',
      sourceOrganization: { '@type': 'Organization', name: 'Acme Research' },
      sameAs: 'https://doi.org/10.1000/xyz',
      keywords: ['sets', 'things'],
      identifier: [
        { '@type': 'PropertyValue', propertyID: 'DOI', value: '10.1000/xyz' },
        { '@type': 'PropertyValue', propertyID: 'arXiv', value: '2603.01234' },
      ],
      url: ADDRESS,
    });
  });

  it.each([
    ['Annals of Sets', 'Periodical'],
    ['Proceedings of ICML 2025', 'PublicationVolume'],
  ])('names the place where it was published: %s', (venue, type) => {
    expect(parse({ ...UNKNOWN, venue })).toMatchObject({
      isPartOf: { '@type': type, name: venue },
    });
  });

  it('invents nothing', () => {
    expect(Object.keys(parse(UNKNOWN) as object)).toEqual([
      '@context',
      '@type',
      'name',
      'headline',
      'inLanguage',
    ]);
  });

  it('never ends the script that it stands in, and loses nothing of the text', () => {
    const hostile = fc.oneof(
      fc.constantFrom('</script><script>alert(1)</script>', '<!--<script>', '"\\u003c', '\u2028'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, abstract) => {
        const paper = { ...KNOWN, titleText: title, abstract };
        expect(scholarlyArticle(paper, null, 'en')).not.toContain('<');
        expect(parse(paper)).toMatchObject({ name: title, abstract });
      }),
    );
  });
});
