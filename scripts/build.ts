import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { checkOutputFolder } from './check-output-folder.ts';
import { type SiteData, composeSite } from './compose-site.ts';
import { skippedLines } from './describe-skipped.ts';
import { formatCount } from '../src/format.ts';
import { formatLock } from '../src/core/topics/format-lock.ts';
import type { TopicStage } from '../src/core/topics/model-topics.ts';
import { type Site, WEAK_STABILITY } from '../src/site-data.ts';
import type { Effects } from './effects.ts';
import { nameBuild } from './name-build.ts';
import { readContent } from './read-content.ts';
import { indexPapers } from './index-papers.ts';
import { renderPages } from './render-pages.ts';
import { replaceFolder } from './replace-folder.ts';
import { writeApi, writeSiteData } from './write-data.ts';

/** What `sheaf build` is asked for. */
export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  /** Writes `api/` alone. */
  readonly dataOnly: boolean;
  /** Fits the topics anew instead of going on from those of the build before. */
  readonly refit: boolean;
  /** Leaves out what can't be read of the digests, and says so. */
  readonly skipBad: boolean;
  /** Makes pages that load themselves anew, for `sheaf dev`. */
  readonly live: boolean;
}

/**
 * Builds the site of a content folder. The output folder is replaced when everything has succeeded.
 * Throws ArgumentsError for an output folder that must not be replaced and InputError with all that is
 * wrong in the content; once the signal that `stop` gives has aborted, what it says. Returns the path
 * under which it lives.
 */
export async function buildSite(
  options: BuildOptions,
  effects: Effects,
  stop?: () => AbortSignal,
): Promise<string> {
  const start = effects.now();
  const elapsed = () => `${((effects.now() - start) / 1000).toFixed(1)} s`;
  await checkOutputFolder(options.out, options.content);
  const content = await readContent(options.content, effects, options);
  const data = composeSite(content, {
    ...options,
    today: new Date(effects.wallClock()).toISOString().slice(0, 10),
    onStage: (stage) => {
      effects.progress(`${STAGES[stage]} after ${elapsed()}`);
    },
  });
  logModel(data, effects);
  for (const note of data.notes) effects.log(note);
  // Up to here nothing is begun that would have to be put in order, and nobody waits for a model's end.
  const signal = stop?.();
  signal?.throwIfAborted();
  const write = async (folder: string) => {
    await mkdir(folder, { recursive: true });
    if (!options.dataOnly) await writePages(data, folder, effects, elapsed);
    await writeApi(data, join(folder, 'api'));
  };
  await replaceFolder(resolve(options.out), write, signal);
  effects.log(`${options.out} written after ${elapsed()}`);
  await keepLock(content.lockPath, formatLock(data.lock), effects);
  for (const line of skippedLines(data.site.skipped)) effects.log(line);
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
  effects.progress(`pages rendered after ${elapsed()}`);
  await indexPapers(data.site, data.papers, folder);
  await nameBuild(folder);
}

/** What each stage of the model leaves. */
const STAGES: Record<TopicStage, string> = {
  vectors: 'papers turned into vectors',
  clusters: 'topics found',
  labels: 'topics named',
  related: 'related papers found',
  reasons: 'reasons found',
  map: 'map drawn',
};

/** The site was written, but not the lock that the next build needs. */
export class UnwrittenLockError extends Error {
  constructor(path: string, cause: Error) {
    super(
      `the site was written, but not ${path}: ${cause.message}\n    Make it writable and build again, else topics may change.`,
      { cause },
    );
    this.name = 'UnwrittenLockError';
  }
}

/** Writes the lock where it is another one: nothing need be committed, nor seen by who watches. */
async function keepLock(path: string, text: string, effects: Effects): Promise<void> {
  const before = await effects.readFile(path).catch(() => null);
  if (before !== null && new TextDecoder().decode(before) === text) return;
  try {
    await effects.writeFile(path, text);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw new UnwrittenLockError(path, error);
    throw error;
  }
  effects.log(
    `${path} ${before === null ? 'written' : 'brought up to date'}: commit it, so that topics keep still`,
  );
}

/** Says what was read and how the topics came about. */
function logModel({ site }: SiteData, effects: Effects): void {
  const { model } = site;
  effects.log(
    [
      formatCount(site.digests.length, 'digest'),
      formatCount(site.recordCount, 'record'),
      formatCount(site.paperCount, 'distinct paper'),
      `${formatCount(site.mergedCount, 'record')} merged`,
    ].join(', '),
  );
  const disagreements = Object.entries(site.disagreements).filter(([, papers]) => papers > 0);
  if (disagreements.length > 0) {
    const fields = disagreements.map(
      ([field, papers]) => `${field} of ${formatCount(papers, 'paper')}`,
    );
    effects.log(`records disagree, see api/disagreements.jsonl: ${fields.join(', ')}`);
  }
  effects.log(
    `${formatCount(model.terms, 'term')}, ${formatCount(model.dimensions, 'dimension')}, ${formatCount(model.runs, 'run')} of k-means, seed ${model.seed}`,
  );
  effects.log(`${formatCount(site.topics.length, 'topic')} (${reasonOf(site)}):`);
  for (const { label, papers, stability } of site.topics) {
    const weak =
      stability !== null && stability < WEAK_STABILITY ? `, weak: ${stability.toFixed(2)}` : '';
    effects.log(`  ${papers.length} ${label}${weak}`);
  }
  for (const { label, topics } of site.areas)
    effects.log(`  ${label}: ${formatCount(topics.length, 'topic')}`);
  if (model.drift !== null) logDrift(model.drift, effects);
}

function logDrift(
  { agreement, needsRefit }: NonNullable<Site['model']['drift']>,
  effects: Effects,
): void {
  effects.log(
    `kept from the build before; agreement with topics from scratch ${agreement.toFixed(2)}`,
  );
  if (needsRefit) {
    effects.log('the collection has outgrown its topics: fit them anew with sheaf build --refit');
  }
}

function reasonOf({ model, topics, retired }: Site): string {
  const { asked, drift } = model;
  if (asked === topics.length) return 'set in site.yaml';
  const isFewer = retired.some(({ kind }) => kind === 'topic');
  const merged = isFewer ? 'some were merged or ended' : 'no more can be told apart';
  const wish = asked === null ? '' : `site.yaml asks for ${asked}; ${merged}`;
  if (drift === null) return wish || 'those that come back from other seeds';
  return `going on from the build before${wish && `; ${wish}`}`;
}
