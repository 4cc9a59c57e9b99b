import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FILTERS, readState, writeState } from '../../src/client/search-state.ts';

describe('writeState(state)', () => {
  it('gives back every search that readState can read', () => {
    const text = fc.string({ unit: 'binary' });
    const value = fc.string({ unit: 'binary', minLength: 1 });
    const filters = fc.dictionary(fc.constantFrom(...FILTERS), value, { noNullPrototype: true });
    fc.assert(
      fc.property(text, filters, (query, chosen) => {
        const state = { query, filters: chosen };
        expect(readState(writeState(state))).toEqual(state);
      }),
    );
  });

  it('is empty for a search for nothing', () => {
    expect(writeState({ query: '', filters: {} })).toBe('');
  });

  it('leaves out empty choices and filters that do not exist', () => {
    const filters = { topic: '', year: '2025', colour: 'red' };
    expect(writeState({ query: 'a & b', filters })).toBe('?q=a+%26+b&year=2025');
  });

  it('does not depend on the order in which filters were chosen', () => {
    const one = writeState({ query: '', filters: { topic: 'a', year: '2025' } });
    expect(writeState({ query: '', filters: { year: '2025', topic: 'a' } })).toBe(one);
  });
});

describe('readState(search)', () => {
  it('reads addresses with and without a question mark', () => {
    const state = { query: 'markov chain', filters: { topic: 'entropy' } };
    expect(readState('?q=markov+chain&topic=entropy')).toEqual(state);
    expect(readState('topic=entropy&q=markov%20chain')).toEqual(state);
  });

  it('does not know other parameters, and takes empty ones for none', () => {
    expect(readState('?utm_source=mail&topic=&__proto__=x')).toEqual({ query: '', filters: {} });
  });

  it('reads any address without an error', () => {
    fc.assert(
      fc.property(fc.string(), (search) => {
        expect(typeof readState(search).query).toBe('string');
      }),
    );
    expect(readState('?q=%E0%A4%A&topic=%').filters).toEqual({ topic: '%' });
  });
});
