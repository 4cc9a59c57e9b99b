import { describe, expect, it } from 'vitest';
import { huggingFaceSource } from '../../../scripts/fetch/hugging-face-source.ts';
import { RateLimit } from '../../../scripts/fetch/rate-limit.ts';

const signal = new AbortController().signal;

/** A clock that only pauses move. */
function clockAt(start: number) {
  const time = { now: start };
  const wallClock = () => time.now;
  const sleep = (ms: number) => {
    time.now += ms;
    return Promise.resolve();
  };
  return { time, wallClock, sleep };
}

/** Takes so many turns, and returns when each one came. */
async function turns(limit: RateLimit, count: number, clock: ReturnType<typeof clockAt>) {
  const starts: number[] = [];
  for (let turn = 0; turn < count; turn++) {
    await limit.pass(clock, signal);
    starts.push(clock.time.now);
  }
  return starts;
}

describe('RateLimit.pass()', () => {
  it('lets no window of five minutes have more than 450 requests of Hugging Face', async () => {
    const { rate } = huggingFaceSource;
    const starts = await turns(new RateLimit(rate), 1000, clockAt(0));
    expect(rate).toEqual({ count: 450, perMs: 300_000 });
    expect(starts[449]).toBe(0);
    expect(starts.slice(450).every((at, index) => at - starts[index]! >= 300_000)).toBe(true);
  });

  it('counts the requests of runs before', async () => {
    const limit = new RateLimit({ count: 2, perMs: 1000 }, [900, 500]);
    expect(await turns(limit, 3, clockAt(1000))).toEqual([1500, 1900, 2500]);
  });

  it('waits once at most where the clock was set back', async () => {
    const limit = new RateLimit({ count: 1, perMs: 3000 }, [9e12]);
    expect(await turns(limit, 2, clockAt(0))).toEqual([3000, 6000]);
  });
});
