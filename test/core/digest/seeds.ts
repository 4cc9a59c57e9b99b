import { readFileSync } from 'node:fs';
import type { Digest, DigestNotes } from '../../../src/core/digest/digest.ts';
import { DigestError } from '../../../src/core/digest/digest-error.ts';
import { parseDigest } from '../../../src/core/digest/parse-digest.ts';
import type { Problem } from '../../../src/core/input-error.ts';

/** The collection that the project began with: two compact dumps and a spaced one. */
export const SEEDS = {
  conditioning: '000_85217d1ccac5de9a.txt',
  markov: '001_ee57d4caadcd0975.txt',
  gradients: '002_beecdf11677fe123.txt',
} as const;

export const seedNames: readonly string[] = Object.values(SEEDS);

export function seedText(name: string): string {
  return readFileSync(new URL(`../../../content/digests/${name}`, import.meta.url), 'utf8');
}

export function parseText(
  text: string,
  name = 'digest.txt',
  sidecar: DigestNotes | null = null,
): Digest {
  return parseDigest(name, new TextEncoder().encode(text), sidecar);
}

/** The problems of a DigestError that `step` throws; none when it throws nothing. */
export function problemsOf(step: () => unknown): readonly Problem[] {
  try {
    step();
    return [];
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    return error.problems;
  }
}

/** An abstract of more characters than any title has. */
export const ABSTRACT =
  'Readers of newsletters leave them for many reasons, and few of these are ever written down. ' +
  'We follow 1,204 readers over two years and ask each of them every month what they opened. ' +
  'Interest fades by halves every seven weeks, whatever the letter is about or who writes it. ' +
  'A letter that names its sources is kept for twice as long as one that does not name them.';
