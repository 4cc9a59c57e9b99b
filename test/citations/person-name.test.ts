import { describe, expect, it } from 'vitest';
import { splitName } from '../../src/citations/person-name.ts';

describe('splitName(written)', () => {
  it.each([
    ['Ada Lovelace', { family: 'Lovelace', given: 'Ada', suffix: null }],
    ['Lovelace, Ada', { family: 'Lovelace', given: 'Ada', suffix: null }],
    ['Jan van der Berg', { family: 'van der Berg', given: 'Jan', suffix: null }],
    ['Maria de la Cruz', { family: 'de la Cruz', given: 'Maria', suffix: null }],
    ['Van Gogh', { family: 'Gogh', given: 'Van', suffix: null }],
    ['Li Fei-Fei', { family: 'Fei-Fei', given: 'Li', suffix: null }],
    ['Sammy Davis, Jr.', { family: 'Davis', given: 'Sammy', suffix: 'Jr.' }],
    ['Henry Ford II', { family: 'Ford', given: 'Henry', suffix: 'II' }],
    ['J. R. R. Tolkien', { family: 'Tolkien', given: 'J. R. R.', suffix: null }],
  ])('takes %s apart', (written, expected) => {
    expect(splitName(written)).toEqual(expected);
  });

  it.each(['李明', 'Madonna', 'Qwen Team', 'ATLAS Collaboration', 'Tom & Jerry', ''])(
    'leaves “%s” whole',
    (written) => {
      expect(splitName(written)).toEqual({ literal: written });
    },
  );
});
