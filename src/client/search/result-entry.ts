import { formatDate } from '../../format.ts';
import { makeStar } from '../saved/make-star.ts';
import { authorLine, excerptOf, hitWords } from './excerpt.ts';
import { markPieces, markWords } from './highlight.ts';
import { TOPIC_SHAPES } from '../../topics/topic-shapes.ts';
import { make } from './make-element.ts';
import type { ShownPaper } from './search-engine.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** A paper found as an item of a list: title, authors, topic, date, star and, if not short, the passage found. */
export function resultEntry(paper: ShownPaper, query: string, isShort = false): HTMLLIElement {
  const { url, title, content, hits } = paper;
  const words = `${query} ${hitWords(content, hits)}`;
  const heading = link(url, markWords(title, words));
  heading.className = 'paper-title';
  heading.dir = 'auto';
  const article = make('article', 'paper-entry', heading, factsOf(paper));
  if (!isShort) article.append(make('p', 'excerpt', markPieces(excerptOf(content, hits))));
  article.append(makeStar(url.split('/').at(-2) ?? '', title));
  return make('li', '', article);
}

function factsOf({ content, hits, date, topic }: ShownPaper): Element {
  const facts = make('p', 'facts');
  const authors = authorLine(content, hits);
  if (authors.length > 0) facts.append(make('span', '', markPieces(authors)));
  if (topic) {
    facts.append(
      make(
        'span',
        '',
        topicMark(topic.mark),
        ' ',
        link(`${import.meta.env.BASE_URL}topics/${topic.id}/`, topic.label),
      ),
    );
  }
  if (date) {
    const time = make('time', '', formatDate(date));
    time.dateTime = date;
    facts.append(time);
  }
  return facts;
}

function topicMark({ color, shape }: NonNullable<ShownPaper['topic']>['mark']): SVGElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', TOPIC_SHAPES[shape] ?? '');
  const mark = document.createElementNS(SVG, 'svg');
  mark.setAttribute('class', `topic-mark topic-color-${color}`);
  mark.setAttribute('viewBox', '0 0 16 16');
  mark.setAttribute('width', '12');
  mark.setAttribute('height', '12');
  mark.setAttribute('aria-hidden', 'true');
  mark.append(path);
  return mark;
}

function link(href: string, content: string | Node): HTMLAnchorElement {
  const anchor = make('a', '', content);
  anchor.href = href;
  return anchor;
}
