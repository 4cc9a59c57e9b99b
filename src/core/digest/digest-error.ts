import type { Problem } from '../input-error.ts';

/** All that is wrong in one digest. */
export class DigestError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      problems
        .map(({ line, expected, got }) => `line ${line}: expected ${expected}, got ${got}`)
        .join('\n'),
    );
    this.name = 'DigestError';
    this.problems = problems;
  }
}
