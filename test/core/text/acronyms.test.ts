import { describe, expect, it } from 'vitest';
import { acronymKey, findAcronyms } from '../../../src/core/text/acronyms.ts';

const found = (...abstracts: string[]) =>
  Object.fromEntries(
    [...findAcronyms(abstracts.map((abstract) => ({ title: '', abstract })))].map(
      ([key, { words }]) => [key, words.join(' ')],
    ),
  );

describe('acronymKey(word)', () => {
  it.each([
    ['LLM', 'llm'],
    ['LLMs', 'llm'],
    ['MoE', 'moe'],
    ['ANNS', 'anns'],
  ])('is %s → %s', (word, key) => {
    expect(acronymKey(word)).toBe(key);
  });

  it.each(['models', 'Models', '3D', 'EXTRAORDINARY'])('is null for %s', (word) => {
    expect(acronymKey(word)).toBeNull();
  });
});

describe('findAcronyms(papers)', () => {
  it.each([
    ['We train Large Language Models (LLMs).', { llm: 'large language models' }],
    ['By retrieval-augmented generation (RAG)', { rag: 'retrieval augmented generation' }],
    ['A Mixture of Experts (MoE) layer', { moe: 'mixture of experts' }],
    ['on variational autoencoders (VAEs, for short)', { vae: 'variational autoencoders' }],
    ['an MDP (Markov decision process)', { mdp: 'markov decision process' }],
    [
      'Sparse autoencoders (SAEs) and state space models (SSMs)',
      { sae: 'sparse autoencoders', ssm: 'state space models' },
    ],
  ])('reads %s', (abstract, acronyms) => {
    expect(found(abstract)).toEqual(acronyms);
  });

  it('takes the words that most papers give', () => {
    const rare = 'adversarial robustness (AR)';
    const usual = 'augmented reality (AR)';
    expect(found(rare, usual, usual)).toEqual({ ar: 'augmented reality' });
  });

  it.each([
    'as in (LLM)',
    'a model (which we call it)',
    'two words. Very long models (LLM)',
    'the LLM (LLM)',
    'scores (F1) and counts (12)',
  ])('finds nothing in "%s"', (abstract) => {
    expect(found(abstract)).toEqual({});
  });

  it('gives the form that papers write within a sentence', () => {
    const formOf = (...texts: string[]) =>
      findAcronyms(texts.map((abstract) => ({ title: '', abstract }))).get('mdp')?.form;
    const titled = 'Markov Decision Processes (MDPs)';
    expect(formOf(titled, titled, 'Markov decision processes (MDPs)')).toBe(
      'Markov decision processes',
    );
    expect(formOf(titled)).toBeNull();
  });

  it('does not depend on the order of papers', () => {
    expect(found('adversarial robustness (AR)', 'augmented reality (AR)')).toEqual(
      found('augmented reality (AR)', 'adversarial robustness (AR)'),
    );
  });
});
