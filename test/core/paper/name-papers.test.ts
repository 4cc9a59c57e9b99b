import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DigestRecord, unknownFields } from '../../../src/core/digest/digest.ts';
import { idOfTitle, readTitle } from '../../../src/core/paper/identify-paper.ts';
import { mergeRecords } from '../../../src/core/paper/merge-records.ts';
import {
  type EarlierNames,
  identityOf,
  namePapers,
  NO_NAMES,
} from '../../../src/core/paper/name-papers.ts';
import { keysOf } from '../../../src/core/paper/paper-keys.ts';

type Known = Partial<DigestRecord>;

/** Papers, each of its records; the first one's title is that of the paper. */
function name(papers: readonly (readonly Known[])[], earlier: EarlierNames = NO_NAMES) {
  return namePapers(
    papers.map((records) => {
      const keys = records.map((known) =>
        keysOf({ ...unknownFields, title: 'A Paper', line: 1, endLine: 1, ...known }),
      );
      return { title: keys[0]!.title, keys };
    }),
    earlier,
  );
}

const before = (
  papers: Record<string, string | null>,
  retired: EarlierNames['retired'] = [],
): EarlierNames => ({ papers: new Map(Object.entries(papers)), retired });

const paperId = (title: string) => idOfTitle(readTitle(title));
const PLAIN = paperId('A Paper');
const [ONE, TWO] = [{ arxivId: '2401.00001' }, { arxivId: '2401.00002' }];

describe('namePapers(papers, earlier)', () => {
  it('names a paper by its title, and another of that title by its arXiv id, DOI or author too', () => {
    expect(name([[{}]]).ids).toEqual([PLAIN]);
    const others: Known[] = [ONE, TWO, { doi: '10.1/a' }, { authors: ['Ada Long'] }, {}, {}];
    const { ids } = name(others.map((known) => [known]));
    expect(ids[0]).toBe(PLAIN);
    expect(new Set(ids).size).toBe(6);
    for (const id of ids) expect(id).toMatch(/^a-paper-[0-9a-f]{8}$/);
  });

  it('gives the same ids whatever the order', () => {
    const papers: Known[][] = [[ONE], [TWO], [{ doi: '10.1/a' }], [{ authors: ['Ada Long'] }]];
    const { ids } = name(papers);
    expect(name(papers.toReversed()).ids).toEqual(ids.toReversed());
  });

  it('keeps the id of a paper that gets an arXiv id, also where another of its title comes', () => {
    expect(name([[ONE]], before({ [PLAIN]: null })).ids).toEqual([PLAIN]);
    const { ids } = name([[ONE], [TWO]], before({ [PLAIN]: 'arXiv:2401.00002' }));
    expect(ids[1]).toBe(PLAIN);
    expect(ids[0]).not.toBe(PLAIN);
  });

  it('keeps the id of a paper whose title changes, by its arXiv id or DOI', () => {
    const earlier = before({ [PLAIN]: 'arXiv:2401.00001', 'b-00000000': 'doi:10.1/a' });
    const papers: Known[][] = [[{ title: 'New', ...ONE }], [{ title: 'Newer', doi: '10.1/A' }]];
    expect(name(papers, earlier).ids).toEqual([PLAIN, 'b-00000000']);
  });

  it('keeps it by the title of any record, and through another spelling', () => {
    const old = paperId('Pre-Trained Models');
    const papers = [[{ title: 'Longer', ...ONE }, { title: 'Pretrained models!' }]];
    expect(name(papers, before({ [old]: null })).ids).toEqual([old]);
  });

  it('retires the second id of papers that are one now, and names the successor from then on', () => {
    const other = paperId('Another');
    const papers = [[ONE, { title: 'Another' }]];
    const { ids, retired } = name(papers, before({ [PLAIN]: 'arXiv:2401.00001', [other]: null }));
    expect(ids).toEqual([PLAIN]);
    expect(retired).toEqual([{ id: other, successor: PLAIN }]);
    expect(name(papers, before({ [PLAIN]: 'arXiv:2401.00001' }, retired))).toEqual({
      ids,
      retired,
      gone: [],
    });
    // The record of that title is gone: its address leads on.
    expect(name([[ONE]], before({ [PLAIN]: 'arXiv:2401.00001' }, retired)).retired).toEqual(
      retired,
    );
  });

  it('gives a retired id back to its paper when that is one again, and to no other of its title', () => {
    const other = paperId('Another');
    const earlier = before({ [PLAIN]: 'arXiv:2401.00001' }, [{ id: other, successor: PLAIN }]);
    const apart = name([[ONE], [{ title: 'Another' }]], earlier);
    expect(apart).toEqual({ ids: [PLAIN, other], retired: [], gone: [] });
    const twin = name([[ONE, { title: 'Another' }], [{ title: 'Another', ...TWO }]], earlier);
    expect(twin.ids[1]).not.toBe(other);
    expect(twin.retired).toEqual([{ id: other, successor: PLAIN }]);
  });

  it('names the addresses of which no paper is left', () => {
    const earlier = before({ 'gone-00000000': 'arXiv:1' }, [
      { id: 'old-00000000', successor: 'gone-00000000' },
    ]);
    const gone = ['gone-00000000', 'old-00000000'];
    expect(name([[ONE]], earlier)).toEqual({ ids: [PLAIN], retired: [], gone });
  });

  it('lets no address of an earlier build die while its records are there, and builds again the same', () => {
    const known = fc.record({
      title: fc.constantFrom('A Paper', 'a paper', 'B Paper', 'C-Paper', 'C Paper'),
      authors: fc.option(fc.subarray(['Ada Long', 'Bo Short'], { minLength: 1 })),
      arxivId: fc.option(fc.constantFrom('2401.00001', '2401.00002', '2401.00003')),
      doi: fc.option(fc.constantFrom('10.1/a', '10.1/b')),
    });
    const build = (records: readonly Known[], earlier?: EarlierNames) => {
      const files = records.map((one, at) => ({
        path: `${at}`,
        records: [{ ...unknownFields, title: '', line: 1, endLine: 1, ...one }],
      }));
      const { papers, retired } = mergeRecords(files, earlier);
      const next = new Map(papers.map((paper) => [paper.id, identityOf(paper)]));
      expect(next.size).toBe(papers.length);
      return { next: { papers: next, retired }, papers };
    };
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 10 }), fc.nat(10), (records, some) => {
        const first = build(records.slice(0, 1 + some)).next;
        const { next, papers } = build(records, first);
        const addresses = new Set([...next.papers.keys(), ...next.retired.map(({ id }) => id)]);
        for (const id of first.papers.keys()) expect(addresses).toContain(id);
        for (const { id, successor } of next.retired) {
          expect(next.papers.has(id)).toBe(false);
          expect(next.papers.has(successor)).toBe(true);
        }
        expect(build(records, next).papers).toEqual(papers);
      }),
      { numRuns: 400 },
    );
  });
});
