import { element } from './element.ts';
import { excerptOf } from './excerpt.ts';
import { markPieces, markWords } from './highlight.ts';
import type { PagefindResult } from './pagefind.d.ts';

/** A result as an item of the list: title, topic, year, and the passage that was found. */
export function resultEntry(result: PagefindResult, query: string): HTMLLIElement {
  const { url, meta, filters, content, locations } = result;
  const title = link(url, markWords(meta['title'] ?? url, query));
  title.className = 'paper-title';
  const facts = document.createElement('p');
  facts.className = 'facts';
  const topic = filters['topic']?.[0] ?? '';
  facts.append(link(topicAddresses()[topic] ?? '', topic));
  for (const published of filters['year'] ?? []) {
    const year = document.createElement('span');
    year.textContent = published;
    facts.append(year);
  }
  const text = document.createElement('p');
  text.className = 'excerpt';
  text.append(markPieces(excerptOf(content, locations)));
  const article = document.createElement('article');
  article.className = 'paper-entry';
  article.append(title, facts, text);
  const entry = document.createElement('li');
  entry.append(article);
  return entry;
}

/** Addresses of topics by label, which the page brings along. */
function topicAddresses(): Record<string, string | undefined> {
  const json = element<HTMLScriptElement>('#topic-addresses').textContent;
  return JSON.parse(json) as Record<string, string | undefined>;
}

function link(href: string, content: string | DocumentFragment): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.append(content);
  return anchor;
}
