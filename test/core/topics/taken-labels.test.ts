import { describe, expect, it } from 'vitest';
import { TakenLabels } from '../../../src/core/topics/taken-labels.ts';
import { WordingReader } from '../../../src/core/topics/wording.ts';

const option = (label: string, score: number) => ({ label, parts: label.split(' and '), score });

describe('TakenLabels.choose(options, parent, terms)', () => {
  const choose = (...options: ReturnType<typeof option>[]) =>
    new TakenLabels(new WordingReader(new Map()), ['Graph kernels and lattices']).choose(
      options,
      null,
      [],
    );

  it('takes an option nearly as good that says no term of another label', () => {
    expect(choose(option('Graph kernel fusion', 1), option('Knot theory', 0.7))).toBe(
      'Knot theory',
    );
  });

  it('says a term of another label again in an option that is much better', () => {
    expect(choose(option('Graph kernel fusion', 1), option('Knot theory', 0.5))).toBe(
      'Graph kernel fusion',
    );
  });

  it('takes no option that contains a label or is a part of one', () => {
    expect(choose(option('Graph kernels', 1), option('Knot theory', 0.1))).toBe('Knot theory');
    expect(choose(option('Graph kernels and finite lattices', 1), option('Knot theory', 0.1))).toBe(
      'Knot theory',
    );
  });
});
