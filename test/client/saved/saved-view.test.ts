import { describe, expect, it } from 'vitest';
import { savedTopics, type SavedView, selectSaved } from '../../../src/client/saved/saved-view.ts';
import { readDetails } from '../../../src/client/saved/saved-paper.ts';
import { savedPaper } from './saved-papers.ts';

const graphs = { id: 'graphs', label: 'Graphs' };
const chains = { id: 'chains', label: 'Chains' };
const papers = [
  savedPaper({
    id: 'old',
    title: 'Éclair of graphs',
    savedAt: '2026-01-01T00:00:00.000Z',
    readAt: '2026-02-01T00:00:00.000Z',
    details: readDetails({ topic: graphs, published: '2024-05', authors: ['Ada Lovelace'] }),
  }),
  savedPaper({
    id: 'new',
    title: 'Zeta chains',
    savedAt: '2026-03-01T00:00:00.000Z',
    note: 'Look at lemma three',
    details: readDetails({ topic: chains, published: '2024-05-06' }),
  }),
  savedPaper({ id: 'bare', title: 'Another', savedAt: '2026-02-01T00:00:00.000Z' }),
];
const all: SavedView = { text: '', topic: '', state: 'all', order: 'saved' };
const idsOf = (view: Partial<SavedView>) =>
  selectSaved(papers, { ...all, ...view }).map(({ id }) => id);

describe('selectSaved(papers, view)', () => {
  it.each([
    ['saved', ['new', 'bare', 'old']],
    ['date', ['new', 'old', 'bare']],
    ['title', ['bare', 'old', 'new']],
    ['topic', ['new', 'old', 'bare']],
  ] as const)('orders by %s', (order, expected) => {
    expect(idsOf({ order })).toEqual(expected);
  });

  it.each([
    [{ state: 'unread' }, ['new', 'bare']],
    [{ state: 'read' }, ['old']],
    [{ state: 'noted' }, ['new']],
    [{ topic: 'graphs' }, ['old']],
    [{ topic: 'graphs', state: 'unread' }, []],
    [{ text: 'ECLAIR gra' }, ['old']],
    [{ text: 'lovelace' }, ['old']],
    [{ text: 'lemma' }, ['new']],
    [{ text: 'chains lemma' }, ['new']],
    [{ text: 'lair' }, []],
    [{ text: ' .,; ' }, ['new', 'bare', 'old']],
  ] as const)('shows for %j only what it asks for', (view, expected) => {
    expect(idsOf(view)).toEqual(expected);
  });
});

describe('savedTopics(papers)', () => {
  it('counts the papers of each topic, by label', () => {
    expect(savedTopics([...papers, papers[0]!])).toEqual([
      { ...chains, count: 1 },
      { ...graphs, count: 2 },
    ]);
  });
});
