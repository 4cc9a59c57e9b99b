import { describe, expect, it } from 'vitest';
import { formatTable, NONE } from '../../scripts/format-table.ts';

const COLUMNS = [
  { heading: 'File' },
  { heading: 'Shape' },
  { heading: 'Papers', isNumber: true },
  { heading: 'Remark' },
];
const ROWS = [
  ['a.txt', 'ris', '12', 'kept as b.txt'],
  ['c.txt', NONE, NONE, 'bad'],
];

describe('formatTable(columns, rows, most)', () => {
  it('sets texts at the left and numbers at the right of their columns', () => {
    expect(formatTable(COLUMNS, ROWS, 40)).toEqual([
      'File   Shape  Papers  Remark',
      'a.txt  ris        12  kept as b.txt',
      'c.txt  -           -  bad',
    ]);
  });

  it('makes a paragraph of each row where a line would be too long', () => {
    expect(formatTable(COLUMNS, ROWS, 34)).toEqual([
      'a.txt',
      '  ris, papers 12',
      '  kept as b.txt',
      'c.txt',
      '  bad',
    ]);
  });
});
