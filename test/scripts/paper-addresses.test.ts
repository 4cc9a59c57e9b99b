import { describe, expect, it } from 'vitest';
import { compose, papersOf } from './themed-content.ts';

const RECORDS = [...papersOf('graphs', 0, 10), ...papersOf('speech', 0, 10)];
const [ONE, OTHER] = [RECORDS[0]!, RECORDS[1]!];
const arxivId = '2401.00001';
const first = compose(RECORDS);
const idOf = (title: string) => first.papers.find((paper) => paper.title === title)!.id;

describe('composeSite() and the addresses of papers', () => {
  it('keeps that of a paper that gets an arXiv id, and then another title', () => {
    const known = compose([{ ...ONE, arxivId }, ...RECORDS.slice(1)], { after: first });
    const renamed = { ...ONE, arxivId, title: 'Quite another title' };
    const { papers } = compose([renamed, ...RECORDS.slice(1)], { after: known });
    expect(papers.find((paper) => paper.arxivId === arxivId)?.id).toBe(idOf(ONE.title));
  });

  it('leads on from the second of two papers that are one, in later builds too', () => {
    const joined = RECORDS.slice(0, 2).map((record) => ({ ...record, arxivId }));
    const second = compose([...joined, ...RECORDS.slice(2)], { after: first });
    expect(second.site).toMatchObject({ recordCount: 20, paperCount: 19, mergedCount: 1 });
    expect(second.site.disagreements).toMatchObject({ title: 1, abstract: 1, arxivId: 0 });
    const { id } = second.papers.find((paper) => paper.arxivId === arxivId)!;
    const ids = [idOf(ONE.title), idOf(OTHER.title)];
    expect(ids).toContain(id);
    const retired = { kind: 'paper', id: ids.find((one) => one !== id), successor: id };
    const papersIn = ({ site }: typeof second) =>
      site.retired.filter(({ kind }) => kind === 'paper');
    expect(papersIn(second)).toMatchObject([retired]);
    const third = compose([...joined, ...RECORDS.slice(2)], { after: second });
    expect(papersIn(third)).toEqual(papersIn(second));
  });

  it('lets the operator move a paper by an address that leads to it', () => {
    const records = RECORDS.slice(0, 2).map((record) => ({ ...record, arxivId }));
    const second = compose([...records, ...RECORDS.slice(2)], { after: first });
    const { id, successor } = second.site.retired.find(({ kind }) => kind === 'paper')!;
    const { topic } = second.papers.find((paper) => paper.id === successor)!;
    const other = second.site.topics.find((one) => one.id !== topic)!.id;
    const curation = { [`${other}.md`]: `---\ninclude: [${id}]\n---\n` };
    const third = compose([...records, ...RECORDS.slice(2)], { after: second, curation });
    expect(third.papers.find((paper) => paper.id === successor)?.topic).toBe(other);
  });

  it('remembers a paper that is in no digest any more, and gives it its address again', () => {
    const known = compose([{ ...ONE, arxivId }, ...RECORDS.slice(1)], { after: first });
    const id = idOf(ONE.title);
    const topic = known.papers.find((paper) => paper.id === id)!.topic;
    const without = compose(RECORDS.slice(1), { after: known });
    const gone = {
      kind: 'paper',
      id,
      label: 'Graph node part 0',
      successor: null,
      topic,
      identity: `arXiv:${arxivId}`,
    };
    expect(without.site.retired).toContainEqual(gone);
    const later = compose(RECORDS.slice(1), { after: without });
    expect(later.site.retired).toContainEqual(gone);
    const renamed = { ...ONE, arxivId, title: 'Quite another title' };
    const back = compose([renamed, ...RECORDS.slice(1)], { after: later });
    expect(back.papers.find((paper) => paper.arxivId === arxivId)?.id).toBe(id);
    expect(back.site.retired).toEqual([]);
  });

  it('remembers the address that led on to a paper that is gone', () => {
    const joined = RECORDS.slice(0, 2).map((record) => ({ ...record, arxivId }));
    const second = compose([...joined, ...RECORDS.slice(2)], { after: first });
    const third = compose(RECORDS.slice(2), { after: second });
    const gone = third.site.retired.filter(({ kind }) => kind === 'paper');
    expect(new Set(gone.map((page) => page.id))).toEqual(
      new Set([idOf(ONE.title), idOf(OTHER.title)]),
    );
    for (const page of gone)
      expect(page).toMatchObject({ successor: null, identity: `arXiv:${arxivId}` });
  });

  it('remembers nothing of another collection', () => {
    const other = compose(papersOf('diffusion', 0, 20), { after: first, refit: true });
    expect(other.site.retired).toEqual([]);
  });
});
