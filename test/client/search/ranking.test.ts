import { describe, expect, it } from 'vitest';
import { rankPapers } from '../../../src/client/search/ranking.ts';

/** The titles in order, of papers that the index has in the order of the titles. */
async function ranked(
  titles: readonly string[],
  query: string,
  asPhrase: readonly number[] = [],
): Promise<string[]> {
  const papers = titles.map((_, row) => ({ row, hits: [] }));
  const load = (row: number) =>
    Promise.resolve({ url: '', title: titles[row]!.split('|')[0]!, content: titles[row]! });
  const answer = { papers, asPhrase: new Set(asPhrase) };
  return (await rankPapers(answer, query, load)).map(({ row }) => titles[row]!);
}

describe('rankPapers(answer, query, load)', () => {
  it('puts titles with all words first, the shortest first, and keeps the order else', async () => {
    const titles = ['Zeta', 'Fréchet distances for all', 'Alpha', 'The Frechet distance'];
    expect(await ranked(titles, 'distance FRÉCHET')).toEqual([
      'The Frechet distance',
      'Fréchet distances for all',
      'Zeta',
      'Alpha',
    ]);
  });

  it('puts papers where the words follow each other before others, but not before titles', async () => {
    const titles = ['A|song b han', 'B|song han', 'Han on song'];
    expect(await ranked(titles, 'song han', [1])).toEqual([
      'Han on song',
      'B|song han',
      'A|song b han',
    ]);
    const many = Array.from({ length: 60 }, (_, index) => `Paper ${index}|song han`);
    expect((await ranked(many, 'song han', [50])).slice(0, 2)).toEqual([many[50], many[0]]);
  });

  it('puts of those papers the ones with the very name first', async () => {
    const names = [
      'A| Michael R. Lyu',
      'B| Ann-Michael R Lyu',
      'C| Michael R Lyud',
      'D| Michael R Lyu',
    ];
    const ranking = await ranked(names, 'Michael R Lyu', [0, 1, 2, 3]);
    expect(ranking[0]).toBe(names[3]);
  });

  it('puts papers that have the words in the form that was typed before others', async () => {
    const titles = ['A|learned policies', 'B|learning policy'];
    expect(await ranked(titles, 'learning policy')).toEqual(titles.toReversed());
  });

  it('takes short words as they are', async () => {
    expect(await ranked(['Gantry', 'On a GAN'], 'gan')).toEqual(['On a GAN', 'Gantry']);
  });

  it('loses and doubles none of many, and changes nothing where no word is asked for', async () => {
    const titles = Array.from({ length: 45 }, (_, index) => `Paper ${index}`);
    const phrases = [3, 7, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40];
    expect((await ranked(titles, 'paper 7', phrases)).toSorted()).toEqual(titles.toSorted());
    expect(await ranked(titles, ' … ')).toEqual(titles);
  });
});
