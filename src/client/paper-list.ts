import { formatDate } from '../format.ts';
import { makeStar } from './saved/make-star.ts';

/** What files of the site tell of a paper first: id, title, id and label of its topic, and date. */
type ListedPaper = readonly [string, string, string, string, string | null, ...unknown[]];

/** A list of papers as pages have them, each with title, topic, date and star. */
export function paperList(papers: readonly ListedPaper[]): HTMLOListElement {
  const list = document.createElement('ol');
  list.className = 'entries';
  list.append(...papers.map(paperItem));
  return list;
}

function paperItem([id, title, topic, label, date]: ListedPaper): HTMLLIElement {
  const item = document.createElement('li');
  const article = document.createElement('article');
  article.className = 'paper-entry';
  const link = document.createElement('a');
  link.className = 'paper-title';
  link.dir = 'auto';
  link.href = `${import.meta.env.BASE_URL}papers/${id}/`;
  link.textContent = title;
  const facts = document.createElement('p');
  facts.className = 'facts';
  const topicLink = document.createElement('a');
  topicLink.href = `${import.meta.env.BASE_URL}topics/${topic}/`;
  topicLink.textContent = label;
  // Within a fact of its own, so that the point behind it is no part of the link.
  const fact = document.createElement('span');
  fact.append(topicLink);
  facts.append(fact);
  if (date !== null) {
    const time = document.createElement('time');
    time.dateTime = date;
    time.textContent = formatDate(date);
    facts.append(time);
  }
  article.append(link, facts, makeStar(id, title));
  item.append(article);
  return item;
}
