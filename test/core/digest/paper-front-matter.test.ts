import { describe, expect, it } from 'vitest';
import { paperFrontMatter } from '../../../src/core/digest/paper-front-matter.ts';
import { parseText } from './seeds.ts';

const TITLE = 'Letters and Their Readers';
const page = (fields: string, body = '') => `---\ntitle: ${TITLE}\n${fields}\n---\n${body}`;
/** The one record of a page with these fields. */
function read(fields: string, body = '') {
  const { records, shape } = parseText(page(`publication_types: ["1"]\n${fields}`, body));
  expect(shape).toBe('paper-front-matter');
  expect(records).toHaveLength(1);
  return records[0]!;
}
const PROSE = 'We follow readers over two years and ask each of them what they opened.';

describe('the front matter of a paper', () => {
  it.each([
    ['a venue in italics', 'publication: In *ACM Letters* (2024)', 'ACM Letters (2024)'],
    ['a venue with volume', 'publication:\n  name: "ACM Letters"\n  volume: 155', 'ACM Letters'],
    ['a short venue alone', 'publication: ""\npublication_short: "*ACL*"', 'ACL'],
    ['a venue before its short name', 'publication_short: ACL\npublication: Letters', 'Letters'],
    ['a journal in a vault of notes', 'Journal: "[[ACM Letters]]"', 'ACM Letters'],
    ['a citation in the terms of CSL', 'citation:\n  container-title: ACM Letters', 'ACM Letters'],
    ['arXiv', 'venue: arXiv', null],
  ])('tells %s plainly', (_, fields, venue) => {
    expect(read(fields).venue).toBe(venue);
  });

  it.each([
    ['a list', 'authors: [Ada Byron, Grace Hopper]'],
    ['a text', 'Author: "Ada Byron, Grace Hopper"'],
    ['names turned', 'authors:\n- "Byron, Ada"\n- Hopper, Grace '],
    ['given and family names', 'author:\n- given: Ada\n  family: Byron\n- name: Grace Hopper'],
    ['links in a vault', 'authors:\n- "[[Ada Byron]]"\n- "[[people/gh|Grace Hopper]]"'],
    ['marks of footnotes and a quote left over', 'authors: [Ada Byron*, Grace Hopper"]'],
  ])('tells authors as %s', (_, fields) => {
    expect(read(fields).authors).toEqual(['Ada Byron', 'Grace Hopper']);
  });

  it('leaves out an author who stands for the owner of the site, and warns', () => {
    const digest = parseText(
      page('publication_types: ["2"]\nauthors:\n- admin\n- Ada Byron\n- me'),
    );
    expect(digest.records[0]?.authors).toEqual(['Ada Byron']);
    expect(digest.warnings).toMatchObject([{ line: 5, got: '“admin”' }]);
  });

  it.each([
    ['the first day that is told', 'date: 2021-05-08\npublishDate: 2017-01-01', '2021-05-08'],
    ['not that of the page', 'publishDate: 2017-01-01\ndate: 2021-05-08', '2021-05-08'],
    ['the most exact one of a year', 'year: 2020\ndate: 2020-02-19', '2020-02-19'],
  ])('tells as its date %s', (_, fields, published) => {
    expect(read(fields).published).toBe(published);
  });

  it.each([
    ['ids of Hugo Blox', 'hugoblox:\n  ids:\n    arxiv: 2411.13420\n    doi: 10.1000/a'],
    ['a number that ends with a zero', 'arxiv_id: 2411.13420\ndoi: https://doi.org/10.1000/A'],
    ['links by provider', 'links:\n- {provider: arxiv, id: 2411.13420v1}\ndoi: 10.1000/a'],
    ['a venue', 'venue: arXiv:2411.13420 (cs.CL, 2024)\nDOI: 10.1000/a'],
  ])('tells ids in %s', (_, fields) => {
    expect(read(fields)).toMatchObject({ arxivId: '2411.13420', doi: '10.1000/a' });
  });

  it('takes the space that YAML makes of an escaped underline for one', () => {
    expect(read('doi: "10.1007/978-3-319-46454-1\\_29"').doi).toBe('10.1007/978-3-319-46454-1_29');
  });

  it.each([
    ['url_pdf', 'url_pdf: https://a.org/p\nurl_code: https://a.org/c\nurl_project: https://a.org/'],
    [
      'types',
      'links:\n- {type: pdf, url: https://a.org/p}\n- {type: code, url: https://a.org/c}\n- {type: project, url: https://a.org/}',
    ],
    [
      'names',
      'links:\n- {name: PDF, url: https://a.org/p}\n- {name: Code, url: https://a.org/c}\n- {name: Project, url: https://a.org/}',
    ],
    ['…url', 'paperurl: https://a.org/p\ncodeurl: https://a.org/c\nproject_url: https://a.org/'],
  ])('tells links by %s', (_, fields) => {
    const links = { url: 'https://a.org/p', code: 'https://a.org/c', project: 'https://a.org/' };
    expect(read(fields)).toMatchObject(links);
  });

  it('takes slides, posters, videos and data for no address of the paper', () => {
    const others = ['slides', 'poster', 'video', 'dataset'].map(
      (key) => `url_${key}: https://a.org/x`,
    );
    expect(read(others.join('\n'))).toMatchObject({ url: null, code: null, project: null });
  });

  it('leaves out what a template holds, and what is too short to tell of a paper', () => {
    expect(read('summary: Lorem ipsum dolor sit amet, consectetur.').summary).toBeNull();
    expect(read('excerpt: "CVPR 2023"').summary).toBeNull();
    expect(read('excerpt: How readers of letters leave them.').summary).not.toBeNull();
  });

  it('takes the paper’s title before that of a note on it', () => {
    expect(read('paper_title: "On Fridays & Letters"').title).toBe('On Fridays & Letters');
  });

  it('needs no title where a heading stands below', () => {
    const text = `---\nauthors: [Ada Byron]\npaper_url: https://arxiv.org/abs/2110.09108\n---\n\n# ${TITLE}\n`;
    expect(parseText(text).records).toMatchObject([
      { title: TITLE, line: 6, arxivId: '2110.09108' },
    ]);
  });

  it('keeps the one institution that is told', () => {
    expect(read('institute: [Acme]').organization).toEqual({ slug: 'Acme', name: 'Acme' });
    expect(read('affiliations: [Acme, Apex]').organization).toBeNull();
  });
});

describe('the text below the front matter of a paper', () => {
  it('adds nothing to an abstract that stands above', () => {
    expect(read('abstract: Words of it.', `${PROSE}\n\n## Abstract\n\n${PROSE}\n`).abstract).toBe(
      'Words of it.',
    );
  });

  it('names authors that the front matter names once, and its date more exactly', () => {
    const body = '- **Authors**: Ada Byron\n- **Institutions**: Acme\n- **Date**: 2024-03-05\n';
    const record = read('authors: [Ada Byron]\nyear: 2024', body);
    expect(record).toMatchObject({ authors: ['Ada Byron'], published: '2024-03-05' });
    expect(read('', body).authors).toEqual(['Ada Byron']);
  });

  it.each([
    ['prose', `${PROSE}\n`],
    [
      'a heading',
      `Talk on Friday, in the hall of the town, with cake.\n\n## Abstract\n\n${PROSE}\n`,
    ],
    ['a label and a quotation', `[PDF](https://a.org/a.pdf)\n\nAbstract:\n\n> ${PROSE}\n`],
    ['a callout', `> [!info] Info\n> Words.\n\n> [!abstract]- Abstract\n> ${PROSE}\n`],
    ['a field of a vault', `> [!Abstract]-\n> **Abstract::** ${PROSE}\n`],
  ])('tells the abstract as %s', (_, body) => {
    expect(read('', body).abstract).toBe(PROSE);
  });

  it('tells its own summary in a callout of that name', () => {
    const body = `> [!note] Source\n> Words.\n\n> [!abstract] TL;DR\n> ${PROSE}\n`;
    expect(read('', body)).toMatchObject({ abstract: null, summary: PROSE });
  });

  it('is the digest’s own where it is written in another script than the title', () => {
    const body = `📌 **${TITLE}**\n\n研究團隊設計了一個基準，系統地檢測模型在各種任務下的判斷與實際行動之間的一致性，並以實驗說明其中的差距。\n`;
    const { abstract, summary } = read('url: https://arxiv.org/abs/2605.09252', body);
    expect(abstract).toBeNull();
    expect(summary).toContain('研究團隊');
  });

  it('makes a file one of a paper if it begins with authors', () => {
    const body =
      '**Authors: ** Ada Byron et al.<br>\n**Published on Arxiv: ** 2025-05-25<br>\n' +
      '**Link: ** [http://arxiv.org/abs/2505.19237v1](http://arxiv.org/abs/2505.19237v1)<br>\n' +
      '**Institutions:** Acme, Byron Street<br>\n**Keywords:** Letters, Readers\n';
    expect(parseText(page('subtitle: "And More"\ndate: "2025-05-25"', body)).records).toMatchObject(
      [{ title: TITLE, authors: ['Ada Byron'], published: '2025-05-25', arxivId: '2505.19237' }],
    );
  });

  it('is the digest’s own where it is a quotation without a name', () => {
    expect(read('', `# ${TITLE}\n\n> ${PROSE}\n`)).toMatchObject({
      abstract: null,
      summary: PROSE,
    });
  });

  it.each([
    [
      'BibTeX below',
      '',
      `\`\`\`bibtex\n@article{a, title={${TITLE}}, author={Byron, Ada and Hopper, Grace}}\n\`\`\`\n`,
    ],
    [
      'BibTeX above',
      `bibtex: |\n  @article{a,\n    title = {${TITLE}},\n    author = {Ada Byron and Grace Hopper} }`,
      '',
    ],
    [
      'a reference',
      `citation: 'Byron, Ada and Hopper, Grace &quot;${TITLE}&quot; <i>Letters</i>, 2024.'`,
      '',
    ],
  ])('fills in authors from %s', (_, fields, body) => {
    expect(read(fields, body).authors).toEqual(['Ada Byron', 'Grace Hopper']);
  });

  it('takes no authors from a reference to another paper', () => {
    const body = '```\n@article{a, title={Another Title}, author={Ada Byron}}\n```\n';
    expect(read('', body).authors).toBeNull();
  });
});

describe('paperFrontMatter.detect(text)', () => {
  it.each([
    ['notes on a digest', '---\ntitle: March\ndate: 2026-03-25\n---\nWords.\n'],
    ['a page of publications', '---\nlayout: archive\ntitle: Publications\npermalink: /p/\n---\n'],
    ['a post', '---\nlayout: post\ntitle: A Week\ntags: [weekly]\n---\nWords.\n'],
    ['a post of somebody', '---\ntitle: A Week\nurl: https://example.org/\n---\n# A Week\n'],
    [
      'a whole paper without its title',
      '---\narxiv_id: 2011.12491\nreviewed: false\n---\n\n# Introduction\n\nWords.\n',
    ],
    [
      'a digest of several papers',
      '---\ndate: 2026-03-25\nsource: https://arxiv.org/list/cs.CL/new\n---\n# Today\n\n' +
        '## [A Paper of Words](https://arxiv.org/abs/2401.00001)\n\nWords.\n',
    ],
  ])('does not claim %s', (_, text) => {
    expect(paperFrontMatter.detect(text)).toBeLessThan(0.5);
  });
});
