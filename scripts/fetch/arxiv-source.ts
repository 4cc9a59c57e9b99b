import { createHash } from 'node:crypto';
import { quote } from '../../src/core/input-error.ts';
import { childrenOf, localName, rootOfXml, type XmlElement } from '../../src/core/xml.ts';
import type { Answer } from './ask.ts';
import { FetchError } from './fetch-error.ts';
import { type Page, padPage, type Slice, type Source } from './source.ts';
import { brokenAnswer, type Kind, textOfAnswer } from './text-of-answer.ts';
import { errorOfFeed } from './words-of-answer.ts';

/** Where arXiv answers programs. */
export const ARXIV = 'https://export.arxiv.org';

/** The most that one answer gives, and all the answers to one question. */
const SLICE = 2000;
const MOST = 30_000;

const FEED: Kind = {
  name: 'an Atom feed',
  contentType: /^(?:application\/(?:atom\+)?xml|text\/xml)\b/i,
};

/**
 * arXiv's API (https://info.arxiv.org/help/api/user-manual.html): one request in three seconds, one
 * connection.
 */
export const arxivSource: Source = {
  title: 'arXiv',
  rate: { count: 1, perMs: 3000 },
  accept: 'application/atom+xml',
  begins: '1991-08-01',
  // A paper appears up to five days after it was submitted, over a long weekend.
  settleDays: 7,
  whenEmpty: 'arXiv finds nothing in a category that does not exist: check --category and --query',
  fileName: ({ name }, page) => `${name}-${padPage(page)}.xml`,
  check: checkFeed,
};

/** What is asked of arXiv, whatever the days. */
export interface ArxivQuestion {
  /** Such as `cs.LG`; null for all. */
  readonly category: string | null;
  /** In arXiv's own terms, such as `all:"sparse attention"`; null for none. */
  readonly query: string | null;
}

/** Whether a text is built like a category: `cs.LG`, `cond-mat.str-el`, `hep-th`; not `cs.lg`. */
export function isCategory(text: string): boolean {
  return (
    /^[a-z]+(?:-[a-z]+)?(?:\.(?:[A-Z]{2}|[a-z]{3,}|[a-z]+-[a-z]+))?$/.test(text) && text.length < 32
  );
}

/** How the files of a question are called behind their day or month. */
export function arxivSeries({ category, query }: ArxivQuestion): string {
  const words = query === null ? [] : [wordsOfQuery(query), shortHash(query)];
  return ['arxiv', category, ...words].filter((part) => part !== null && part !== '').join('-');
}

/** The papers submitted in a period: a day `YYYY-MM-DD`, or a month `YYYY-MM`, to its last day. */
export function arxivSlice(
  base: string,
  question: ArxivQuestion,
  period: string,
  lastDay: string,
): Slice {
  const firstDay = period.length === 7 ? `${period}-01` : period;
  const compact = (day: string) => day.replaceAll('-', '');
  const search = [
    question.category === null ? null : `cat:${question.category}`,
    question.query === null ? null : `(${question.query})`,
    `submittedDate:[${compact(firstDay)}0000 TO ${compact(lastDay)}2359]`,
  ];
  const shared = {
    search_query: search.filter((part) => part !== null).join(' AND '),
    sortBy: 'submittedDate',
    // What is new comes last, so that pages keep still.
    sortOrder: 'ascending',
  };
  return {
    name: `${period}-${arxivSeries(question)}`,
    lastDay,
    url: (cursor) => {
      const rest = { start: String(cursor), max_results: String(SLICE) };
      return `${base}/api/query?${new URLSearchParams({ ...shared, ...rest }).toString()}`;
    },
  };
}

function checkFeed(answer: Answer, cursor: number): Page {
  const text = textOfAnswer(answer, FEED);
  const root = parse(text);
  const failure = errorOfFeed(root);
  if (failure !== null) {
    const advice = 'Check --category, --query and the dates.';
    throw new FetchError({ got: `the error ${quote(failure)}`, advice });
  }
  if (localName(root) !== 'feed') throw noFeed(`the element ${quote(root.name)}`);
  const total = Number(childrenOf(root, 'totalResults')[0]?.text.trim() || 'none');
  if (!Number.isSafeInteger(total) || total < 0) throw noFeed('a feed without totalResults');
  const entries = childrenOf(root, 'entry');
  const wrong = entries.findIndex((entry) => !hasText(entry, 'id') || !hasText(entry, 'title'));
  if (wrong >= 0) throw noFeed(`entry ${wrong + 1} without id or title`);
  return pageOf(entries.length, total, cursor);
}

function pageOf(records: number, total: number, cursor: number): Page {
  if (total > MOST) {
    throw new FetchError({
      got: `${total} papers at once, of which arXiv gives ${MOST}`,
      advice: 'Ask for less: name a --category, or narrow the --query.',
    });
  }
  // arXiv now and then answers so when it is busy (https://github.com/lukasschwab/arxiv.py/issues/43).
  if (records === 0 && cursor < total) {
    throw new FetchError({
      got: `an empty page of ${total - cursor} papers to come`,
      advice: 'arXiv is busy: run the same command again later.',
      isPassing: true,
    });
  }
  const next = cursor + records;
  return { records, next: next < total ? next : null };
}

function parse(text: string): XmlElement {
  try {
    return rootOfXml(text);
  } catch (error) {
    throw brokenAnswer(FEED, error);
  }
}

function hasText(entry: XmlElement, name: string): boolean {
  return (childrenOf(entry, name)[0]?.text.trim() ?? '') !== '';
}

function noFeed(got: string): FetchError {
  return new FetchError({
    got: `${got} in place of arXiv's feed of papers`,
    advice:
      'The source is another one or has changed: open the address in a browser, and check --from.',
  });
}

function wordsOfQuery(query: string): string {
  const words = query.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, 40).replace(/-$/, '');
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}
