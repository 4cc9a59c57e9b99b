import { describe, expect, it } from 'vitest';
import { groupByInitial } from '../../src/people/group-by-initial.ts';

describe('groupByInitial(named)', () => {
  it('goes from A to Z, without regard to case and accents, and keeps the order within a letter', () => {
    const named = ['zeta', 'École B', 'alpha', 'Echo A', '1688', 'Álgebra', '北京'].map((name) => ({
      name,
    }));
    expect(
      groupByInitial(named).map(([initial, group]) => [initial, ...group.map(({ name }) => name)]),
    ).toEqual([
      ['A', 'alpha', 'Álgebra'],
      ['E', 'École B', 'Echo A'],
      ['Z', 'zeta'],
      ['#', '1688', '北京'],
    ]);
  });

  it('is empty without names', () => {
    expect(groupByInitial([])).toEqual([]);
  });
});
