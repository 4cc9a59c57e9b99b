import type { Problem } from '../input-error.ts';
import type { Digest, DigestNotes, DigestRecord } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { withWarnings } from './digest-warnings.ts';
import type { Drafted } from './paper-draft.ts';

/** Of a file with nothing right in it, enough is said. */
const MOST_PROBLEMS = 1000;
/** As many entries as one file may have, good or bad: 50 MB of them in a few seconds. */
export const MOST_ENTRIES = 250_000;

/** The records of a file and what is wrong in it, as they are read. */
export class RecordList {
  readonly records: DigestRecord[] = [];
  private readonly problems: Problem[] = [];
  private readonly warnings: Problem[] = [];
  private problemCount = 0;
  private entryCount = 0;

  add(drafted: Drafted): void {
    if (drafted.record !== null) this.records.push(drafted.record);
    else this.report(drafted.problem);
  }

  report(problem: Problem): void {
    this.problemCount += 1;
    if (this.problemCount <= MOST_PROBLEMS) this.problems.push(problem);
  }

  warn(warning: Problem): void {
    this.warnings.push(warning);
  }

  /** Counts an entry; false, with a problem, for the first one that is too many: stop there. */
  hasRoomFor(line: number): boolean {
    this.entryCount += 1;
    if (this.entryCount <= MOST_ENTRIES) return true;
    this.problems.push({
      line,
      expected: `at most ${MOST_ENTRIES.toLocaleString('en')} entries in a file`,
      got: 'more of them',
      advice: 'Split the file into several.',
    });
    return false;
  }

  /** The digest. Throws DigestError with it where anything is wrong, or where it has nothing. */
  toDigest(shape: string, notes: DigestNotes): Digest {
    const digest: Digest = withWarnings({ ...notes, shape, records: this.records }, this.warnings);
    if (this.records.length === 0 && this.problems.length === 0) {
      const advice = 'Save the file again with its papers, or remove it.';
      this.report({ line: 1, expected: `papers (${shape})`, got: 'none', advice });
    }
    if (this.problems.length === 0) return digest;
    throw new DigestError([...this.problems, ...this.untold()], digest);
  }

  private untold(): Problem[] {
    const more = this.problemCount - MOST_PROBLEMS;
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
