import { describe, expect, it } from 'vitest';
import type { PagefindAnswer } from '../../src/client/pagefind.d.ts';
import { titlesFirst } from '../../src/client/ranking.ts';

function answersOf(titles: readonly string[]): PagefindAnswer[] {
  return titles.map((title) => ({
    id: title,
    data: () =>
      Promise.resolve({ url: '', content: '', locations: [], filters: {}, meta: { title } }),
  }));
}

async function ranked(titles: readonly string[], query: string): Promise<string[]> {
  return (await titlesFirst(answersOf(titles), query)).map(({ id }) => id);
}

describe('titlesFirst(results, query)', () => {
  it('puts titles with all words first, the shortest first, and keeps the order else', async () => {
    const titles = ['Zeta', 'Fréchet distances for all', 'Alpha', 'The Frechet distance'];
    expect(await ranked(titles, 'distance FRÉCHET')).toEqual([
      'The Frechet distance',
      'Fréchet distances for all',
      'Zeta',
      'Alpha',
    ]);
  });

  it('takes short words as they are', async () => {
    expect(await ranked(['Gantry', 'On a GAN'], 'gan')).toEqual(['On a GAN', 'Gantry']);
  });

  it('loses and doubles none of many, and asks for no word of any where there is none', async () => {
    const titles = Array.from({ length: 45 }, (_, index) => `Paper ${index}`);
    expect((await ranked(titles, 'paper 7')).toSorted()).toEqual(titles.toSorted());
    expect(await ranked(titles, ' … ')).toEqual(titles);
  });
});
