import { describe, expect, it } from 'vitest';
import { singularOf } from '../../../src/core/text/natural.ts';
import { academicStems, genericStems, stopWords } from '../../../src/core/text/stop-words.ts';

describe('stopWords', () => {
  it('has only words in lower case without white space', () => {
    const wrong = [...stopWords].filter(
      (word) => word !== word.toLowerCase() || /\s|^$/.test(word),
    );
    expect(wrong).toEqual([]);
  });

  it.each(['the', 'we', 'however', 'using', 'via', 'et', 'al'])('has %s', (word) => {
    expect(stopWords.has(word)).toBe(true);
  });

  it.each(['graph', 'kernel', 'neural', 'diffusion', 'learning', 'model'])('lacks %s', (word) => {
    expect(stopWords.has(word)).toBe(false);
  });
});

describe('academicStems', () => {
  it.each(['propose', 'proposed', 'novel', 'method', 'methods', 'result', 'results', 'paper'])(
    'covers %s',
    (word) => {
      expect(academicStems.has(singularOf(word))).toBe(true);
    },
  );

  it('does not cover what names a topic', () => {
    const subjects = [
      'diffusion',
      'graph',
      'markov',
      'language',
      'image',
      'reinforcement',
      'neural',
    ];
    expect(subjects.filter((word) => academicStems.has(singularOf(word)))).toEqual([]);
  });
});

describe('genericStems', () => {
  it.each(['learning', 'models', 'networks', 'data', 'processes'])('covers %s', (word) => {
    expect(genericStems.has(singularOf(word))).toBe(true);
  });
});

describe('genericStems', () => {
  it('has none of the academic stems, which name nothing even in a phrase', () => {
    expect([...genericStems].filter((stem) => academicStems.has(stem))).toEqual([]);
  });
});
