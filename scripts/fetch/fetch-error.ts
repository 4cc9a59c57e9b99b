/** Why something could not be fetched, and what to do. */
interface Reason {
  /** What was wrong, without the address. */
  readonly got: string;
  /** What to do about it, as a sentence. */
  readonly advice: string;
  /** Whether the same request may do better later. */
  readonly isPassing?: boolean;
  /** How long the source itself asks to wait, in milliseconds. */
  readonly waitMs?: number | null;
}

/** One answer that could not be had, or that is not what it should be. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly isPassing: boolean;
  readonly waitMs: number | null;
  readonly got: string;
  readonly advice: string;

  constructor({ got, advice, isPassing = false, waitMs = null }: Reason, cause?: unknown) {
    // Words of a source must not steer the operator's terminal.
    const words = got.replace(/\p{Cc}/gu, ' ');
    super(`${words}\n    ${advice}`, { cause });
    this.got = words;
    this.advice = advice;
    this.isPassing = isPassing;
    this.waitMs = waitMs;
  }
}

/** The end of a run in which something could not be fetched: all of it, in words for the operator. */
export class IncompleteFetchError extends Error {
  override readonly name = 'IncompleteFetchError';
}
