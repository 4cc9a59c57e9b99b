import { join } from 'node:path';
import { digestShapes } from '../src/core/digest/digest-shapes.ts';
import { formatProblem, InputError } from '../src/core/input-error.ts';
import { mergeRecords } from '../src/core/paper/merge-records.ts';
import { formatCount, formatPercent } from '../src/format.ts';
import type { Effects } from './effects.ts';
import { type InspectedDigest, locateSkipped } from './inspect-digests.ts';
import { inspectContent } from './read-content.ts';

/**
 * Reads all of a content folder as a build does, and says which shape each digest was taken for.
 * Throws one InputError with all that is wrong; writes nothing.
 */
export async function checkContent(
  { content: folder }: { readonly content: string },
  effects: Effects,
): Promise<void> {
  const { digests, skipped, problems, lockProblems } = await inspectContent(folder, effects);
  for (const digest of digests) {
    const path = join(folder, 'digests', digest.path);
    effects.log(`${path}: ${describe(digest)}`);
    for (const warning of digest.warnings ?? []) {
      effects.log(`warning: ${formatProblem({ ...warning, path })}`);
    }
  }
  explainShapes(digests, effects);
  const papers = mergeRecords(digests).papers.length;
  effects.log(`${formatCount(digests.length, 'digest')}, ${formatCount(papers, 'distinct paper')}`);
  const bad = locateSkipped(join(folder, 'digests'), skipped);
  const all = [...problems, ...bad, ...lockProblems];
  if (all.length > 0) throw new InputError(all);
  effects.log(`nothing is wrong in ${folder}`);
}

/** Says of each shape that was taken what a text must look like for that. */
function explainShapes(digests: readonly InspectedDigest[], effects: Effects): void {
  const taken = new Set(digests.map(({ shape }) => shape));
  if (taken.size === 0) return;
  effects.log('shapes are taken by what a file looks like:');
  for (const { name, looksLike } of digestShapes) {
    if (taken.has(name)) effects.log(`  ${name}: ${looksLike}`);
  }
}

function describe({ shape, certainty, date, records }: InspectedDigest): string {
  const sure = certainty === null ? 'with bad records' : `${formatPercent(certainty)} sure`;
  return [shape, sure, formatCount(records.length, 'record'), date ?? 'no day known'].join(', ');
}
