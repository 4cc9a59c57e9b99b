import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { LocatedProblem } from '../src/core/input-error.ts';
import { mergeRecords } from '../src/core/paper/merge-records.ts';
import type { Candidate } from './find-candidates.ts';
import { type InspectedDigest, inspectDigest, type ReadDigest } from './inspect-digests.ts';
import { collect, type Files, readBytes, visibleFiles } from './read-input.ts';

/** What adding a candidate would do. */
export type Examined = Candidate &
  (
    | { readonly kind: 'good'; readonly digest: InspectedDigest; readonly papers: PaperCounts }
    /** The same bytes are there already, in this file. */
    | { readonly kind: 'same'; readonly as: string }
    | { readonly kind: 'bad' }
  );

/** The distinct papers of a digest. */
export interface PaperCounts {
  readonly all: number;
  /** Those that no digest of the collection has, nor a candidate before this one. */
  readonly new: number;
}

/**
 * Reads candidates and counts what they would bring to a collection. What is wrong with them joins the
 * problems.
 */
export async function examineCandidates(
  candidates: readonly Candidate[],
  collection: readonly ReadDigest[],
  keptAs: ReadonlyMap<string, string>,
  problems: LocatedProblem[],
): Promise<Examined[]> {
  const fileOf = new Map(keptAs);
  const read: (Candidate & { digest: InspectedDigest | null; as: string | null })[] = [];
  for (const candidate of candidates) {
    const hash = hashOf(candidate.bytes);
    const as = fileOf.get(hash) ?? null;
    fileOf.set(hash, as ?? candidate.path);
    const digest = as === null ? await readCandidate(candidate, problems) : null;
    read.push({ ...candidate, digest, as });
  }
  const counts = countPapers(
    collection,
    read.flatMap(({ digest }) => digest ?? []),
  );
  return read.map(({ digest, as, ...candidate }): Examined => {
    if (as !== null) return { ...candidate, kind: 'same', as };
    if (digest === null) return { ...candidate, kind: 'bad' };
    return { ...candidate, kind: 'good', digest, papers: counts.get(digest)! };
  });
}

/** A file of each content below a folder of digests, by the hash of its bytes. */
export async function hashFiles(folder: string, files: Files): Promise<Map<string, string>> {
  const fileOf = new Map<string, string>();
  for (const path of await visibleFiles(folder, files)) {
    // One that can't be read is a problem of the collection, and named there.
    const bytes = await collect([], () => readBytes(join(folder, path), files));
    if (bytes !== null) fileOf.set(hashOf(bytes), join(folder, path));
  }
  return fileOf;
}

async function readCandidate(
  { path, name, bytes, notes }: Candidate,
  problems: LocatedProblem[],
): Promise<InspectedDigest | null> {
  const { digest, problems: found } = await inspectDigest(name, bytes, notes);
  problems.push(...found.map((problem) => ({ path, ...problem })));
  return digest === null || found.length > 0 ? null : { ...digest, path };
}

/** Merges all digests; a paper is new in the first that has it. */
function countPapers(
  collection: readonly ReadDigest[],
  added: readonly InspectedDigest[],
): Map<InspectedDigest, PaperCounts> {
  const keyed = [
    ...collection.map(({ records }, index) => ({ path: `0/${index}`, records })),
    ...added.map(({ records }, index) => ({ path: `1/${index}`, records })),
  ];
  const counts = added.map(() => ({ all: 0, new: 0 }));
  for (const { sources } of mergeRecords(keyed).papers) {
    const digests = new Set(sources.map(({ digest }) => digest));
    const isKnown = [...digests].some((digest) => digest.startsWith('0/'));
    const indices = [...digests]
      .filter((digest) => digest.startsWith('1/'))
      .map((digest) => Number(digest.slice(2)));
    const first = Math.min(...indices);
    for (const index of indices) {
      counts[index]!.all++;
      if (!isKnown && index === first) counts[index]!.new++;
    }
  }
  return new Map(added.map((digest, index) => [digest, counts[index]!]));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
