import { threadId } from 'node:worker_threads';

/** Parts for the tests of `runParts`, which count themselves in `done`. */
export interface CountedParts {
  readonly done: Uint32Array;
  /** The thread that asks for the parts. */
  readonly asking: number;
}

/** Waits a moment, so that other threads have the time to start. */
export function countPart({ done }: CountedParts, part: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
  Atomics.add(done, part, 1);
}

/** Notes in which thread the part was done, 1 more than its number. */
export function noteThread({ done }: CountedParts, part: number): void {
  countPart({ done, asking: 0 }, part);
  done[part] = threadId + 1;
}

/** Fails in all threads but the one that asks. */
export function failElsewhere(parts: CountedParts, part: number): void {
  if (threadId !== parts.asking) throw new RangeError(`part ${part} failed`);
  countPart(parts, part);
}

export function failEverywhere(_: CountedParts, part: number): void {
  throw new RangeError(`part ${part} failed`);
}
