import { describe, expect, it } from 'vitest';
import { isPartOf, shareWord, WordingReader } from '../../../src/core/topics/wording.ts';

const reader = new WordingReader(
  new Map([
    ['llm', { words: ['large', 'language', 'models'], form: 'large language models' }],
    ['mllm', { words: ['multimodal', 'LLMs'], form: null }],
    ['rag', { words: ['retrieval', 'augmented', 'generation'], form: null }],
    ['moe', { words: ['mixture', 'of', 'experts'], form: 'mixture-of-experts' }],
    ['np-hard', { words: ['polynomial-time', 'hard'], form: 'polynomial-time hard' }],
  ]),
);
const untold = new WordingReader(new Map());

describe('isPartOf(left, right)', () => {
  const isPart = (left: string, right: string, by = reader) =>
    isPartOf(by.read(left), by.read(right));

  it.each([
    ['Diffusion model', 'Latent diffusion models'],
    ['Models of images', 'Image models'],
    ['Multi-modal models', 'Large multimodal models'],
    ['Multimodal models', 'Large multi-modal models'],
    ['Multi modal models', 'Multimodal models'],
    ['Pretraining', 'Pre-training of agents'],
    ['LLM agents', 'Large language model agents'],
    ['Large language models', 'Agents and LLMs'],
    ['Language models', 'MLLMs'],
    ['RAG', 'Retrieval-augmented generation'],
    ['Nash equilibria', 'Nash equilibrium'],
    ['Biases', 'Gender bias'],
  ])('holds for %s in %s', (left, right) => {
    expect(isPart(left, right)).toBe(true);
  });

  it.each([
    ['Markov decision processes', 'MDPs'],
    ['MDPs', 'Markov decision processes'],
    ['MoE routing', 'Routing in a mixture of experts'],
  ])('takes the initials of an acronym that nobody explains: %s in %s', (left, right) => {
    expect(isPart(left, right, untold)).toBe(true);
  });

  it.each([
    ['Latent diffusion models', 'Diffusion models'],
    ['Image models', 'Image and language'],
    ['Multi-agent systems', 'Agent systems'],
    ['', 'Diffusion models'],
  ])('does not hold for %s in %s', (left, right) => {
    expect(isPart(left, right)).toBe(false);
  });
});

describe('WordingReader.spelledOut(form)', () => {
  it.each([
    ['LLMs', 'large language models'],
    ['MoE', 'mixture of experts'],
    ['MLLMs', 'MLLMs'],
    ['CLIP', 'CLIP'],
    ['LLM agents', 'LLM agents'],
    ['NP-hard', 'NP-hard'],
    ['models', 'models'],
  ])('%s → %s', (form, phrase) => {
    expect(reader.spelledOut(form)).toBe(phrase);
  });
});

describe('shareWord(left, right)', () => {
  it('compares stems, words written as one and the words of acronyms', () => {
    const share = (left: string, right: string) => shareWord(reader.read(left), reader.read(right));
    expect(share('Image models', 'Modeling of sound')).toBe(true);
    expect(share('LLM agents', 'Language and sound')).toBe(true);
    expect(share('Multi-modal models', 'Multimodal reasoning')).toBe(true);
    expect(share('Image models', 'Language and sound')).toBe(false);
  });
});
