import { renderMarkdown } from '../src/core/markdown.ts';
import { mergeRecords } from '../src/core/paper/merge-records.ts';
import type { Paper } from '../src/core/paper/paper.ts';
import type { TopicReport, TopicStage } from '../src/core/topics/model-topics.ts';
import { assertSameCollection, isOfCollection } from '../src/core/topics/parse-lock.ts';
import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import { basePath, type PaperPage, type Site } from '../src/site-data.ts';
import { composeTopics, type NamedTopics } from './compose-topics.ts';
import { describeDigests } from './describe-digests.ts';
import { type DescribedPaper, describePapers, rounded } from './describe-papers.ts';
import { describeTopics, lockTopics } from './describe-topics.ts';
import type { Content } from './read-content.ts';
import { type PaperText, parsePaper, proseOf, setText } from './set-text.ts';

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

/** Topics kept from an earlier build that agree less with fresh ones should be fitted anew. */
const LEAST_AGREEMENT = 0.8;

/**
 * From what was read to what is shown: papers, their topics, and the texts of the pages. Pure. Throws
 * InputError for curation that names what is not there, and for the lock of another collection.
 */
export function composeSite(content: Content, options: ComposeOptions): SiteData {
  const { settings, digests, curations } = content;
  const { live, onStage } = options;
  const papers = mergeRecords(digests);
  const parsed = papers.map(parsePaper);
  const prose = parsed.map(proseOf);
  const { lock, refit, notes } = goingOn(content, papers, options.refit);
  const input = { papers, prose, topics: settings.topics, seed: SEED, curations, lock, refit };
  const named = composeTopics(input, onStage);
  const previous = (paper: number) => lock?.papers.get(papers[paper]!.id)?.position ?? null;
  const described = describePapers(prose, named, SEED, previous, onStage);
  const asked = askedIn(settings);
  const site: Site = {
    ...describeSettings(settings),
    live,
    recordCount: digests.reduce((sum, { records }) => sum + records.length, 0),
    paperCount: papers.length,
    ...describeTopics(named, papers),
    digests: describeDigests(digests, papers),
    model: describeModel(named.model.report, asked),
  };
  return {
    site,
    papers: composePapers(papers, parsed.map(setText), described, named),
    lock: lockTopics(named, papers, described, asked),
    notes,
  };
}

/** What the topics go on from, whether they are fitted anew, and what the operator should know of that. */
function goingOn(
  { settings, lock: written, lockPath, lockProblems }: Content,
  papers: readonly Paper[],
  refit: boolean,
): { lock: TopicsLock | null; refit: boolean; notes: string[] } {
  const ids = papers.map(({ id }) => id);
  if (written !== null && !refit) assertSameCollection(lockPath, written, ids);
  const lock = written !== null && isOfCollection(written, ids) ? written : null;
  const asked = askedIn(settings);
  const isAskedAnew = lock !== null && lock.asked !== asked;
  const notes = [
    ...lockProblems.map(
      ({ path, line, expected, got }) =>
        `${path}:${line}: passed over, for a refit: expected ${expected}, got ${got}`,
    ),
    ...(written !== lock ? [`${lockPath}: passed over: it is that of another collection`] : []),
    ...(isAskedAnew && !refit ? [describeChange(lock.asked, asked)] : []),
  ];
  return { lock, refit: refit || isAskedAnew, notes };
}

/** The number of topics that the operator set; null where it is left to the data. */
function askedIn({ topics }: Content['settings']): number | null {
  return topics === 'auto' ? null : topics;
}

function describeSettings({ title, description, url, language, links }: Content['settings']) {
  const { text, html } = renderMarkdown(description);
  const base = basePath(url);
  return {
    title,
    description: text,
    descriptionHtml: html,
    url,
    base,
    language,
    links: [...links],
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
