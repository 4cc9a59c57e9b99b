import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import { type AskContext, type AskLimits } from './ask.ts';
import { askPatiently } from './ask-patiently.ts';
import { DAY_MS } from './days.ts';
import { FetchError } from './fetch-error.ts';
import { type FetchState, type Remembered, writeFetchState } from './fetch-state.ts';
import { keepAnswer, type Outcome, type Standing, standingOf } from './keep-answer.ts';
import { RateLimit } from './rate-limit.ts';
import type { Slice, Source } from './source.ts';

/** What is fetched, from where, to where. */
export interface FetchTask {
  readonly source: Source;
  readonly base: string;
  readonly slices: readonly Slice[];
  /** The folder of the digests. */
  readonly folder: string;
  readonly state: FetchState;
  readonly limits: AskLimits;
  /** Asks for final lists that are there too. */
  readonly isAgain: boolean;
}

/** What a run did: numbers of answers, of papers in the new ones, and what failed. */
export interface FetchReport {
  readonly counts: Record<Outcome | 'there', number>;
  readonly records: number;
  /** One text for each slice that could not be had whole. */
  readonly failures: readonly string[];
  /** Slices that were not tried any more. */
  readonly untried: number;
}

/** More failures in a row say that it is not the day that is wrong. */
const MOST_FAILURES = 3;
/** No list of papers has more pages: 30,000 of them in hundreds. */
const MOST_PAGES = 300;

/**
 * Fetches slices one after the other and keeps each answer as it comes. A slice that fails is told in
 * the report, and the next is tried unless the source does not answer at all. Throws once `signal` has
 * aborted, and where the disk fails.
 */
export async function fetchSlices(
  task: FetchTask,
  effects: Effects,
  signal: AbortSignal,
): Promise<FetchReport> {
  const counts = { written: 0, unchanged: 0, empty: 0, there: 0 };
  const report = { counts, records: 0, failures: [] as string[], untried: 0 };
  const context = contextOf(task, effects, signal);
  let inARow = 0;
  for (const [index, slice] of task.slices.entries()) {
    try {
      await fetchSlice(slice, task, context, effects, (outcome, { file, records }) => {
        counts[outcome]++;
        if (outcome === 'written') report.records += records;
        if (outcome === 'there') return;
        effects.progress(`${index + 1} of ${task.slices.length}: ${file} ${outcome}`);
      });
      inARow = 0;
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      report.failures.push(`${slice.name}: got ${error.message}`);
      inARow++;
      // What would pass was tried for minutes; the next would be too.
      if (!error.isPassing && inARow < MOST_FAILURES) continue;
      report.untried = task.slices.length - index - 1;
      break;
    }
  }
  return report;
}

function contextOf(
  { source, base, state, limits }: FetchTask,
  effects: Effects,
  signal: AbortSignal,
): AskContext {
  const earlier = Object.values(state.answers)
    .filter(({ url }) => url.startsWith(base))
    .map(({ asked }) => Date.parse(asked))
    .filter((asked) => asked > effects.wallClock() - source.rate.perMs);
  const limit = new RateLimit(source.rate, earlier);
  return { fetch: effects.fetch, limits, signal, pass: () => limit.pass(effects, signal) };
}

type OnPage = (
  outcome: Outcome | 'there',
  page: { readonly file: string; readonly records: number },
) => void;

async function fetchSlice(
  slice: Slice,
  task: FetchTask,
  context: AskContext,
  effects: Effects,
  onPage: OnPage,
): Promise<void> {
  const { source, folder, state } = task;
  let last: string | null = null;
  let cursor: number | null = 0;
  for (let page = 1; cursor !== null; page++) {
    const file = source.fileName(slice, page);
    const standing = await standingOf(join(folder, file), state.answers[file], effects);
    const isThere = !task.isAgain && isFinal(state.answers[file], standing, slice, source);
    const outcome: Outcome | 'there' = isThere
      ? 'there'
      : await fetchPage({ file, url: slice.url(cursor), cursor }, standing, task, context, effects);
    const kept: Remembered = state.answers[file]!;
    if (kept.sha256 !== null && kept.sha256 === last) throw inCircles(file);
    if (page === MOST_PAGES) throw inCircles(file);
    onPage(outcome, { file, records: kept.records });
    last = kept.sha256;
    cursor = kept.next;
  }
}

/** Whether a page need not be asked for: it is there, and was asked for when its list was final. */
function isFinal(
  remembered: Remembered | undefined,
  { sha256, isAsRemembered }: Standing,
  slice: Slice,
  { settleDays }: Source,
): boolean {
  if (remembered === undefined) return false;
  const finalMs = Date.parse(slice.lastDay) + (1 + settleDays) * DAY_MS;
  if (Date.parse(remembered.asked) < finalMs) return false;
  // What the operator has changed is there as well.
  return isAsRemembered || (sha256 !== null && sha256 !== remembered.before);
}

async function fetchPage(
  page: { readonly file: string; readonly url: string; readonly cursor: number },
  standing: Standing,
  { source, folder, state }: FetchTask,
  context: AskContext,
  effects: Effects,
): Promise<Outcome> {
  const { file, url, cursor } = page;
  const remembered = state.answers[file];
  const headers = {
    accept: source.accept,
    'user-agent': 'sheaf-fetch/0.1',
    ...(remembered?.url === url && standing.isAsRemembered ? validators(remembered) : {}),
  };
  const question = {
    url,
    headers,
    check: (answer: Parameters<Source['check']>[0]) => source.check(answer, cursor),
  };
  const verdict = await askPatiently(question, context, effects);
  if (verdict !== null) return keepAnswer({ folder, file, url }, verdict, standing, state, effects);
  state.answers[file] = { ...remembered!, asked: new Date(effects.wallClock()).toISOString() };
  await writeFetchState(folder, state, file, effects);
  return remembered!.sha256 === null ? 'empty' : 'unchanged';
}

function validators({ etag, lastModified }: Remembered): Record<string, string> {
  return {
    ...(etag === null ? {} : { 'if-none-match': etag }),
    ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
  };
}

function inCircles(file: string): FetchError {
  return new FetchError({
    got: `the same papers again for ${file}, without end`,
    advice: 'The source does not know pages: name another with --from URL.',
  });
}
