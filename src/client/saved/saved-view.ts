import { foldedWords } from '../search/words.ts';
import type { SavedPaper } from './saved-paper.ts';

/** Which saved papers are shown, and in which order. */
export interface SavedView {
  /** Words that all have to stand in title, authors, topic, note or abstract, or begin a word there. */
  readonly text: string;
  /** Id of a topic; empty for all. */
  readonly topic: string;
  readonly state: 'all' | 'unread' | 'read' | 'noted';
  readonly order: 'saved' | 'date' | 'title' | 'topic';
}

/** The papers that a view shows, in its order. */
export function selectSaved(papers: readonly SavedPaper[], view: SavedView): SavedPaper[] {
  const words = foldedWords(view.text);
  return papers
    .filter((paper) => isIn(paper, view) && hasWords(paper, words))
    .sort(ORDERS[view.order]);
}

/** Topics of saved papers with how many are of each, by label. */
export function savedTopics(
  papers: readonly SavedPaper[],
): { readonly id: string; readonly label: string; readonly count: number }[] {
  const topics = new Map<string, { id: string; label: string; count: number }>();
  for (const { details } of papers) {
    if (!details?.topic) continue;
    const { id, label } = details.topic;
    const { count } = topics.get(id) ?? { count: 0 };
    topics.set(id, { id, label, count: count + 1 });
  }
  return [...topics.values()].sort((one, other) => one.label.localeCompare(other.label));
}

type Order = (one: SavedPaper, other: SavedPaper) => number;

const byTitle: Order = (one, other) => one.title.localeCompare(other.title);
const latestFirst = (one: string, other: string) => (one < other ? 1 : one > other ? -1 : 0);
const topicOf = ({ details }: SavedPaper) => details?.topic?.label ?? '\uffff';

const ORDERS: Record<SavedView['order'], Order> = {
  saved: (one, other) => latestFirst(one.savedAt, other.savedAt) || byTitle(one, other),
  date: (one, other) =>
    latestFirst(one.details?.published ?? '', other.details?.published ?? '') ||
    byTitle(one, other),
  title: byTitle,
  topic: (one, other) => topicOf(one).localeCompare(topicOf(other)) || byTitle(one, other),
};

function isIn({ details, readAt, note }: SavedPaper, { topic, state }: SavedView): boolean {
  if (topic !== '' && details?.topic?.id !== topic) return false;
  if (state === 'noted') return note !== '';
  return state === 'all' || (state === 'read') === (readAt !== null);
}

function hasWords({ title, details, note }: SavedPaper, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { authors = [], topic, excerpt } = details ?? {};
  const text = [title, ...authors, topic?.label ?? '', note, excerpt ?? ''].join(' ');
  const known = foldedWords(text);
  return words.every((word) => known.some((one) => one.startsWith(word)));
}
