import { describe, expect, it } from 'vitest';
import { compose, FIVE_THEMES, papersOf, recordOf } from './themed-content.ts';

describe('composeSite() of papers that share one word', () => {
  it('gives it the whole part of words in their similarity', () => {
    // Of 1 the words are 0.65, the theme the rest.
    const twins = [recordOf('扩散', 'Zeugma'), recordOf('平滑', 'Zeugma')];
    const { papers } = compose([
      ...FIVE_THEMES.flatMap((theme) => papersOf(theme, 0, 8)),
      ...twins,
    ]);
    const one = papers.find(({ title }) => title === '扩散')!;
    const other = papers.find(({ title }) => title === '平滑')!;
    expect(one.related[0]).toEqual({
      id: other.id,
      score: 1,
      shared: [{ term: 'zeugma', share: 0.65 }],
    });
  });
});
