import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEW, firstLines, orderValues } from '../../src/search/facet-lines.ts';

const value = (id: string, count: number, isChosen = false) => ({ id, label: id, count, isChosen });
const idsOf = (values: readonly { id: string }[]) => values.map(({ id }) => id).join('');
/** Values "a", "b", … with these counts. */
const valuesOf = (...counts: number[]) =>
  counts.map((count, index) => value(String.fromCharCode(97 + index), count));

describe('orderValues(name, values)', () => {
  it('has the values of most papers first in a long list, equal ones as they come', () => {
    const values = valuesOf(1, 5, 5, 2, 0, 0, 0, 0, 9);
    expect(idsOf(orderValues('topic', values))).toBe('ibcdaefgh');
  });

  it('leaves each value of a short list in its place, and years and digests in their order', () => {
    expect(idsOf(orderValues('area', valuesOf(1, 3, 2)))).toBe('abc');
    for (const name of ['year', 'digest'] as const)
      expect(idsOf(orderValues(name, valuesOf(1, 2, 3, 4, 5, 6, 7, 8, 9)))).toBe('abcdefghi');
  });
});

describe('firstLines(values)', () => {
  it('has all of a few values, also those without papers', () => {
    expect(idsOf(firstLines(valuesOf(1, 0, 2)))).toBe('abc');
  });

  it('prefers values with papers, in their order, and fills up with others', () => {
    expect(idsOf(firstLines(valuesOf(0, 1, 0, 0, 0, 2, 0, 0, 0, 3)))).toBe('abcdefgj');
  });

  it('has all that is chosen, in place of the last of the others', () => {
    const values = [...valuesOf(9, 8, 7, 6, 5, 4, 3, 2, 1), value('j', 0, true)];
    expect(idsOf(firstLines(values))).toBe('abcdefgj');
  });

  it('is as long whatever the counts are, unless more are chosen', () => {
    const values = fc.array(fc.record({ count: fc.nat(2), isChosen: fc.boolean() }));
    fc.assert(
      fc.property(values, (list) => {
        const lines = firstLines(list.map((each, index) => ({ ...value(`${index}`, 0), ...each })));
        const chosen = list.filter(({ isChosen }) => isChosen).length;
        expect(lines.length).toBe(Math.min(list.length, Math.max(FEW, chosen)));
        expect(lines.filter(({ isChosen }) => isChosen).length).toBe(chosen);
      }),
    );
  });
});
