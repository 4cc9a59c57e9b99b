// How still topics keep while a collection grows: a folder of daily answers of the Hugging Face API is
// built from its first 300 files and then 30 files at a time, each build from the lock of the one before.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paper } from '../../src/core/paper/paper.ts';
import { adjustedMutualInformation } from '../../src/core/topics/adjusted-mutual-information.ts';
import type { TopicsLock } from '../../src/core/topics/topics-lock.ts';
import { composeTopics } from '../compose-topics.ts';
import { describePapers } from '../describe-papers.ts';
import { lockTopics } from '../describe-topics.ts';

const FIRST_FILES = 300;
const FILES_A_STEP = 30;
const SEED = 1;

interface DailyPaper {
  readonly id: string;
  readonly title: string;
  readonly abstract: string;
}

/** The papers of one file; none of one that is malformed. */
function readDay(path: string): DailyPaper[] {
  const entries: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: { paper?: { id?: string; title?: string; summary?: string } }) => {
    const { id, title, summary } = entry.paper ?? {};
    return id && title ? [{ id, title, abstract: summary ?? '' }] : [];
  });
}

function build(days: readonly DailyPaper[][], lock: TopicsLock | null) {
  const known = new Map(days.flat().map((paper) => [paper.id, paper]));
  const prose = [...known.values()];
  const papers = prose.map(({ id }) => ({ id, arxivId: id }) as Paper);
  const named = composeTopics({
    papers,
    prose,
    topics: 'auto',
    seed: SEED,
    curations: [],
    retiredPapers: [],
    lock,
    refit: false,
  });
  const position = (paper: number) => lock?.papers.get(papers[paper]!.id)?.position ?? null;
  const described = describePapers(prose, named, SEED, position);
  return { papers, named, lock: lockTopics(named, papers, described, null) };
}

/** Mean distance between the earlier and the present positions of papers that were there. */
function meanMove(before: TopicsLock, after: TopicsLock): number {
  const moves = [...before.papers].map(
    ([
      id,
      {
        position: [x, y],
      },
    ]) => {
      const [toX, toY] = after.papers.get(id)!.position;
      return Math.hypot(toX - x, toY - y);
    },
  );
  return moves.reduce((sum, move) => sum + move, 0) / moves.length;
}

function print(numbers: object): void {
  process.stdout.write(`${JSON.stringify(numbers)}\n`);
}

const [folder] = process.argv.slice(2) as [string];
const days = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => readDay(join(folder, name)));
const slugs = new Set<string>();
let built = build(days.slice(0, FIRST_FILES), null);
for (let files = FIRST_FILES; ;) {
  for (const { slug } of built.lock.topics) slugs.add(slug);
  if (files >= days.length) break;
  files = Math.min(days.length, files + FILES_A_STEP);
  const next = build(days.slice(0, files), built.lock);
  const before = [...built.lock.papers];
  const kept = before.filter(([id, { topic }]) => next.lock.papers.get(id)!.topic === topic);
  const pages = new Set([...next.lock.topics, ...next.lock.retired].map(({ slug }) => slug));
  print({
    files,
    papers: next.papers.length,
    topics: next.lock.topics.length,
    areas: next.lock.areas.length,
    kept: Number((kept.length / before.length).toFixed(4)),
    lost: [...slugs].filter((slug) => !pages.has(slug)),
    agreement: Number(next.named.model.report.agreement!.toFixed(3)),
    meanMove: Number(meanMove(built.lock, next.lock).toFixed(4)),
  });
  built = next;
}
const scratch = build(days, null);
const topicOf = (lock: TopicsLock) => scratch.papers.map(({ id }) => lock.papers.get(id)!.topic);
const agreement = adjustedMutualInformation(topicOf(built.lock), topicOf(scratch.lock));
print({ agreementWithScratch: agreement, scratchTopics: scratch.lock.topics.length });
