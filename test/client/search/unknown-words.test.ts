import { describe, expect, it } from 'vitest';
import { hasDoubtfulWord, unknownWords } from '../../../src/client/search/unknown-words.ts';

describe('unknownWords(query, texts)', () => {
  it('names words of which no text has the first letters', () => {
    expect(unknownWords('zzyzx learned Fréchet', ['Learning by frechet'])).toEqual(['zzyzx']);
    expect(unknownWords('“model', ['a model'])).toEqual([]);
  });
});

describe('hasDoubtfulWord(query, found)', () => {
  it.each(['transformer', 'transform', 'transforms', 'TRANSFORMATION', 'transformed'])(
    'does not doubt %s where a form of it was found',
    (word) => {
      expect(hasDoubtfulWord(word, ['Transformers, and'])).toBe(false);
    },
  );

  it.each(['transformr', 'difusion', 'learning theroy'])('doubts %s', (query) => {
    expect(hasDoubtfulWord(query, ['transformers', 'diffusion', 'learning theory'])).toBe(true);
  });
});
