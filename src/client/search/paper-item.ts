import { formatDate } from '../../format.ts';

/** What an item of a list shows of a paper. */
export interface ListedPaper {
  readonly id: string;
  readonly title: string;
  readonly topic: { readonly id: string; readonly label: string };
  readonly date: string | null;
}

/** An item of a list of papers as pages have them: star, title, topic and date. */
export function paperItem({ id, title, topic, date }: ListedPaper): HTMLLIElement {
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
  topicLink.href = `${import.meta.env.BASE_URL}topics/${topic.id}/`;
  topicLink.textContent = topic.label;
  facts.append(topicLink);
  if (date !== null) {
    const time = document.createElement('time');
    time.dateTime = date;
    time.textContent = formatDate(date);
    facts.append(time);
  }
  const star = document.createElement('save-star');
  star.setAttribute('paper', id);
  star.setAttribute('label', title);
  article.append(link, facts, star);
  item.append(article);
  return item;
}
