import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { realEffects } from '../../scripts/effects.ts';
import { indexPapers } from '../../scripts/index-papers.ts';
import { readContent } from '../../scripts/read-content.ts';
import { parsePaper, setText } from '../../scripts/set-text.ts';
import { mergeRecords } from '../../src/core/paper/merge-records.ts';
import { parseWebAddress } from '../../src/core/web-address.ts';
import type { PaperPage, Site } from '../../src/site-data.ts';

const CORPUS = fileURLToPath(
  new URL('../../../shared/corpora/hf-daily-2024-2026.tar.xz', import.meta.url),
);
const run = promisify(execFile);

/** Whether the collection lies beside the project, and can be unpacked: a clone by itself has none. */
export const hasTwoYears = existsSync(CORPUS) && spawnSync('xz', ['--version']).status === 0;

/**
 * Makes of a built site one that searches two years of digests in place of its own papers, in a folder of
 * which nothing is there yet: the whole collection as a reader searches it, without the minutes that its
 * topics and pages take. Returns its papers, which are all of one topic.
 */
export async function indexTwoYears(site: string, folder: string): Promise<PaperPage[]> {
  const content = `${folder}-content`;
  await mkdir(content, { recursive: true });
  await run('tar', ['-xJf', CORPUS, '-C', content]);
  await rename(join(content, 'hf-daily'), join(content, 'digests'));
  await writeFile(join(content, 'site.yaml'), 'title: Two years\n');
  const { digests } = await readContent(content, realEffects, { skipBad: true, refit: false });
  const merged = mergeRecords(digests).papers;
  const papers = merged.map((paper) => ({
    ...paper,
    ...setText(parsePaper(paper)),
    code: parseWebAddress(paper.code ?? '')?.href ?? null,
    topic: 'all',
  })) as unknown as PaperPage[];
  await cp(site, folder, {
    recursive: true,
    filter: (path) => !/[/\\](?:papers|pagefind|api)$/.test(path),
  });
  const mark = { color: 0, shape: 0 };
  const topics = [{ id: 'all', label: 'All', area: null, mark }];
  const described = { language: 'en', topics, areas: [], digests: [] } as unknown as Site;
  await indexPapers(described, papers, folder);
  return papers;
}
