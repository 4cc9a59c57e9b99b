import { describe, expect, it } from 'vitest';
import { keepPeople } from '../../scripts/keep-people.ts';
import type { PaperPage } from '../../src/site-data.ts';
import { lockOf } from '../core/topics/locks.ts';
import { UNKNOWN } from '../unknown-paper.ts';

const papers = (count: number, known: Partial<PaperPage>): PaperPage[] =>
  Array.from({ length: count }, (_, at) => ({ ...UNKNOWN, ...known, id: `p${at}` }));
const acme = { slug: 'Acme-Labs', name: 'Acme Labs' };
const EMPTY = lockOf(0, 1);

describe('keepPeople(papers, lock)', () => {
  const first = keepPeople(
    [
      ...papers(4, { authors: ['Ada Long'], organization: acme }),
      ...papers(3, { authors: ['Bo'] }),
    ],
    null,
  );
  const after = { ...EMPTY, ...first.locked };

  it('locks who has a page: an author of four papers, and each organisation', () => {
    expect(first.locked).toEqual({ authors: ['ada-long'], organizations: ['acme-labs'] });
    expect([first.lastingAuthors, first.retired]).toEqual([[], []]);
  });

  it('lets authors keep their page when papers go, also in later builds', () => {
    const fewer = papers(1, { authors: ['Ada LONG'], organization: acme });
    const second = keepPeople(fewer, after);
    expect(second).toMatchObject({ lastingAuthors: ['ada-long'], retired: [] });
    expect(keepPeople(fewer, { ...EMPTY, ...second.locked })).toEqual(second);
  });

  it('retires whom no paper names any more, until one does again', () => {
    const second = keepPeople(papers(1, {}), after);
    expect(second.locked).toEqual(first.locked);
    expect(second.retired).toEqual([
      { kind: 'author', id: 'ada-long', label: 'Ada Long', successor: null },
      { kind: 'organization', id: 'acme-labs', label: 'Acme Labs', successor: null },
    ]);
    const third = keepPeople(papers(1, { authors: ['Ada Long'], organization: acme }), after);
    expect(third).toMatchObject({ lastingAuthors: ['ada-long'], retired: [] });
  });
});
