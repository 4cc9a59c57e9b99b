import { describe, expect, it } from 'vitest';
import { suggestQueries } from '../../../src/client/search/did-you-mean.ts';

const VOCABULARY = ['they', 'learning', 'theory', 'diffusion', 'transformer', 'leaning', 'frechet'];

describe('suggestQueries(query, vocabulary)', () => {
  it.each([
    ['difusion', 'diffusion'],
    ['lerning theroy', 'learning theory'],
    ['"tranformer" learning', '"transformer" learning'],
    ['frehcet', 'frechet'],
  ])('reads %s as %s', (query, meant) => {
    expect(suggestQueries(query, VOCABULARY)).toEqual([meant]);
  });

  it('leaves alone what is there, whole or begun, and with accents', () => {
    for (const query of ['diffusion', 'diffu', 'Fréchet', ''])
      expect(suggestQueries(query, VOCABULARY)).toEqual([]);
  });

  it('says nothing of what is like no word, is short, or is no word', () => {
    for (const query of ['zzyzxqw', 'gna', '12345', 'x86'])
      expect(suggestQueries(query, VOCABULARY)).toEqual([]);
  });

  it('goes on to the query without words that are like none, where another is misspelt', () => {
    const meant = ['diffusion zzyzxqw of gna', 'diffusion of gna'];
    expect(suggestQueries('difusion zzyzxqw of gna', VOCABULARY)).toEqual(meant);
    expect(suggestQueries('diffusion zzyzxqw', VOCABULARY)).toEqual([]);
  });

  it('takes of several as near that of most papers', () => {
    expect(suggestQueries('lexrning', ['learning', 'lerning'])).toEqual(['learning']);
    expect(suggestQueries('leaxning', ['leaning', 'learning'])).toEqual(['leaning']);
  });
});
