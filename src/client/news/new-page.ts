// The page of what is new to the reader.
import { formatDate } from '../../format.ts';
import type { JoinedEntry, NewestFile } from '../../time/newest-joined.ts';
import { element } from '../element.ts';
import { paperList } from '../paper-list.ts';
import { countSince, openNews, recallVisits, rememberVisits, type Visits } from './last-visit.ts';

/** So many papers that are not new are shown beside. */
const MOST_EARLIER = 20;
/** So many that are new are shown first, and more on each demand. */
const PAGE = 50;

const status = element<HTMLElement>('#new-status');
const lists = element<HTMLElement>('#new-papers');

async function show(): Promise<void> {
  const response = await fetch(`${import.meta.env.BASE_URL}new.json`);
  if (!response.ok) throw new Error(`new.json: ${response.status}`);
  const newest = (await response.json()) as NewestFile;
  const before = recallVisits();
  const visits = openNews(before, newest.last, new Date().toISOString());
  const isKept = rememberVisits(visits);
  const isFirst = before === null || before.told > newest.last;
  const isNew = (entry: JoinedEntry) => !isFirst && entry[5] > visits.since;
  const count = isFirst ? 0 : countSince(newest.builds, visits.since);
  status.textContent = isKept
    ? describe(visits, isFirst, count)
    : 'This browser lets the site remember nothing, so it cannot tell what is new to you.';
  const fresh = newest.papers.filter(isNew);
  const earlier = newest.papers.filter((entry) => !isNew(entry)).slice(0, MOST_EARLIER);
  lists.replaceChildren(...listByPages(fresh));
  if (count > fresh.length) lists.append(rest(count - fresh.length));
  if (earlier.length > 0)
    lists.append(heading(isFirst ? 'The newest' : 'Before that'), paperList(earlier));
}

function describe({ sinceAt }: Visits, isFirst: boolean, count: number): string {
  if (isFirst)
    return 'This is your first visit here. From now on this page shows the papers that join the collection between one visit and the next; this browser alone remembers when you came.';
  const since = formatDate(sinceAt.slice(0, 10));
  if (count === 0) return `Nothing has joined the collection since your visit on ${since}.`;
  const papers = `${count.toLocaleString('en')} ${count === 1 ? 'paper has' : 'papers have'}`;
  return `${papers} joined the collection since your visit on ${since}.`;
}

/** The first papers, and a button that brings those behind them, as long as there are any. */
function listByPages(papers: readonly JoinedEntry[]): HTMLElement[] {
  const list = paperList(papers.slice(0, PAGE));
  if (papers.length <= PAGE) return [list];
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'quiet';
  more.textContent = 'Show more';
  more.addEventListener('click', () => {
    const shown = list.children.length;
    list.append(...paperList(papers.slice(shown, shown + PAGE)).children);
    // The button goes away behind the last page; the focus moves on to what it brought.
    list.children[shown]?.querySelector<HTMLElement>('.paper-title')?.focus();
    if (list.children.length === papers.length) more.remove();
  });
  return [list, more];
}

function heading(text: string): HTMLElement {
  const made = document.createElement('h2');
  made.textContent = text;
  return made;
}

function rest(count: number): HTMLElement {
  const made = document.createElement('p');
  made.textContent = `And ${count.toLocaleString('en')} more, on the pages of their topics and digests.`;
  return made;
}

element<HTMLElement>('#new').hidden = false;
show().catch(() => {
  status.textContent =
    'What is new could not be loaded. Check the connection and load the page anew.';
});
