import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose, readState, writeState } from '../../../src/client/search/search-state.ts';
import { FACETS, ORDERS } from '../../../src/search/search-data.ts';

describe('writeState(state)', () => {
  it('gives back every search that readState can read', () => {
    const value = fc.string({ unit: 'binary', minLength: 1, maxLength: 5 });
    const values = fc
      .uniqueArray(value, { minLength: 1, maxLength: 3 })
      .map((list) => list.toSorted());
    const chosen = fc.dictionary(fc.constantFrom(...FACETS), values, { noNullPrototype: true });
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        chosen,
        fc.constantFrom(...ORDERS),
        (query, choice, order) => {
          const state = { query, chosen: choice, order };
          expect(readState(writeState(state))).toEqual(state);
        },
      ),
    );
  });

  it('is empty for a search for nothing', () => {
    expect(writeState({ query: '', chosen: {}, order: 'fit' })).toBe('');
  });

  it('writes each value, in an order that does not depend on that of choosing', () => {
    const one = { query: 'a & b', chosen: { year: ['2025'], topic: ['b', 'a'] }, order: 'date' };
    const other = { query: 'a & b', chosen: { topic: ['a', 'b'], year: ['2025'] }, order: 'date' };
    const address = '?q=a+%26+b&topic=a&topic=b&year=2025&order=date';
    expect(writeState({ ...one, order: 'date' })).toBe(address);
    expect(writeState({ ...other, order: 'date' })).toBe(address);
  });
});

describe('readState(search)', () => {
  it('reads addresses with and without a question mark', () => {
    const state = { query: 'markov chain', chosen: { topic: ['entropy'] }, order: 'upvotes' };
    expect(readState('?q=markov+chain&topic=entropy&order=upvotes')).toEqual(state);
    expect(readState('order=upvotes&topic=entropy&q=markov%20chain')).toEqual(state);
  });

  it('does not know other parameters, and takes empty, doubled and unknown ones for none', () => {
    const search = '?utm_source=mail&topic=&__proto__=x&order=random&year=2025&year=2025';
    expect(readState(search)).toEqual({ query: '', chosen: { year: ['2025'] }, order: 'fit' });
  });

  it('reads any address without an error', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        expect(typeof readState(search).query).toBe('string');
      }),
    );
    expect(readState('?q=%E0%A4%A&topic=%').chosen).toEqual({ topic: ['%'] });
  });
});

describe('choose(chosen, name, value, isChosen)', () => {
  it('adds a value once, and takes it back without a trace', () => {
    const one = choose({}, 'topic', 'b', true);
    const two = choose(choose(one, 'topic', 'a', true), 'topic', 'a', true);
    expect(two).toEqual({ topic: ['a', 'b'] });
    expect(choose(choose(two, 'topic', 'b', false), 'topic', 'a', false)).toEqual({});
    expect(choose({ year: ['2025'] }, 'topic', 'a', false)).toEqual({ year: ['2025'] });
  });
});
