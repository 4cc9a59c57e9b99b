import { threadId } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { PartFunction } from '../../src/core/crew.ts';
import { runParts, sharedIntegers } from '../../src/core/run-parts.ts';
import {
  type CountedParts,
  countPart,
  failElsewhere,
  failEverywhere,
  noteThread,
} from './part-tasks.ts';

const MODULE = new URL('./part-tasks.ts', import.meta.url).href;

function run(work: PartFunction<CountedParts>, parts: number, threads: number): number[] {
  const input: CountedParts = { done: sharedIntegers(parts), asking: threadId };
  runParts(work, { module: MODULE, input, parts, threads });
  return [...input.done];
}

describe('runParts(work, options)', () => {
  it.each([1, 2, 3])(
    'does each part once in %i threads, and returns when all are done',
    (threads) => {
      for (const parts of [0, 1, 2, 50]) {
        expect(run(countPart, parts, threads)).toEqual(Array(parts).fill(1));
      }
    },
  );

  it('leaves parts to other threads', () => {
    expect(new Set(run(noteThread, 300, 2)).size).toBe(2);
    expect(new Set(run(noteThread, 10, 1)).size).toBe(1);
  });

  it('throws what a part throws, here or in another thread', () => {
    expect(() => run(failEverywhere, 3, 1)).toThrow(new RangeError('part 0 failed'));
    expect(() => run(failEverywhere, 3, 2)).toThrow(RangeError);
    // This thread alone would need five seconds.
    const elsewhere = () => run(failElsewhere, 1000, 2);
    expect(elsewhere).toThrow(RangeError);
    expect(elsewhere).toThrow(/^part \d+ failed$/);
  });

  it('throws where another thread cannot load the module', () => {
    const input: CountedParts = { done: sharedIntegers(1000), asking: threadId };
    const options = { module: `${MODULE}.missing`, input, parts: 1000, threads: 2 };
    expect(() => runParts(countPart, options)).toThrow(/part-tasks\.ts\.missing/);
  });
});
