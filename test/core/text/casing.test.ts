import { describe, expect, it } from 'vitest';
import { casingOf, type Casings, countCasings } from '../../../src/core/text/casing.ts';
import { tokenize } from '../../../src/core/text/tokenize.ts';

function casingsOf(text: string, isProse: boolean): Casings {
  const casings: Casings = new Map();
  countCasings(text, tokenize(text), isProse, casings);
  return casings;
}

describe('countCasings(text, tokens, isProse, casings)', () => {
  it('counts the casing of a word within a sentence', () => {
    expect(casingsOf('We study Markov chains and Markov kernels.', true).get('markov')).toEqual(
      new Map([['Markov', 2]]),
    );
  });

  it.each([
    ['the start of the text', 'Graphs matter'],
    ['a full stop', 'We count. Graphs matter'],
    ['a colon', 'We count: Graphs matter'],
    ['an opening quote', 'We count “Graphs”'],
    ['an opening bracket', 'We count (Graphs)'],
  ])('learns nothing from a capital after %s', (_, text) => {
    expect(casingsOf(text, true).has('graphs')).toBe(false);
  });

  it('learns only from inner capitals and digits where the text is no prose', () => {
    const casings = casingsOf('Markov Agents: LLM and GPT4 in 3D', false);
    expect([...casings.keys()]).toEqual(['llm', 'gpt4', '3d']);
  });

  it('adds to the counts that are there', () => {
    const casings = casingsOf('an LLM', true);
    countCasings('the LLM', tokenize('the LLM'), true, casings);
    expect(casings.get('llm')).toEqual(new Map([['LLM', 2]]));
  });
});

describe('casingOf(form, casings)', () => {
  const casings: Casings = new Map([
    [
      'llm',
      new Map([
        ['LLM', 3],
        ['llm', 1],
      ]),
    ],
    ['markov', new Map([['Markov', 1]])],
    [
      'web',
      new Map([
        ['Web', 2],
        ['web', 2],
      ]),
    ],
  ]);

  it('gives each word its most frequent casing and leaves unknown ones', () => {
    expect(casingOf('llm-based markov agents', casings)).toBe('LLM-based Markov agents');
  });

  it('prefers lower case of casings that are equally frequent', () => {
    expect(casingOf('web', casings)).toBe('web');
  });

  it('changes whole words only', () => {
    expect(casingOf('llms', casings)).toBe('llms');
  });
});
