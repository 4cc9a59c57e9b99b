import { threadId } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { Crew } from '../../src/core/crew.ts';
import { sharedIntegers } from '../../src/core/run-parts.ts';
import { type CountedParts, countPart, failEverywhere, noteThread } from './part-tasks.ts';

const MODULE = new URL('./part-tasks.ts', import.meta.url).href;

function crewOf(parts: number, threads: number) {
  const input: CountedParts = { done: sharedIntegers(parts), asking: threadId };
  const tasks = [countPart, noteThread, failEverywhere];
  return { done: input.done, crew: new Crew({ module: MODULE, tasks, input, threads }) };
}

describe('Crew(options)', () => {
  it.each([1, 2, 3])('does one task after the other in %i threads', (threads) => {
    const { done, crew } = crewOf(50, threads);
    for (const parts of [50, 0, 1, 20]) crew.do(countPart, parts);
    crew.dismiss();
    expect([...done]).toEqual([3, ...Array<number>(19).fill(2), ...Array<number>(30).fill(1)]);
  });

  it('keeps its threads from task to task', () => {
    const { done, crew } = crewOf(300, 2);
    crew.do(noteThread, 300);
    const first = new Set(done);
    crew.do(noteThread, 300);
    crew.dismiss();
    expect(first.size).toBe(2);
    expect(new Set(done)).toEqual(first);
  });

  it('throws what a part throws, and does no other part', () => {
    const { crew } = crewOf(3, 2);
    crew.do(countPart, 3);
    expect(() => {
      crew.do(failEverywhere, 3);
    }).toThrow(RangeError);
  });
});
