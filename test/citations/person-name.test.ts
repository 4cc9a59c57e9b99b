import { describe, expect, it } from 'vitest';
import { familyFirst, splitName } from '../../src/citations/person-name.ts';

describe('splitName(written)', () => {
  it.each([
    ['Ada Lovelace', 'Lovelace, Ada'],
    ['Lovelace, Ada', 'Lovelace, Ada'],
    ['Jan van der Berg', 'van der Berg, Jan'],
    ['Maria de la Cruz', 'de la Cruz, Maria'],
    ['Van Gogh', 'Gogh, Van'],
    ['Li Fei-Fei', 'Fei-Fei, Li'],
    ['Sammy Davis, Jr.', 'Davis, Sammy, Jr.'],
    ['Henry Ford II', 'Ford, Henry, II'],
    ['J. R. R. Tolkien', 'Tolkien, J. R. R.'],
    ['李明', '李明'],
    ['Madonna', 'Madonna'],
    ['Qwen Team', 'Qwen Team'],
    ['ATLAS Collaboration', 'ATLAS Collaboration'],
    ['Tom & Jerry', 'Tom & Jerry'],
    ['', ''],
  ])('%s', (written, expected) => {
    expect(familyFirst(splitName(written))).toBe(expected);
  });
});
