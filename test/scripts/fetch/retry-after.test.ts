import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../scripts/fetch/retry-after.ts';

const now = Date.parse('2025-11-01T12:00:00Z');

describe('retryAfterMs(headers, now)', () => {
  it.each([
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': ' 120 ' }, 120_000],
    [{ 'retry-after': 'Sat, 01 Nov 2025 12:00:09 GMT' }, 9000],
    [{ 'retry-after': 'Sat, 01 Nov 2025 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'Sat, 71 Nov 2025 11:00:00 GMT' }, null],
    [{ 'retry-after': '-5' }, null],
    [{ 'retry-after': '1.5' }, null],
    [{ 'retry-after': '2025-11-02' }, null],
    [{ ratelimit: '"api";r=0;t=55' }, 55_000],
    // There is something left of that limit, so it is not what the answer is about.
    [{ ratelimit: '"api";r=12;t=55' }, null],
    [{ 'retry-after': '3', ratelimit: '"api";r=0;t=55' }, 3000],
    [{}, null],
  ])('%j → %s', (headers, expected) => {
    expect(retryAfterMs(new Headers(headers as Record<string, string>), now)).toBe(expected);
  });
});
