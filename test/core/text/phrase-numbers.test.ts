import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseNumbers } from '../../../src/core/text/phrase-numbers.ts';
import { stemNumberOf } from '../../../src/core/text/tokenize.ts';

const stems = Array.from({ length: 90 }, (_, at) => `stem${at}`);
const numbers = stems.map(stemNumberOf);

describe('PhraseNumbers', () => {
  it('gives a phrase one number and no other phrase the same, and knows its stems', () => {
    const phrase = fc.array(fc.nat(3), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(phrase), (phrases) => {
        const phraseNumbers = new PhraseNumbers();
        const known = new Map<number, string>();
        for (const places of phrases) {
          const number = phraseNumbers.numberOf(places.map((place) => numbers[place]!));
          const words = places.map((place) => stems[place]!);
          expect(phraseNumbers.stemsOf(number)).toEqual(words);
          expect(known.get(number) ?? words.join(' ')).toBe(words.join(' '));
          known.set(number, words.join(' '));
        }
        expect(new Set(known.values()).size).toBe(known.size);
      }),
    );
  });

  it('keeps all phrases when it grows', () => {
    const phraseNumbers = new PhraseNumbers();
    const triples = numbers.flatMap((a) => numbers.flatMap((b) => [[a, b, a], [b, a, a]])); // prettier-ignore
    const first = triples.map((triple) => phraseNumbers.numberOf(triple));
    expect(triples.map((triple) => phraseNumbers.numberOf(triple))).toEqual(first);
    expect(new Set(first).size).toBe(new Set(triples.map((triple) => triple.join())).size);
  });
});
