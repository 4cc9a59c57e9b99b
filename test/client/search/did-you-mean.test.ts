import { describe, expect, it } from 'vitest';
import { suggestQuery } from '../../../src/client/search/did-you-mean.ts';

const VOCABULARY = ['they', 'learning', 'theory', 'diffusion', 'transformer', 'leaning', 'frechet'];

describe('suggestQuery(query, vocabulary)', () => {
  it.each([
    ['difusion', 'diffusion'],
    ['lerning theroy', 'learning theory'],
    ['"tranformer" learning', '"transformer" learning'],
    ['frehcet', 'frechet'],
  ])('reads %s as %s', (query, meant) => {
    expect(suggestQuery(query, VOCABULARY)).toBe(meant);
  });

  it('leaves alone what is there, whole or begun, and with accents', () => {
    for (const query of ['diffusion', 'diffu', 'Fréchet', ''])
      expect(suggestQuery(query, VOCABULARY)).toBeNull();
  });

  it('says nothing of what is like no word, is short, or is no word', () => {
    for (const query of ['zzyzxqw', 'gna', '12345', 'x86'])
      expect(suggestQuery(query, VOCABULARY)).toBeNull();
  });

  it('takes of several as near that of most papers', () => {
    expect(suggestQuery('lexrning', ['learning', 'lerning'])).toBe('learning');
    expect(suggestQuery('leaxning', ['leaning', 'learning'])).toBe('leaning');
  });
});
