import { describe, expect, it } from 'vitest';
import { PairNumbers } from '../../../src/core/text/pair-numbers.ts';

describe('PairNumbers.numberOf(first, second, next)', () => {
  it('gives a new pair the next number and a known one its own', () => {
    const numbers = new PairNumbers();
    expect(numbers.numberOf(1, 2, 7)).toBe(7);
    expect(numbers.numberOf(2, 1, 8)).toBe(8);
    expect(numbers.numberOf(1, 2, 9)).toBe(7);
  });

  it('keeps every pair while it grows', () => {
    const numbers = new PairNumbers();
    const pairs = Array.from({ length: 10_000 }, (_, i) => [i % 101, i * 65_537] as const);
    pairs.forEach(([a, b], i) => numbers.numberOf(a, b, i));
    expect(pairs.every(([a, b], i) => numbers.numberOf(a, b, -2) === i)).toBe(true);
  });
});
