import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { describe, expect, inject, it } from 'vitest';
import { MOST_NAMED } from '../../src/paper/crowd.ts';
import { parseDigest } from '../../src/core/digest/parse-digest.ts';
import { preparePages } from './open-pages.ts';
import { type ApiPaper, type ApiTopic, listFiles, readJsonLines } from './site-files.ts';

const openPage = preparePages();
const seed = inject('site');
const daily = inject('daily');
const readPapers = (folder: string) => readJsonLines<ApiPaper>(join(folder, 'api/papers-1.jsonl'));

describe.each([seed, daily])('the page of a paper without JavaScript, at $address', (site) => {
  it('holds citations that Sheaf itself reads', async () => {
    const [paper] = await readPapers(site.folder);
    const page = await openPage(new URL(paper!.url, site.address).href, {
      javaScriptEnabled: false,
    });
    expect(await page.locator('.citations .copy:visible').count()).toBe(0);
    for (const format of ['BibTeX', 'RIS', 'CSL-JSON']) {
      await page.locator('summary', { hasText: format }).click();
      const text = await page.locator('details[open] pre').last().innerText();
      const { shape, records } = parseDigest('a.txt', new TextEncoder().encode(text), null);
      expect(shape).toBe(format.toLowerCase());
      expect(records).toMatchObject([{ title: paper!.title, arxivId: paper!.arxivId }]);
      expect(records[0]!.authors).toEqual(paper!.authors);
    }
  });

  it('leads through the papers of its topic, from the most typical to the least', async () => {
    const topics = JSON.parse(
      await readFile(join(site.folder, 'api/topics.json'), 'utf8'),
    ) as ApiTopic[];
    const ids = topics.toSorted((one, other) => one.size - other.size)[0]!.papers;
    const pathOf = (id: string) => `${site.base}papers/${id}/`;
    const page = await openPage(new URL(pathOf(ids[0]!), site.address).href, {
      javaScriptEnabled: false,
    });
    const pager = page.getByRole('navigation', { name: /^Paper 1 of / });
    expect(await pager.getByRole('link', { name: 'Previous' }).count()).toBe(0);
    for (const id of ids.slice(1, 4)) {
      await page.getByRole('link', { name: /^Next/ }).click();
      expect(new URL(page.url()).pathname).toBe(pathOf(id));
    }
    await page.getByRole('link', { name: /^Previous/ }).click();
    expect(new URL(page.url()).pathname).toBe(pathOf(ids[2]!));
  });
});

describe('the page of a paper', () => {
  it('copies a citation, and says so', async () => {
    const [paper] = await readPapers(daily.folder);
    const page = await openPage(new URL(paper!.url, daily.address).href, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('summary', { hasText: 'BibTeX' }).click();
    await page.getByRole('button', { name: 'Copy BibTeX' }).click();
    await page.getByRole('status').getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^@\w+\{\w+,\n {2}title = /);
  });

  it('leads from each author to a page that names them', async () => {
    const papers = await readPapers(daily.folder);
    const paper = papers.find(({ authors }) => authors !== null && authors.length > 1)!;
    const html = await readFile(join(daily.folder, 'papers', paper.id, 'index.html'), 'utf8');
    const links = parse(html).querySelectorAll('.authors a');
    expect(links.map(({ text }) => text.trim())).toEqual(paper.authors);
    for (const link of links) {
      const path = new URL(link.getAttribute('href')!, daily.address).pathname;
      const target = join(daily.folder, path.slice(daily.base.length), 'index.html');
      expect(parse(await readFile(target, 'utf8')).text).toContain(link.text.trim());
    }
  });

  it('names the first authors of a crowd, and leads to all of them', async () => {
    const papers = await readPapers(daily.folder);
    const { id, authors } = papers.find((paper) => (paper.authors?.length ?? 0) > 100)!;
    const read = async (...path: string[]) =>
      parse(await readFile(join(daily.folder, 'papers', id, ...path, 'index.html'), 'utf8'));
    const tagsOf = (root: Awaited<ReturnType<typeof read>>) =>
      root.querySelectorAll('meta[name=citation_author]').map((tag) => tag.getAttribute('content'));
    const page = await read();
    expect(tagsOf(page)).toEqual(authors!.slice(0, MOST_NAMED));
    const links = page.querySelectorAll('.authors a');
    expect(links.at(-1)!.getAttribute('href')).toBe(`${daily.base}papers/${id}/authors/`);
    const named = links.slice(0, -1).map(({ text }) => text.trim());
    expect(named).toEqual(authors!.slice(0, named.length));
    expect(links.at(-1)!.text).toBe(`and ${authors!.length - named.length} more`);

    const all = await read('authors');
    expect(tagsOf(all)).toEqual(authors);
    expect(all.querySelectorAll('main ol.name-counts a').map(({ text }) => text.trim())).toEqual(
      authors,
    );
  });

  it('tells programs what to cite, and where it stands itself', async () => {
    const papers = await readPapers(daily.folder);
    const paper = papers.find(({ arxivId }) => arxivId !== null)!;
    const root = parse(
      await readFile(join(daily.folder, 'papers', paper.id, 'index.html'), 'utf8'),
    );
    const hrefOf = (rel: string) => root.querySelector(`link[rel=${rel}]`)?.getAttribute('href');
    expect(hrefOf('cite-as')).toBe(
      paper.doi === null
        ? `https://arxiv.org/abs/${paper.arxivId}`
        : `https://doi.org/${paper.doi}`,
    );
    expect(hrefOf('item')).toBe(`https://arxiv.org/pdf/${paper.arxivId}`);
    expect(hrefOf('canonical')).toMatch(new RegExp(`^https://daily\\.example/.*${paper.id}/$`));
  });
});

describe('formulas', () => {
  it('are set with fonts of the site’s own, on the pages that hold TeX alone', async () => {
    const files = await listFiles(seed.folder);
    const pages = await Promise.all(
      files
        .filter((file) => file.endsWith('.html'))
        .map(async (file) => ({ file, html: await readFile(join(seed.folder, file), 'utf8') })),
    );
    const styled = pages.filter(({ html }) => /<link[^>]*katex\.css/.test(html));
    const set = pages.filter(({ html }) => html.includes('class="katex-html"'));
    expect(set.length).toBeGreaterThan(0);
    expect(styled.map(({ file }) => file)).toEqual(set.map(({ file }) => file));

    const page = await openPage(`${seed.address}${set[0]!.file.replace('index.html', '')}`);
    const formula = page.locator('.abstract .katex-html').first();
    expect(await formula.evaluate((element) => getComputedStyle(element).fontFamily)).toMatch(
      /^KaTeX_Main/,
    );
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return (
        document.fonts.check('1em KaTeX_Main') && document.fonts.check('italic 1em KaTeX_Math')
      );
    });
    expect(loaded).toBe(true);
    // MathML stands beside it for readers of screens, and is not seen.
    const box = await page.locator('.abstract .katex-mathml').first().boundingBox();
    expect(box!.width * box!.height).toBeLessThanOrEqual(4);
  });
});
