import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { newestFirst } from '../src/time/newest-papers.ts';
import { SEARCH_FILES } from '../src/search/search-data.ts';
import { pagePath } from '../src/page-paths.ts';
import type { PaperPage, Site } from '../src/site-data.ts';
import { searchPage } from './search-text.ts';
import { digestFacet, organizationFacet, searchTable, searchVocabulary } from './search-table.ts';

/** Writes what the search needs, no more than the pages offer, below the folder of a site. Throws Error where Pagefind fails. */
export async function indexPapers(
  site: Site,
  papers: readonly PaperPage[],
  outFolder: string,
): Promise<void> {
  // Pagefind numbers pages in the order in which they come.
  const rows = newestFirst(papers);
  await writeIndex(site, rows, join(outFolder, 'pagefind'));
  await writeTables(site, rows, join(outFolder, pagePath.search()));
}

async function writeIndex(
  site: Site,
  rows: readonly PaperPage[],
  outputPath: string,
): Promise<void> {
  const { index, errors } = await createIndex({
    maxFragments: maxFragments(rows.length),
    includeCharacters: '^_{}',
  });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  try {
    for (const paper of rows) {
      const page = {
        url: `/${pagePath.paper(paper.id)}`,
        content: searchPage(paper, site.language),
      };
      refuseErrors(await index.addHTMLFile(page));
    }
    refuseErrors(await index.writeFiles({ outputPath }));
    await removeWidgets(outputPath);
  } finally {
    await close();
  }
}

/** Takes away Pagefind's own boxes, marks and thread (430 kB), of which the search loads none. */
async function removeWidgets(folder: string): Promise<void> {
  const names = await readdir(folder);
  const widgets = names.filter((name) => /^pagefind-.*\.(?:css|js)$/.test(name));
  await Promise.all(widgets.map((name) => rm(join(folder, name))));
}

/**
 * A file a paper, of which a reader loads those of the first results alone: 35 kB less than in files of
 * nine papers. Beyond 10,000 papers there would be too many files for a host, and a tenth has to do.
 */
function maxFragments(papers: number): number {
  return Math.max(10_000, Math.round(papers / 10));
}

function refuseErrors({ errors }: { errors: string[] }): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

async function writeTables(site: Site, rows: readonly PaperPage[], folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write(SEARCH_FILES.table, JSON.stringify(searchTable(site, rows)));
  const organizations = organizationFacet(rows);
  if (organizations.length > 0)
    await write(SEARCH_FILES.organization, JSON.stringify(organizations));
  if (site.digests.length > 1)
    await write(SEARCH_FILES.digest, JSON.stringify(digestFacet(site, rows)));
  const upvotes = rows.map((paper) => paper.upvotes);
  if (upvotes.some((count) => count !== null))
    await write(SEARCH_FILES.upvotes, JSON.stringify(upvotes));
  // What a single paper of many has may be a slip of the pen itself.
  const leastPapers = rows.length > 2000 ? 2 : 1;
  await write(SEARCH_FILES.vocabulary, searchVocabulary(rows, leastPapers).join('\n'));
}
