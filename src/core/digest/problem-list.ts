import type { Problem } from '../input-error.ts';
import type { Digest, DigestRecord } from './digest.ts';
import { DigestError } from './digest-error.ts';

/** Of a file with nothing right in it, enough is said. */
const MOST_PROBLEMS = 1000;

/** Collects what is wrong in a digest; beyond a thousand problems it only counts them. */
export class ProblemList {
  private readonly problems: Problem[] = [];
  private count = 0;

  add(...problems: readonly Problem[]): void {
    for (const problem of problems) {
      this.count += 1;
      if (this.count <= MOST_PROBLEMS) this.problems.push(problem);
    }
  }

  /** How many there are, told or only counted. */
  get size(): number {
    return this.count;
  }

  /** Adds a problem where a file has no records and nothing yet says why. */
  wantRecords(records: readonly DigestRecord[], expected: string, got = 'none'): void {
    if (records.length > 0 || this.count > 0) return;
    const advice = 'Save the digest again with its papers, or remove the file.';
    this.add({ line: 1, expected, got, advice });
  }

  /** The digest, if nothing is wrong; else throws DigestError with all that is, and the digest. */
  finish(digest: Digest): Digest {
    if (this.count === 0) return digest;
    throw new DigestError([...this.problems, ...this.untold()], digest);
  }

  private untold(): Problem[] {
    const more = this.count - MOST_PROBLEMS;
    if (more <= 0) return [];
    return [
      {
        line: this.problems.at(-1)!.line,
        expected: `at most ${MOST_PROBLEMS.toLocaleString('en')} problems`,
        got: `${more.toLocaleString('en')} more`,
        advice: 'Correct these first, and run it again to see the others.',
      },
    ];
  }
}
