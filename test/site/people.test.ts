import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, inject, it } from 'vitest';
import { nameSlug } from '../../src/people/author-names.ts';
import { pagePath } from '../../src/page-paths.ts';
import { type ApiPaper, listFiles, readJsonLines } from './site-files.ts';

const { folder } = inject('siteOfAreas');
const read = async (path: string) =>
  parse(await readFile(join(folder, path, 'index.html'), 'utf8'));
const textOf = async (path: string, selector: string) =>
  (await read(path)).querySelector(selector)!.structuredText.replace(/\s+/g, ' ');

/** An author of one paper, as the data of the site tell. */
const HAD_PAGE = 'content';

describe('the authors of a site', () => {
  it('have each a place: an entry in the list by name, and a page from four papers on, or where they had one', async () => {
    const papers = await readJsonLines<ApiPaper>(join(folder, 'api/papers-1.jsonl'));
    const files = await listFiles(folder);
    const lists = files.filter((file) => /^authors\/by-name\/[^/]+\/index\.html$/.test(file));
    const pages = await Promise.all(lists.map((file) => readFile(join(folder, file), 'utf8')));
    const ids = pages.flatMap((html) =>
      parse(html)
        .querySelectorAll('[id]')
        .map(({ id }) => id),
    );
    const slugs = papers.flatMap(({ authors }) => [...new Set((authors ?? []).map(nameSlug))]);
    const counts = Map.groupBy(slugs, (slug) => slug);
    expect(counts.size).toBeGreaterThan(6);
    for (const [slug, { length }] of counts) {
      expect(ids.filter((id) => id === `by-${slug}`)).toHaveLength(1);
      const hasPage = length >= 4 || slug === HAD_PAGE;
      expect(files.includes(`${pagePath.author(slug)}index.html`)).toBe(hasPage);
    }
  });

  it('have a page with topics, years, papers over several pages, and who they write with', async () => {
    const path = pagePath.author('ada-long');
    expect(await textOf(path, 'h1 + .facts')).toContain('61 papers');
    expect(await textOf(path, '.profile')).toMatch(
      /Regret bounds 60 .*2026 3 .*2019 1 57 without a date/,
    );
    expect(await textOf(path, 'aside')).toContain('Émile van der Berg 59');
    const first = (await read(path)).querySelectorAll('.entries > li');
    const second = (await read(pagePath.author('ada-long', 2))).querySelectorAll('.entries > li');
    expect([first.length, second.length]).toEqual([50, 11]);
  });

  it('are one author in all spellings of a name, which the page tells', async () => {
    const page = await textOf(pagePath.author('emile-van-der-berg'), 'main');
    expect(page).toContain('Also written Emile Van der Berg');
    expect(page).toContain('people of one name share this page');
  });

  it('are listed by papers, and below their family names', async () => {
    expect(await textOf(pagePath.authors(), '.names-with-topics')).toMatch(/^ ?Ada Long 61/);
    expect(await textOf(pagePath.authorList('v'), 'main')).toContain('Émile van der Berg');
    expect(await textOf(pagePath.authorList('0'), 'main')).toContain('王伟');
  });
});

describe('the organisations of a site', () => {
  it('are listed with their papers, one for all spellings of a slug', async () => {
    const list = await textOf(pagePath.organizations(), '.names-with-topics');
    expect(list).toMatch(/Acme Labs & <Sons> 2 .*王 Institute 1/);
    const page = await textOf(pagePath.organization('acme-labs'), 'main');
    expect(page).toMatch(
      /2 papers.*Topics.*Regret bounds 2.*Authors of several papers.*Ada Long 2/,
    );
  });
});

describe('a site whose digests name nobody', () => {
  it('has no pages of authors', async () => {
    const files = await listFiles(inject('site').folder);
    expect(files.filter((file) => file.startsWith('authors/'))).toEqual([]);
  });
});
