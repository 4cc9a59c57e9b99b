// On the home page: how many papers are new to the reader.
import { element } from '../element.ts';
import { countSince, firstVisit, recallVisits, rememberVisits } from './last-visit.ts';

const link = element<HTMLElement>('#new-count');
const builds = JSON.parse(link.dataset['builds'] ?? '[]') as [number, number][];
const last = builds[0]?.[0] ?? 1;
const visits = recallVisits();
if (visits === null) {
  rememberVisits(firstVisit(last, new Date().toISOString()));
} else {
  const count = countSince(builds, visits.told);
  const papers = `${count.toLocaleString('en')} ${count === 1 ? 'paper' : 'papers'}`;
  if (count > 0) {
    link.textContent = `${papers} new since your last visit`;
    link.classList.add('has-news');
  }
}
