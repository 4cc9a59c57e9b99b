import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pagePath } from '../../src/page-paths.ts';

/** A page that is measured, and what it is called in a report. */
export interface TypicalPage {
  readonly name: string;
  /** Below the site's base. */
  readonly path: string;
}

/** The pages of a built site that are measured: one of each kind that readers come for. */
export async function typicalPages(folder: string): Promise<TypicalPage[]> {
  const topics = JSON.parse(await readFile(join(folder, 'api/topics.json'), 'utf8')) as {
    id: string;
    papers: string[];
  }[];
  const largest = topics.toSorted((a, b) => b.papers.length - a.papers.length)[0]!;
  const pages = [
    { name: 'home', path: pagePath.home() },
    { name: 'topic', path: pagePath.topic(largest.id) },
    { name: 'paper', path: pagePath.paper(largest.papers[0]!) },
    { name: 'search', path: pagePath.search() },
    { name: 'map', path: pagePath.map() },
  ];
  await Promise.all(pages.map(({ path }) => access(join(folder, path, 'index.html'))));
  return pages;
}
