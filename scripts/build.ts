import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkOutputFolder } from './check-output-folder.ts';
import { type SiteData, composeSite } from './compose-site.ts';
import { formatCount } from '../src/format.ts';
import type { Site } from '../src/site-data.ts';
import type { Effects } from './effects.ts';
import { readContent } from './read-content.ts';
import { indexPages, renderPages } from './render-pages.ts';
import { replaceFolder } from './replace-folder.ts';
import { writeApi, writeSiteData } from './write-data.ts';

/** What `sheaf build` is asked for. */
export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  /** Writes `api/` alone. */
  readonly dataOnly: boolean;
  /** Makes pages that load themselves anew, for `sheaf dev`. */
  readonly live: boolean;
}

/**
 * Builds the site of a content folder. The output folder is replaced when everything has succeeded.
 * Throws ArgumentsError for an output folder that must not be replaced and InputError with all that is
 * wrong in the content; once `signal` has aborted, what it says. Returns the path under which it lives.
 */
export async function buildSite(
  options: BuildOptions,
  effects: Effects,
  signal?: AbortSignal,
): Promise<string> {
  const start = effects.now();
  const elapsed = () => `${((effects.now() - start) / 1000).toFixed(1)} s`;
  await checkOutputFolder(options.out, options.content);
  const content = await readContent(options.content, effects);
  const data = composeSite(content, options.live);
  logModel(data, effects);
  effects.log(`topics ready after ${elapsed()}`);
  signal?.throwIfAborted();
  const write = async (folder: string) => {
    await mkdir(folder, { recursive: true });
    if (!options.dataOnly) await writePages(data, folder, effects, elapsed);
    await writeApi(data, join(folder, 'api'));
  };
  await replaceFolder(resolve(options.out), write, signal);
  effects.log(`${options.out} written after ${elapsed()}`);
  return data.site.base;
}

async function writePages(
  data: SiteData,
  folder: string,
  effects: Effects,
  elapsed: () => string,
): Promise<void> {
  const dataFolder = join(folder, '..', 'data');
  await writeSiteData(data, dataFolder);
  await renderPages(data.site, dataFolder, folder);
  effects.log(`pages rendered after ${elapsed()}`);
  await indexPages(folder, data.papers.length);
}

/** Says what was read and how the number of topics came about. */
function logModel({ site }: SiteData, effects: Effects): void {
  const { model } = site;
  effects.log(
    [
      formatCount(site.digests.length, 'digest'),
      formatCount(site.recordCount, 'record'),
      formatCount(site.paperCount, 'distinct paper'),
    ].join(', '),
  );
  effects.log(
    `${formatCount(model.terms, 'term')}, ${formatCount(model.dimensions, 'dimension')}, ${model.runs} k-means runs, seed ${model.seed}`,
  );
  effects.log(`${formatCount(site.topics.length, 'topic')} (${reasonOf(site)}):`);
  for (const { label, papers } of site.topics) effects.log(`  ${papers.length} ${label}`);
}

function reasonOf({ model, topics }: Site): string {
  if (model.asked === null) return 'clusters that come back';
  if (model.asked === topics.length) return 'set in site.yaml';
  return `site.yaml asks for ${model.asked}; no more can be told apart`;
}
