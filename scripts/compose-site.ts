import { renderMarkdown } from '../src/core/markdown.ts';
import { COMPARED_FIELDS } from '../src/core/paper/disagreements.ts';
import {
  type MergedRecords,
  mergeRecords,
  type PaperDisagreement,
} from '../src/core/paper/merge-records.ts';
import type { TopicReport, TopicStage } from '../src/core/topics/model-topics.ts';
import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import { basePath } from '../src/page-paths.ts';
import type { PaperPage, Site } from '../src/site-data.ts';
import { composePapers } from './compose-papers.ts';
import { composeTopics } from './compose-topics.ts';
import { describeDigests } from './describe-digests.ts';
import { describePapers, rounded } from './describe-papers.ts';
import { describeRetiredParts } from './describe-retired.ts';
import { describeSkipped } from './describe-skipped.ts';
import { describeSubTopics, type SubTopics } from './describe-sub-topics.ts';
import { describeTime } from './describe-time.ts';
import { describeTopics, lockTopics } from './describe-topics.ts';
import { askedIn, goingOn } from './go-on.ts';
import { keepDigests } from './keep-digests.ts';
import { keepPeople } from './keep-people.ts';
import { dateBuilds, numberBuilds } from './number-builds.ts';
import type { Content } from './read-content.ts';
import { earlierNames, rememberGone, retirePapers } from './retire-papers.ts';
import { parsePaper, proseOf, setText } from './set-text.ts';

/** All that the pages show. */
export interface ShownData {
  readonly site: Site;
  readonly papers: readonly PaperPage[];
  /** Where records of one paper say different things. */
  readonly disagreements: readonly PaperDisagreement[];
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
  /** The day of this build, YYYY-MM-DD. */
  readonly today: string;
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
  const merged = mergeRecords(digests, earlierNames(content.lock));
  const { papers, disagreements } = merged;
  const parsed = papers.map(parsePaper);
  const prose = parsed.map(proseOf);
  const { lock, refit, notes } = goingOn(content, papers, options.refit);
  const before = { lock, refit, retiredPapers: merged.retired };
  const input = { papers, prose, topics: settings.topics, seed: SEED, curations, ...before };
  const named = composeTopics(input, onStage);
  const previous = (paper: number) => lock?.papers.get(papers[paper]!.id)?.position ?? null;
  const described = describePapers(prose, named, SEED, previous, onStage);
  const asked = askedIn(settings);
  const texts = parsed.map(setText);
  const retired = [...retirePapers(merged, texts), ...rememberGone(merged.gone, lock)];
  const subTopics = describeSubTopics(named, { papers, prose, seed: SEED, lock, refit });
  const time = describeTime(named, papers, prose);
  const topics = describeTopics(named, papers, prose, { subTopics, time });
  const joined = numberBuilds(
    papers.map(({ id }) => id),
    lock,
  );
  const builds = dateBuilds(joined, lock, options.today);
  const locked = lockTopics(named, papers, described, asked);
  const pages = composePapers(papers, texts, described, named, { subTopics, joined });
  const people = keepPeople(pages, lock);
  const shownDigests = describeDigests(digests, papers);
  const keptDigests = keepDigests(shownDigests, lock);
  const site: Site = {
    ...describeSettings(settings),
    live,
    ...countMerging(digests, merged),
    skipped: content.skipped.map(describeSkipped),
    ...topics,
    retired: [
      ...topics.retired,
      ...describeRetiredParts(subTopics.retired, topics),
      ...retired.map(({ slug, ...rest }) => ({ ...rest, id: slug })),
      ...people.retired,
      ...keptDigests.retired,
    ],
    lastingAuthors: people.lastingAuthors,
    builds,
    digests: shownDigests,
    model: describeModel(named.model.report, asked),
  };
  return {
    site,
    papers: pages,
    disagreements,
    lock: {
      ...locked,
      ...people.locked,
      digests: keptDigests.locked,
      builds,
      parts: subTopics.parts,
      retired: [...locked.retired, ...subTopics.retired, ...retired],
      papers: lockPapers(locked.papers, joined, subTopics),
    },
    notes,
  };
}

/** What only the whole site knows of them: the builds in which they joined, and the parts of topics. */
function lockPapers(
  papers: TopicsLock['papers'],
  joined: ReadonlyMap<string, number>,
  { partOf }: SubTopics,
): TopicsLock['papers'] {
  return new Map(
    papers.entries().map(([id, paper], index) => {
      const part = partOf[index]!;
      return [id, { ...paper, joined: joined.get(id)!, ...(part !== null && { part }) }];
    }),
  );
}

/** Throws where records are neither papers nor merged into one. */
function countMerging(
  digests: Content['digests'],
  { papers, disagreements }: MergedRecords,
): Pick<Site, 'recordCount' | 'paperCount' | 'mergedCount' | 'disagreements'> {
  const recordCount = digests.reduce((sum, { records }) => sum + records.length, 0);
  const mergedCount = papers.reduce((sum, { sources }) => sum + sources.length - 1, 0);
  if (recordCount !== papers.length + mergedCount) {
    throw new Error(
      `${recordCount} records, but ${papers.length} papers and ${mergedCount} merged`,
    );
  }
  const counts = COMPARED_FIELDS.map((field) => [
    field,
    disagreements.filter((one) => one.field === field).length,
  ]);
  return {
    recordCount,
    paperCount: papers.length,
    mergedCount,
    disagreements: Object.fromEntries(counts) as Site['disagreements'],
  };
}

function describeSettings(settings: Content['settings']) {
  const { title, description, url, language, offline, links } = settings;
  const { text, html } = renderMarkdown(description);
  const base = basePath(url);
  return {
    title,
    description: text,
    descriptionHtml: html,
    url,
    base,
    language,
    offline,
    links: [...links],
  };
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
