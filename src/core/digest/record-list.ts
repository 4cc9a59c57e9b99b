import type { Problem } from '../input-error.ts';
import type { Digest, DigestNotes, DigestRecord } from './digest.ts';
import { withWarnings } from './digest-warnings.ts';
import type { Drafted } from './paper-draft.ts';
import { ProblemList } from './problem-list.ts';

/** As many entries as one file may have, good or bad: 50 MB of them in a few seconds. */
export const MOST_ENTRIES = 250_000;

/** The records of a file and what is wrong in it, as they are read. */
export class RecordList {
  readonly records: DigestRecord[] = [];
  private readonly problems = new ProblemList();
  private readonly warnings: Problem[] = [];
  private readonly most: number;
  private entryCount = 0;

  /** A list with room for so many entries, good or bad. */
  constructor(most = MOST_ENTRIES) {
    this.most = most;
  }

  add(drafted: Drafted): void {
    if (drafted.record !== null) this.records.push(drafted.record);
    else this.report(drafted.problem);
  }

  report(problem: Problem): void {
    this.problems.add(problem);
  }

  warn(warning: Problem): void {
    this.warnings.push(warning);
  }

  /** Counts an entry; false, with a problem, for the first one that is too many: stop there. */
  hasRoomFor(line: number): boolean {
    this.entryCount += 1;
    if (this.entryCount <= this.most) return true;
    this.report({
      line,
      expected: `at most ${this.most.toLocaleString('en')} entries in a file`,
      got: 'more of them',
      advice: 'Split the file into several of fewer entries.',
    });
    return false;
  }

  /** The digest. Throws DigestError with it where anything is wrong, or where it has nothing. */
  toDigest(shape: string, notes: DigestNotes): Digest {
    this.problems.wantRecords(this.records, `papers (${shape})`);
    const digest = { ...notes, shape, records: this.records };
    return this.problems.finish(withWarnings(digest, this.warnings));
  }
}
