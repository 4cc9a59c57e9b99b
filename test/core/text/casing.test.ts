import { describe, expect, it } from 'vitest';
import { casingOf, Casings } from '../../../src/core/text/casing.ts';
import { tokenize } from '../../../src/core/text/tokenize.ts';

/** How words are usually capitalised in texts. */
function usualIn(texts: readonly string[], isProse = true): Map<string, string> {
  const casings = new Casings();
  for (const text of texts) {
    for (const token of tokenize(text)) casings.count(text, token, isProse);
  }
  return casings.usual();
}

describe('Casings', () => {
  it('counts the casing of a word within a sentence', () => {
    expect(usualIn(['We study Markov chains.']).get('markov')).toBe('Markov');
  });

  it.each([
    ['the start of the text', 'Graphs matter'],
    ['a full stop', 'We count. Graphs matter'],
    ['a colon', 'We count: Graphs matter'],
    ['an opening quote', 'We count “Graphs”'],
    ['an opening bracket', 'We count (Graphs)'],
  ])('learns nothing from a capital after %s', (_, text) => {
    expect(usualIn([text]).has('graphs')).toBe(false);
  });

  it('learns only from inner capitals and digits where the text is no prose', () => {
    const usual = usualIn(['Markov Agents: LLM and GPT4 in 3D'], false);
    expect([...usual.keys()]).toEqual(['llm', 'gpt4', '3d']);
  });

  it('gives the most frequent casing over all texts', () => {
    const texts = ['an LLM', 'the Llm and the LLM', 'on Llm'];
    expect(usualIn([...texts, 'in LLM']).get('llm')).toBe('LLM');
    expect(usualIn([...texts, 'in Llm']).get('llm')).toBe('Llm');
  });

  it('prefers lower case of casings that are equally frequent', () => {
    for (const texts of [
      ['the Web', 'the web'],
      ['the web', 'the Web'],
    ])
      expect(usualIn(texts).get('web')).toBe('web');
  });
});

describe('casingOf(form, usual)', () => {
  const usual = new Map([
    ['llm', 'LLM'],
    ['markov', 'Markov'],
  ]);

  it('gives each word its usual casing and leaves unknown ones', () => {
    expect(casingOf('llm-based markov agents', usual)).toBe('LLM-based Markov agents');
  });

  it('changes whole words only', () => {
    expect(casingOf('llms', usual)).toBe('llms');
  });
});
