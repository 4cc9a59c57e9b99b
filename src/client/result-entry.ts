import { formatDate } from '../format.ts';
import { authorLine, excerptOf, hitWords } from './excerpt.ts';
import { markPieces, markWords } from './highlight.ts';
import type { PaperTable } from './read-table.ts';
import type { LoadedPaper } from './search-engine.ts';

/** How an entry is made. */
export interface EntryOptions {
  /** The words that were asked for. */
  readonly query: string;
  readonly table: PaperTable;
  /** Address of the site, with a slash at its end. */
  readonly base: string;
  /** Whether topic and passage are left out, as in the dialog. */
  readonly isShort?: boolean;
}

/** A paper found as an item of a list: title, authors, topic, date, and the passage that was found. */
export function resultEntry(paper: LoadedPaper, options: EntryOptions): HTMLLIElement {
  const { url, title, content, hits } = paper;
  const words = `${options.query} ${hitWords(content, hits)}`;
  const heading = link(url, markWords(title, words));
  heading.className = 'paper-title';
  heading.dir = 'auto';
  const article = document.createElement('article');
  article.className = 'paper-entry';
  article.append(heading, factsOf(paper, options));
  if (!options.isShort) article.append(paragraph('excerpt', markPieces(excerptOf(content, hits))));
  const entry = document.createElement('li');
  entry.append(article);
  return entry;
}

function factsOf({ row, content, hits }: LoadedPaper, { table, base }: EntryOptions): Element {
  const facts = paragraph('facts');
  const authors = authorLine(content, hits);
  if (authors.length > 0) facts.append(span(markPieces(authors)));
  const topic = table.topic[table.topicOf[row]!];
  if (topic) facts.append(link(`${base}topics/${topic.id}/`, topic.label));
  const date = table.dates[row];
  if (date) {
    const time = document.createElement('time');
    time.dateTime = date;
    time.textContent = formatDate(date);
    facts.append(time);
  }
  return facts;
}

function paragraph(className: string, ...content: Node[]): HTMLParagraphElement {
  const element = document.createElement('p');
  element.className = className;
  element.append(...content);
  return element;
}

function span(content: Node): HTMLSpanElement {
  const element = document.createElement('span');
  element.append(content);
  return element;
}

function link(href: string, content: string | Node): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.append(content);
  return anchor;
}
