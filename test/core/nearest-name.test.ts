import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/core/nearest-name.ts';

/** The recursive definition of the distance. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const change = a.at(-1) === b.at(-1) ? 0 : 1;
  const steps = [
    distance(a.slice(0, -1), b) + 1,
    distance(a, b.slice(0, -1)) + 1,
    distance(a.slice(0, -1), b.slice(0, -1)) + change,
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    steps.push(distance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...steps);
}

describe('nearestName(text, names)', () => {
  it.each([
    [
      'lerning-theory',
      ['learned-compression', 'learning-theory', 'markov-chains'],
      'learning-theory',
    ],
    ['grahp', ['grape', 'graph'], 'graph'],
    ['a-title-0123abcd', ['a-title-0123abce', 'another-title-0123abcd'], 'a-title-0123abce'],
    ['', ['ab', 'c'], 'c'],
  ])('of %s among %j is %s', (text, names, nearest) => {
    expect(nearestName(text, names)).toBe(nearest);
  });

  it('is the first of several as near, and null of none', () => {
    expect(nearestName('cat', ['cot', 'cut'])).toBe('cot');
    expect(nearestName('cat', [])).toBeNull();
  });

  it('has the least distance of all', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(word, fc.array(word, { minLength: 1, maxLength: 6 }), (text, names) => {
        const distances = names.map((name) => distance(text, name));
        const first = distances.indexOf(Math.min(...distances));
        expect(nearestName(text, names)).toBe(names[first]);
      }),
    );
  });
});
