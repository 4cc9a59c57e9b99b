import type { Effects } from '../effects.ts';

/** At most `count` requests may begin within `perMs` milliseconds. */
export interface Rate {
  readonly count: number;
  readonly perMs: number;
}

/** Spaces requests so that a source's limit holds, over runs that follow each other too. */
export class RateLimit {
  readonly #rate: Rate;
  /** When the last requests began, the oldest first: milliseconds since 1970. */
  #starts: number[];

  constructor(rate: Rate, earlier: readonly number[] = []) {
    this.#rate = rate;
    this.#starts = [...earlier].sort((a, b) => a - b).slice(-rate.count);
  }

  /** Waits until the next request may begin, and takes it as begun. */
  async pass({ wallClock, sleep }: Pick<Effects, 'wallClock' | 'sleep'>, signal: AbortSignal) {
    const { count, perMs } = this.#rate;
    if (this.#starts.length >= count) {
      const waitMs = this.#starts[0]! + perMs - wallClock();
      // A clock that was set back must not make a run wait for days.
      if (waitMs > 0) await sleep(Math.min(waitMs, perMs), signal);
    }
    this.#starts = [...this.#starts, wallClock()].slice(-count);
  }
}
