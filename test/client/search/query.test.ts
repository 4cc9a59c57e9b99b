import { describe, expect, it } from 'vitest';
import { parseQuery, wordsOf } from '../../../src/client/search/query.ts';

describe('parseQuery(text)', () => {
  it('takes phrases in quotes of any kind apart from the words', () => {
    const query = parseQuery('fast "world model" for  “robot arms”');
    expect(query).toEqual({ phrases: ['world model', 'robot arms'], words: 'fast for' });
    expect(wordsOf(query)).toBe('world model robot arms fast for');
  });

  it('takes a quote that is not closed, and an empty one, for nothing', () => {
    expect(parseQuery('"world mod')).toEqual({ phrases: [], words: 'world mod' });
    expect(parseQuery('"" " , " world')).toEqual({ phrases: [], words: 'world' });
    expect(parseQuery('  ')).toEqual({ phrases: [], words: '' });
  });
});
