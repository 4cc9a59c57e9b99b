import { isObject, type LooseObject } from '../json-object.ts';
import type { DigestShape } from './digest.ts';
import { nameList } from './author-names.ts';
import { termsIn, textIn } from './loose-paper.ts';
import { type JsonPapers, parseJsonPapers, peekJson } from './json-records.ts';
import type { PaperDraft } from './paper-draft.ts';

/** An abstract has at most so many words; a position beyond it is none. */
const MOST_WORDS = 20_000;

/** Works as https://docs.openalex.org/api-entities/works/work-object has them. */
export const openAlexPapers: JsonPapers = {
  shape: 'open-alex',
  paths: [['results'], []],
  isPaper: (work) =>
    ('abstract_inverted_index' in work || 'authorships' in work || isOpenAlexId(work.id)) &&
    ('display_name' in work || 'title' in work),
  draft,
};

/** Saved lists of works and single works of OpenAlex. */
export const openAlex: DigestShape = {
  name: 'open-alex',
  source: 'OpenAlex',
  looksLike: 'JSON {meta, results: [{id, display_name, abstract_inverted_index, authorships}]}',
  detect(text) {
    const first = peekJson(text, openAlexPapers.paths);
    return first.length > 0 && first.every(openAlexPapers.isPaper) ? 0.9 : 0;
  },
  parse: (text, notes) => parseJsonPapers(text, notes, openAlexPapers),
};

function isOpenAlexId(value: unknown): boolean {
  return typeof value === 'string' && /^https:\/\/openalex\.org\/W\d/.test(value);
}

function draft(work: LooseObject): PaperDraft {
  const places = [work.primary_location, work.best_oa_location, ...listIn(work.locations)];
  const locations = places.filter(isObject);
  const sources = locations.map(({ source }) => source).filter(isObject);
  return {
    title: textIn(work.display_name) ?? textIn(work.title),
    abstract: textIn(work.abstract) ?? invertedText(work.abstract_inverted_index),
    authors: nameList(listIn(work.authorships).map(authorName)),
    published: [textIn(work.publication_date), textIn(work.publication_year)],
    doi: textIn(work.doi),
    addresses: [...locations.map((location) => textIn(location.landing_page_url)), textIn(work.id)],
    venue: textIn(sources.map((source) => source.display_name).find((name) => !isRepository(name))),
    keywords: termsIn(work.keywords) ?? termsIn(work.concepts),
    categories: topicsOf(work),
  };
}

function authorName(authorship: unknown): string {
  if (!isObject(authorship)) return '';
  const author = isObject(authorship.author) ? authorship.author : {};
  const name = textIn(author.display_name);
  // As the paper writes it: it may be “Last, First”, where a name of OpenAlex has its commas within.
  return name === null ? (textIn(authorship.raw_author_name) ?? '') : `{${name}}`;
}

function topicsOf(work: LooseObject): readonly string[] | null {
  const topic = isObject(work.primary_topic) ? work.primary_topic : {};
  return termsIn(isObject(topic.subfield) ? [topic.subfield] : null);
}

function isRepository(name: unknown): boolean {
  return typeof name !== 'string' || /^arxiv\b/i.test(name);
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The words of `{"Deep": [0, 7], …}` in their places; null where there are none. */
function invertedText(index: unknown): string | null {
  if (!isObject(index)) return null;
  const words: string[] = [];
  for (const [word, positions] of Object.entries(index)) {
    for (const at of listIn(positions)) {
      if (Number.isInteger(at) && (at as number) >= 0 && (at as number) < MOST_WORDS) {
        words[at as number] = word;
      }
    }
  }
  const text = words.filter((word) => word !== undefined).join(' ');
  return text.replace(/^abstract:?\s+(?=\p{Lu})/iu, '') || null;
}
