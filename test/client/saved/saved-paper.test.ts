import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSavedPaper } from '../../../src/client/saved/saved-paper.ts';
import { anySavedPaper, savedPaper } from './saved-papers.ts';

describe('readSavedPaper(value)', () => {
  it('gives back what was saved', () => {
    fc.assert(
      fc.property(anySavedPaper, (paper) => {
        expect(readSavedPaper(JSON.parse(JSON.stringify(paper)))).toEqual(paper);
      }),
    );
  });

  it('never throws and gives only papers that it would give again', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, details) => {
        for (const one of [value, { ...savedPaper(), details }, { id: 'a', title: value }]) {
          const read = readSavedPaper(one);
          if (read !== null) expect(readSavedPaper(read)).toEqual(read);
        }
      }),
    );
  });

  it.each([['../../evil'], ['a b'], ['A'], [''], [7], ['javascript:alert(1)']])(
    'takes no %j for an id',
    (id) => {
      expect(readSavedPaper({ ...savedPaper(), id })).toBeNull();
    },
  );

  it('keeps no address but of the web', () => {
    const details = { url: 'javascript:alert(1)', topic: { id: '../x', label: 'X' } };
    expect(readSavedPaper({ ...savedPaper(), details })?.details).toMatchObject({
      url: null,
      topic: null,
    });
  });

  it('cuts texts that would fill the storage', () => {
    const note = 'x'.repeat(1_000_000);
    const read = readSavedPaper({ ...savedPaper(), note, title: note })!;
    expect(read.note.length).toBe(20_000);
    expect(read.title.length).toBe(1_000);
  });
});
