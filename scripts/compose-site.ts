import { digestShapes } from '../src/core/digest/digest-shapes.ts';
import { renderMarkdown } from '../src/core/markdown.ts';
import {
  type Inline,
  inlineToHtml,
  inlineToText,
  inlineToUnicode,
  mathSources,
} from '../src/core/paper/inline.ts';
import { mergeRecords } from '../src/core/paper/merge-records.ts';
import type { Paper } from '../src/core/paper/paper.ts';
import { shortenInline } from '../src/core/paper/shorten-inline.ts';
import { parseInline } from '../src/core/paper/parse-inline.ts';
import type { TopicReport, TopicStage } from '../src/core/topics/model-topics.ts';
import { assertSameCollection, isOfCollection } from '../src/core/topics/parse-lock.ts';
import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import type { WrittenPaper } from '../src/core/text/written-forms.ts';
import { basePath, type DigestPage, type PaperPage, type Site } from '../src/site-data.ts';
import { composeTopics, type NamedTopics } from './compose-topics.ts';
import { type DescribedPaper, describePapers, rounded } from './describe-papers.ts';
import { describeTopics, lockTopics } from './describe-topics.ts';
import { freeSlug } from './name-groups.ts';
import type { Content, ReadDigest } from './read-content.ts';

/** All that the pages show. */
export interface ShownData {
  readonly site: Site;
  readonly papers: readonly PaperPage[];
}

/** All that the pages show, and what the next build goes on from. */
export interface SiteData extends ShownData {
  readonly lock: TopicsLock;
  /** What the operator should know of how the topics came about, a line each. */
  readonly notes: readonly string[];
}

/** How a site is composed. */
export interface ComposeOptions {
  /** Makes pages that load themselves anew. */
  readonly live: boolean;
  /** Fits the topics anew; of those of an earlier build only the names go on. */
  readonly refit: boolean;
  readonly onStage?: (stage: TopicStage) => void;
}

const SEED = 1;

const EXCERPT_LENGTH = 240;
/** Topics kept from an earlier build that agree less with fresh ones should be fitted anew. */
const LEAST_AGREEMENT = 0.8;

type PaperText = Pick<
  PaperPage,
  'title' | 'titleText' | 'titleHtml' | 'abstract' | 'abstractHtml' | 'excerptHtml' | 'mathSources'
>;

/**
 * From what was read to what is shown: papers, their topics, and the texts of the pages. Pure. Throws
 * InputError for curation that names what is not there.
 */
export function composeSite(
  { settings, digests, curations, lock: written, lockPath, lockProblems }: Content,
  { live, refit, onStage }: ComposeOptions,
): SiteData {
  const papers = mergeRecords(digests);
  const parsed = papers.map(parsePaper);
  const texts = parsed.map(setText);
  const prose = parsed.map(proseOf);
  const ids = papers.map(({ id }) => id);
  if (written !== null && !refit) assertSameCollection(lockPath, written, ids);
  const lock = written !== null && isOfCollection(written, ids) ? written : null;
  const asked = settings.topics === 'auto' ? null : settings.topics;
  const isAskedAnew = lock !== null && lock.asked !== asked;
  const input = { papers, prose, topics: settings.topics, seed: SEED, curations, lock };
  const named = composeTopics({ ...input, refit: refit || isAskedAnew }, onStage);
  const described = describePapers(
    prose,
    named,
    SEED,
    (paper) => lock?.papers.get(papers[paper]!.id)?.position ?? null,
    onStage,
  );
  const description = renderMarkdown(settings.description);
  const site: Site = {
    title: settings.title,
    description: description.text,
    descriptionHtml: description.html,
    url: settings.url,
    base: basePath(settings.url),
    language: settings.language,
    links: [...settings.links],
    live,
    recordCount: digests.reduce((sum, { records }) => sum + records.length, 0),
    paperCount: papers.length,
    ...describeTopics(named, papers),
    digests: composeDigests(digests, papers),
    model: describeModel(named.model.report, asked),
  };
  return {
    site,
    papers: composePapers(papers, texts, described, named),
    lock: lockTopics(named, papers, described, asked),
    notes: [
      ...lockProblems.map(
        ({ path, line, expected, got }) =>
          `${path}:${line}: passed over, for a refit: expected ${expected}, got ${got}`,
      ),
      ...(written !== lock ? [`${lockPath}: passed over: it is that of another collection`] : []),
      ...(isAskedAnew && !refit ? [describeChange(lock.asked, asked)] : []),
    ],
  };
}

function describeChange(before: number | null, asked: number | null): string {
  const [from, to] = [before ?? 'auto', asked ?? 'auto'];
  return `topics were fitted anew, because site.yaml has topics: ${to}, and had ${from}; names go on`;
}

function describeModel(
  { agreement, recurrences, ...report }: TopicReport,
  asked: number | null,
): Site['model'] {
  return {
    ...report,
    asked,
    recurrences: recurrences.map((recurrence) => rounded(recurrence)),
    leastRecurrence: rounded(report.leastRecurrence),
    drift:
      agreement === null
        ? null
        : { agreement: rounded(agreement), needsRefit: agreement < LEAST_AGREEMENT },
  };
}

/** A paper's title and abstract as inline trees. */
interface ParsedPaper {
  readonly title: Inline[];
  readonly abstract: Inline[] | null;
}

function parsePaper({ title, abstract }: Paper): ParsedPaper {
  return { title: parseInline(title), abstract: abstract === null ? null : parseInline(abstract) };
}

/** What the topics are made of: the names in formulas are no words. */
function proseOf({ title, abstract }: ParsedPaper): WrittenPaper {
  const withoutMaths = (nodes: Inline[]) =>
    inlineToText(nodes.filter(({ type }) => type !== 'math'));
  return { title: withoutMaths(title), abstract: withoutMaths(abstract ?? []) };
}

function setText({ title, abstract }: ParsedPaper): PaperText {
  return {
    title: inlineToText(title),
    titleText: inlineToUnicode(title),
    titleHtml: inlineToHtml(title),
    abstract: abstract && inlineToText(abstract),
    abstractHtml: abstract && inlineToHtml(abstract),
    excerptHtml: abstract && inlineToHtml(shortenInline(abstract, EXCERPT_LENGTH)),
    mathSources: mathSources([...title, ...(abstract ?? [])]),
  };
}

function composePapers(
  papers: readonly Paper[],
  texts: readonly PaperText[],
  described: readonly DescribedPaper[],
  { topics, curated }: NamedTopics,
): PaperPage[] {
  return papers.map((paper, index) => ({
    ...paper,
    ...texts[index]!,
    authors: paper.authors && [...paper.authors],
    sources: [...paper.sources],
    topic: topics[curated.topicOf[index]!]!.slug,
    why: described[index]!.why,
    position: described[index]!.position,
    related: described[index]!.related.map(({ row, score, shared }) => ({
      id: papers[row]!.id,
      score,
      shared: [...shared],
    })),
  }));
}

function composeDigests(digests: readonly ReadDigest[], papers: readonly Paper[]): DigestPage[] {
  const slugOf = uniqueSlugs(
    digests.map(({ path }) => withoutExtension(path)),
    'digest',
  );
  const nameOf = uniqueNames(digests);
  const lineOf = new Map<string, { id: string; line: number }[]>();
  for (const { id, sources } of papers) {
    for (const { digest, line } of sources) {
      const lines = lineOf.get(digest) ?? [];
      lineOf.set(digest, lines);
      lines.push({ id, line });
    }
  }
  return digests.map(({ path, shape, date, curator, records }, index) => ({
    slug: slugOf[index]!,
    file: path,
    title: nameOf[index]!,
    shape,
    date,
    curator,
    records: records.length,
    papers: [
      ...new Set((lineOf.get(path) ?? []).toSorted((a, b) => a.line - b.line).map(({ id }) => id)),
    ],
  }));
}

/** What a reader calls a digest: its title and day, and its file where another has the same. */
function uniqueNames(digests: readonly ReadDigest[]): string[] {
  const names = digests.map(({ shape, title, date }) => {
    const name = title ?? digestShapes.find(({ name: known }) => known === shape)!.source;
    return date === null ? name : `${name}, ${date}`;
  });
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name)
      ? name
      : `${name} (${withoutExtension(digests[index]!.path)})`,
  );
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}

/** A slug for each text, with a number behind it where an earlier text has the same. */
function uniqueSlugs(texts: readonly string[], fallback: string): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const slug = freeSlug(text, taken, fallback);
    taken.add(slug);
    return slug;
  });
}
