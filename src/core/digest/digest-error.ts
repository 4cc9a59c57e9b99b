import type { Problem } from '../input-error.ts';
import type { Digest } from './digest.ts';

/** All that is wrong in one digest: one problem for each record that is left out. */
export class DigestError extends Error {
  readonly problems: readonly Problem[];
  /** The digest less its bad records; null where nothing could be read. */
  readonly rest: Digest | null;

  constructor(problems: readonly Problem[], rest: Digest | null = null) {
    super(
      problems
        .map(({ line, expected, got }) => `line ${line}: expected ${expected}, got ${got}`)
        .join('\n'),
    );
    this.name = 'DigestError';
    this.problems = problems;
    this.rest = rest;
  }
}
