import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate/node';
import { parse } from 'node-html-parser';
import { describe, expect, inject, it } from 'vitest';
import { listFiles } from './site-files.ts';

const seedSites = [inject('site'), inject('siteUnderPath')];
const sites = [...seedSites, inject('siteOfAreas'), inject('daily')];

describe.each(sites)('the pages under $base', ({ folder, base }) => {
  it('link only to pages and files that exist, by id too', async () => {
    const files = new Set(await listFiles(folder));
    const broken: string[] = [];
    const ids = new Map<string, Set<string>>();
    for (const { file, root } of await readPages(folder)) {
      ids.set(file, new Set(root.querySelectorAll('[id]').map((element) => element.id)));
    }
    for (const { file, root } of await readPages(folder)) {
      for (const reference of internalReferences(root)) {
        const url = new URL(reference, `https://example.org${base}${file}`);
        const path = decodeURIComponent(url.pathname);
        const target = path.startsWith(base) ? fileOf(path.slice(base.length)) : null;
        const hasId =
          url.hash === '' || (target !== null && ids.get(target)?.has(url.hash.slice(1)));
        if (target === null || !files.has(target) || !hasId) broken.push(`${file}: ${reference}`);
      }
    }
    expect(broken).toEqual([]);
  });

  it('load nothing from another host', async () => {
    for (const { file, root } of await readPages(folder)) {
      // What links of these kinds name is for programs to follow; no browser loads it.
      const named = ['canonical', 'cite-as', 'type', 'item', 'describedby']
        .map((rel) => `:not([rel=${rel}])`)
        .join('');
      const loaded = root.querySelectorAll(`[src], link[href]${named}`);
      const foreign = loaded
        .map((element) => element.getAttribute('src') ?? element.getAttribute('href') ?? '')
        .filter((address) => /^(?:[a-z]+:)?\/\//i.test(address));
      expect(foreign, file).toEqual([]);
    }
  });

  it('have one main heading, a language, a description and landmarks', async () => {
    for (const { file, root } of await readPages(folder)) {
      expect(root.querySelectorAll('h1').length, file).toBe(1);
      expect(root.querySelector('html')?.getAttribute('lang'), file).toBe('en');
      expect(
        root.querySelector('meta[name=description]')?.getAttribute('content'),
        file,
      ).toBeTruthy();
      for (const landmark of ['header', 'nav', 'main', 'footer']) {
        expect(root.querySelector(landmark), `${file}: ${landmark}`).not.toBeNull();
      }
    }
  });

  it('are valid HTML', async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    for (const { file, html } of await readPages(folder)) {
      const report = await validator.validateString(html, join(process.cwd(), 'dist', file));
      const messages = report.results.flatMap((result) => result.messages);
      expect(
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
        file,
      ).toEqual([]);
    }
  });
});

describe.each(seedSites)('the pages of papers under $base', ({ folder }) => {
  it('tell reference managers only what is known', async () => {
    const pages = await readPages(folder);
    const papers = pages.filter(({ file }) => file.startsWith('papers/'));
    expect(papers).toHaveLength(457);
    for (const { file, root } of papers) {
      const names = root
        .querySelectorAll('meta[name^=citation_]')
        .map((meta) => meta.getAttribute('name'));
      expect(names, file).toContain('citation_title');
      expect(names, file).not.toContain('citation_author');
      expect(names, file).not.toContain('citation_doi');
      const article: unknown = JSON.parse(
        root.querySelector('script[type="application/ld+json"]')?.text ?? '',
      );
      expect(article, file).toMatchObject({ '@type': 'ScholarlyArticle' });
      expect(article, file).not.toHaveProperty('author');
    }
  });
});

interface ReadPage {
  readonly file: string;
  readonly html: string;
  readonly root: ReturnType<typeof parse>;
}

const cache = new Map<string, ReadPage[]>();

async function readPages(folder: string): Promise<ReadPage[]> {
  const cached = cache.get(folder);
  if (cached !== undefined) return cached;
  const files = (await listFiles(folder)).filter((file) => file.endsWith('.html'));
  const pages = await Promise.all(
    files.map(async (file) => {
      const html = await readFile(join(folder, file), 'utf8');
      return { file, html, root: parse(html) };
    }),
  );
  cache.set(folder, pages);
  return pages;
}

/** Everything in a page that names another page or file of the site. */
function internalReferences(root: ReadPage['root']): string[] {
  return root
    .querySelectorAll('[href], [src], [action], [data-bundle], [data-topics]')
    .flatMap((element) =>
      ['href', 'src', 'action', 'data-bundle', 'data-topics'].map((name) =>
        element.getAttribute(name),
      ),
    )
    .filter((reference) => reference !== undefined)
    .filter((reference) => !/^(?:https?:|mailto:)/.test(reference));
}

/** The file that a host answers a path with. */
function fileOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
