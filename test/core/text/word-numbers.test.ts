import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNKNOWN, WordNumbers } from '../../../src/core/text/word-numbers.ts';

describe('WordNumbers', () => {
  it('knows no word at first', () => {
    expect(new WordNumbers().get('graph')).toBe(UNKNOWN);
  });

  it('holds what a Map holds, whatever the words', () => {
    const entries = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.nat()));
    fc.assert(
      fc.property(entries, fc.string(), (pairs, other) => {
        const numbers = new WordNumbers();
        for (const [word, number] of pairs) numbers.set(word, number);
        const map = new Map(pairs);
        for (const word of [...map.keys(), other]) {
          expect(numbers.get(word)).toBe(map.get(word) ?? UNKNOWN);
        }
      }),
    );
  });

  it('keeps all words when it grows', () => {
    const numbers = new WordNumbers();
    for (let number = 0; number < 20_000; number++) numbers.set(`word${number}`, number);
    for (let number = 0; number < 20_000; number++) {
      expect(numbers.get(`word${number}`)).toBe(number);
    }
  });
});
