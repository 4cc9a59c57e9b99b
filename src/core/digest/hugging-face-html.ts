import { isIsoDate } from '../iso-date.ts';
import type { Digest, DigestRecord, DigestShape } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { isPaperPage, readPaperPage } from './hugging-face-paper-page.ts';
import { type PageOutcome, readEntries } from './hugging-face-entries.ts';
import { pageTitleFault } from './hugging-face-title.ts';
import { mergeTwins } from './merge-twins.ts';
import { type PageProps, readProps } from './hugging-face-props.ts';
import { hasFormattingLeftOpen } from './html-excess.ts';
import { readHtmlRows } from './html-rows.ts';
import { type HtmlNode, parseHtml } from './html-tree.ts';
import type { PageRow } from './page-row.ts';
import { ProblemList } from './problem-list.ts';

/** Characters; a page of a month has a million. */
const LONGEST_HTML = 3_000_000;
/** Each takes two kilobytes of memory; a page of a month has some twenty thousand. */
const MOST_TAGS = 300_000;
const SAMPLE = 20_000;

/** A page of Hugging Face that lists papers, or that of one, as a browser saves it. */
export const huggingFaceHtml: DigestShape = {
  name: 'hugging-face-html',
  source: 'Hugging Face Papers',
  looksLike: 'a page of huggingface.co/papers as a browser saves it: HTML',
  detect(text) {
    const sample = text.slice(0, SAMPLE);
    if (!/^\s*<(?:!doctype html|!--|html|head|body|main|div|section|article)\b/i.test(sample))
      return 0;
    if (/data-target="DailyPapers"|huggingface\.co\/papers/.test(sample)) return 0.95;
    if (/<a\b[^>]{0,500}href="\/papers\/\d{4}\.\d{4,5}/.test(sample)) return 0.9;
    return /<title>[^<]{0,300}Hugging Face/i.test(sample) ? 0.8 : 0;
  },
  parse(text, notes) {
    if (text.length > LONGEST_HTML) {
      throw new DigestError([
        {
          line: 1,
          expected: `at most ${LONGEST_HTML.toLocaleString('en')} characters of HTML`,
          got: text.length.toLocaleString('en'),
          advice:
            'Save the page without its scripts and pictures (“HTML only”), or a shorter page.',
        },
      ]);
    }
    if (text.split('<').length > MOST_TAGS) {
      throw new DigestError([
        {
          line: 1,
          expected: `at most ${MOST_TAGS.toLocaleString('en')} tags of HTML`,
          got: 'more of them',
          advice: 'Save a shorter page.',
        },
      ]);
    }
    if (hasFormattingLeftOpen(text)) {
      throw new DigestError([
        {
          line: 1,
          expected: 'HTML whose formatting ends where it should',
          got: 'many tags such as <b> that nothing closes',
          advice: 'Save the page again with a browser, which closes what it left open.',
        },
      ]);
    }
    const { rows, props, date } = takeApart(text);
    if (isPaperPage(rows)) return withData(readPaperPage(rows, this.name, notes), props);
    const dated = { ...notes, date: notes.date ?? props.date ?? date };
    return join(readEntries(rows, this.name, dated), props);
  },
};

function takeApart(text: string): { rows: PageRow[]; props: PageProps; date: string | null } {
  try {
    const root = parseHtml(text);
    const day = /huggingface\.co\/papers\/date\/(\d{4}-\d{2}-\d{2})/.exec(addressOf(root))?.[1];
    const date = day !== undefined && isIsoDate(day) ? day : null;
    return { rows: readHtmlRows(root), props: readProps(root), date };
  } catch (error) {
    // The parser's own functions call themselves for each element within another.
    if (!(error instanceof RangeError)) throw error;
    throw new DigestError([
      {
        line: 1,
        expected: 'a page of HTML',
        got: 'too many elements within each other',
        advice: 'Save the page again with a browser, or remove the file.',
      },
    ]);
  }
}

/** The page's own address, as its head gives it. */
function addressOf(root: HtmlNode): string {
  const head = 'children' in root ? root.children.flatMap(childrenOf) : [];
  for (const node of head.flatMap(childrenOf)) {
    if (node.type !== 'element') continue;
    const { rel, href, property, content } = node.properties;
    if (node.tagName === 'link' && String(rel) === 'canonical') return String(href);
    if (node.tagName === 'meta' && property === 'og:url') return String(content);
  }
  return '';
}

function childrenOf(node: HtmlNode): HtmlNode[] {
  return 'children' in node ? node.children : [];
}

/** A digest with what the data of its page know of its papers. */
function withData(digest: Digest, { records }: PageProps): Digest {
  const known = new Map(records.map((record) => [record.arxivId, record]));
  return {
    ...digest,
    records: digest.records.map((record) => enrich(record, known.get(record.arxivId))),
  };
}

/** The papers that the page shows, with what its data know of them; those of its data, if it shows none. */
function join({ digest, problems }: PageOutcome, props: PageProps): Digest {
  const shown = withData(digest, props).records;
  const isData = shown.length === 0 && props.records.length > 0;
  const records = isData ? mergeTwins(props.records) : shown;
  const bad = records.filter(({ title }) => pageTitleFault(title) !== null);
  const all = isData ? new ProblemList() : problems;
  for (const { line, title } of bad) {
    all.add({
      line,
      expected: 'the title of a paper',
      got: pageTitleFault(title)!,
      advice: 'Restore the title, or remove the entry.',
    });
  }
  for (const item of isData || props.records.length === 0 ? props.badItems : []) {
    all.add({
      line: 1,
      expected: 'a paper with an arXiv id and a title in the data of the page',
      got: `item ${item}, which has none`,
      advice: 'Save the page again with a browser, or remove the item.',
    });
  }
  for (const line of props.brokenLines) {
    all.add({
      line,
      expected: 'JSON in the data of the page (data-props)',
      got: 'something else',
      advice: 'Save the page again with a browser, or remove this attribute.',
    });
  }
  return all.finish({ ...digest, records: records.filter((record) => !bad.includes(record)) });
}

/** The page's data are whole where what it shows may be cut. */
function enrich(shown: DigestRecord, data: DigestRecord | undefined): DigestRecord {
  if (!data) return shown;
  const known = Object.entries(data).filter(([, value]) => value !== null);
  const { title, line, endLine } = shown;
  return { ...shown, ...(Object.fromEntries(known) as typeof data), title, line, endLine };
}
