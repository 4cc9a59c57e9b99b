import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeAll, mergeSaved } from '../../../src/client/saved/merge-saved.ts';
import { anySavedPaper, savedPaper } from './saved-papers.ts';

describe('mergeSaved(here, there)', () => {
  it('loses no note, no reading, no details, and no earlier day of saving', () => {
    fc.assert(
      fc.property(anySavedPaper, anySavedPaper, (here, there) => {
        const merged = mergeSaved(here, there);
        expect(merged.note).toContain(here.note);
        expect(merged.note).toContain(there.note);
        expect(merged.readAt === null).toBe(here.readAt === null && there.readAt === null);
        expect(merged.savedAt <= here.savedAt && merged.savedAt <= there.savedAt).toBe(true);
        expect(merged.details).toEqual(here.details ?? there.details);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anySavedPaper, anySavedPaper, (here, there) => {
        const merged = mergeSaved(here, there);
        expect(mergeSaved(merged, there)).toEqual(merged);
        expect(mergeSaved(merged, merged)).toEqual(merged);
      }),
    );
  });

  it('keeps the note that is here whole where both are too long for one', () => {
    const [here, there] = ['x', 'y'].map((letter) => savedPaper({ note: letter.repeat(15_000) }));
    expect(mergeSaved(here!, there!).note).toBe(here!.note);
  });
});

describe('mergeAll(imported, find)', () => {
  it('gives papers that are new or tell something new, each once', () => {
    const known = savedPaper({ id: 'known', note: 'mine' });
    const same = savedPaper({ id: 'known', note: 'mine' });
    const twice = [savedPaper({ id: 'new', note: 'one' }), savedPaper({ id: 'new', note: 'two' })];
    const find = (id: string) => (id === 'known' ? known : null);
    expect(mergeAll([same, ...twice], find)).toEqual([
      savedPaper({ id: 'new', note: 'one\n\ntwo' }),
    ]);
  });
});
