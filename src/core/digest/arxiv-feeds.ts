import { type Problem, quote } from '../input-error.ts';
import { parseArxivId, parseDoi } from '../paper/paper-ids.ts';
import { webAddress } from '../web-address.ts';
import {
  type Digest,
  type DigestNotes,
  type DigestRecord,
  type DigestShape,
  unknownFields,
} from './digest.ts';
import { withWarnings } from './digest-warnings.ts';
import { LONGEST_RECORD, oneLine } from './field-text.ts';
import { readHtmlFragment } from './html-fragment.ts';
import { commaNames, nameList } from './author-names.ts';
import { readAnnouncement } from './announcement.ts';
import { readNote } from './author-note.ts';
import { ProblemList } from './problem-list.ts';
import { childrenOf, childText, textOf } from './xml-children.ts';
import { readXml, type XmlNode } from './read-xml.ts';
import { titleFault } from './title-fault.ts';
import { withoutTex } from './without-tex.ts';
import { writtenDay } from './written-date.ts';

const SAMPLE = 20_000;

/** Answers of arXiv’s API: Atom of `export.arxiv.org/api/query`. */
export const arxivApi: DigestShape = {
  name: 'arxiv-api',
  source: 'arXiv',
  looksLike: 'Atom of export.arxiv.org/api/query',
  detect: (text) => detectFeed(text, /arxiv\.org\/(?:api\/|abs\/)|opensearch:totalResults/i),
  parse: (text, notes) => parseFeed(text, 'arxiv-api', notes),
};

/** The daily feeds of `rss.arxiv.org`, as RSS or as Atom. */
export const arxivFeed: DigestShape = {
  name: 'arxiv-feed',
  source: 'arXiv',
  looksLike: 'RSS or Atom of rss.arxiv.org',
  detect: (text) => {
    const own = detectFeed(text, /rss\.arxiv\.org|updates on arXiv\.org|announce_type>/);
    return own === 0 ? 0 : own + 0.04;
  },
  parse: (text, notes) => parseFeed(text, 'arxiv-feed', notes),
};

function detectFeed(text: string, sign: RegExp): number {
  const sample = text.slice(0, SAMPLE);
  const isFeed = /^\s*</.test(sample) && /<(?:\w{1,20}:)?(?:feed|rss|RDF)[\s>]/.test(sample);
  return isFeed && /arxiv/i.test(sample) && sign.test(sample) ? 0.95 : 0;
}

/** An empty feed, as at weekends, is a digest of no papers; an error in place of papers is told. */
function parseFeed(text: string, shape: string, notes: DigestNotes): Digest {
  const root = readXml(text);
  const channel = root.name === 'feed' ? root : (childrenOf(root, 'channel')[0] ?? root);
  // RSS 1.0 has its items beside the channel.
  const list = root.name === 'RDF' ? root : channel;
  const isDaily = shape === 'arxiv-feed';
  const problems = new ProblemList();
  const records: DigestRecord[] = [];
  for (const entry of list.children) {
    if (entry.name !== 'entry' && entry.name !== 'item') continue;
    const lines = entry.lines();
    const title = entry.length > LONGEST_RECORD ? null : textOf(entry, 'title');
    const problem = faultOf(entry, title, lines.line);
    if (problem !== null) problems.add(problem);
    else records.push({ ...readEntry(entry, title ?? '', isDaily), ...lines });
  }
  const day = ['updated', 'pubDate', 'date'].map((name) => childText(channel, name)).find(Boolean);
  const digest = {
    shape,
    // An answer of the API is titled by its query.
    title: notes.title ?? (isDaily ? textOf(channel, 'title') : null),
    date: notes.date ?? (isDaily ? writtenDay(day ?? '') : null),
    curator: notes.curator,
    records,
  };
  return problems.finish(withWarnings(digest, partOf(root, records.length)));
}

/** A warning where an answer gives some of what a query finds. */
function partOf(feed: XmlNode, count: number): Problem[] {
  const [total, start] = ['totalResults', 'startIndex'].map((name) => childrenOf(feed, name)[0]);
  const [all, before] = [Number(total?.text ?? 0), Number(start?.text ?? 0)];
  if (total === undefined || count === 0 || !(before + count < all)) return [];
  const { line } = total.lines();
  const last = (before + count).toLocaleString('en');
  const got = `number ${(before + 1).toLocaleString('en')} to ${last}`;
  const expected = `all ${all.toLocaleString('en')} papers that the query finds`;
  const advice = `Where the others are wanted, fetch them too: start=${before + count}.`;
  return [{ line, expected, got, advice }];
}

/** What is wrong with an entry, or null. */
function faultOf(entry: XmlNode, title: string | null, line: number): Problem | null {
  if (title === 'Error' && /\/api\/errors/.test(childText(entry, 'id') ?? '')) {
    return {
      line,
      expected: 'papers',
      got: `the error of arXiv ${quote(childText(entry, 'summary') ?? 'without a reason')}`,
      advice: 'Correct the query and fetch its answer again, or remove the file.',
    };
  }
  const fault = titleFault(title ?? '');
  if (fault === null) return null;
  return {
    line,
    expected: 'an entry with a title',
    got: (title === null ? tooLong(entry) : null) ?? fault,
    advice: 'Fetch the feed again, or take this entry out of it.',
  };
}

function tooLong({ length }: XmlNode): string | null {
  return length > LONGEST_RECORD ? `one of ${length.toLocaleString('en')} characters` : null;
}

/** What the feeds of before 2024 put behind a title: `. (arXiv:2106.00001v2 [cs.CL] UPDATED)`. */
const TITLE_TAIL = /\.?\s*\((arXiv:[^\s()]{9,30})\s+\[([\w.-]{2,30})\][A-Z -]{0,20}\)$/;

function readEntry(entry: XmlNode, written: string, isDaily: boolean) {
  const tail = TITLE_TAIL.exec(written);
  const title = tail === null ? written : written.slice(0, tail.index);
  const address = addressOf(entry);
  const id = [tail?.[1], childText(entry, 'id'), childText(entry, 'guid'), address]
    .map((text) => parseArxivId(text ?? ''))
    .find((found) => found !== null);
  const day = writtenDay(childText(entry, 'published') ?? childText(entry, 'pubDate') ?? '');
  const abstract = childText(entry, 'summary') ?? childText(entry, 'description') ?? '';
  return {
    ...unknownFields,
    title,
    abstract: oneLine(isDaily ? dailyAbstract(abstract) : abstract),
    note: readNote(childText(entry, 'comment')),
    authors: readAuthors(entry),
    // The daily feeds give the day of the announcement, the API that of the first version.
    published: isDaily ? null : day,
    listed: isDaily ? day : null,
    ...id,
    doi: parseDoi(childText(entry, 'doi') ?? childText(entry, 'DOI') ?? ''),
    venue: readVenue(entry),
    categories: readCategories(entry) ?? (tail ? [tail[2]!] : null),
    url: id ? null : webAddress(address),
  };
}

function addressOf(entry: XmlNode): string | undefined {
  const link = childrenOf(entry, 'link').find(({ attributes }) => attributes.rel !== 'related');
  return link?.attributes.href ?? link?.text;
}

function readVenue(entry: XmlNode): string | null {
  const journal = textOf(entry, 'journal_ref') ?? textOf(entry, 'journal_reference');
  return journal === null ? null : withoutTex(journal);
}

function readAuthors(entry: XmlNode): readonly string[] | null {
  const names = childrenOf(entry, 'author').map((author) => textOf(author, 'name') ?? '');
  const known = nameList(names.map((name) => `{${name}}`));
  if (known !== null) return known;
  const creators = childrenOf(entry, 'creator').flatMap(
    ({ text }) => commaNames(withoutTags(text)) ?? [],
  );
  return creators.length > 0 ? creators : null;
}

/** The feeds of before 2024 wrote HTML: `<p>…</p>`, and a link around each name. */
function withoutTags(text: string): string {
  if (!/<(?:p|a)[\s>]/.test(text)) return text;
  return readHtmlFragment(text)?.lines.join(' ') ?? text;
}

/** The first category is the paper’s own. */
function readCategories(entry: XmlNode): readonly string[] | null {
  const all = [...childrenOf(entry, 'primary_category'), ...childrenOf(entry, 'category')];
  const terms = all.map(({ attributes, text }) => oneLine(attributes.term ?? text));
  const known = [...new Set(terms.filter((term) => term !== null))];
  return known.length > 0 ? known : null;
}

function dailyAbstract(text: string): string {
  return withoutTags(readAnnouncement(text)?.abstract ?? text);
}
