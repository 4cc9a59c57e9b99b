import type { Problem } from '../input-error.ts';
import type { Digest } from './digest.ts';
import { DigestError } from './digest-error.ts';

/** Of a file with nothing right in it, enough is said. */
const MOST_PROBLEMS = 1000;

/** Collects what is wrong in a digest; beyond a thousand problems it only counts them. */
export class ProblemList {
  private readonly problems: Problem[] = [];
  private last: Problem | null = null;
  private more = 0;

  add(problem: Problem): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(problem);
    else {
      this.more += 1;
      this.last = problem;
    }
  }

  get count(): number {
    return this.problems.length + this.more;
  }

  /** The digest, if nothing is wrong; else throws DigestError with all that is, and the digest. */
  finish(digest: Digest): Digest {
    if (this.count === 0) return digest;
    const more = this.more.toLocaleString('en');
    const rest =
      this.last === null ? [] : [{ ...this.last, got: `${this.last.got}, ${more} more` }];
    throw new DigestError([...this.problems, ...rest], digest);
  }
}
