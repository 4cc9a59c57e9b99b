import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatCount } from '../src/format.ts';
import { ArgumentsError } from './check-output-folder.ts';
import type { Effects } from './effects.ts';
import { arxivSeries, ARXIV, type ArxivQuestion, arxivSource } from './fetch/arxiv-source.ts';
import { ASK_LIMITS, type AskLimits } from './fetch/ask.ts';
import { addDays, dayOf, endOfMonth, endOfWeek } from './fetch/days.ts';
import { IncompleteFetchError } from './fetch/fetch-error.ts';
import { fetchSlices, type FetchReport } from './fetch/fetch-slices.ts';
import { type FetchState, readFetchState, writeFetchState } from './fetch/fetch-state.ts';
import { HUGGING_FACE, huggingFaceSlice, huggingFaceSource } from './fetch/hugging-face-source.ts';
import { arxivPeriods, firstDay, huggingFaceDays } from './fetch/plan-slices.ts';
import type { Slice, Source } from './fetch/source.ts';
import { StoppedError } from './stopped-error.ts';

/** What every `sheaf fetch` is asked for. */
interface FetchOptions {
  readonly content: string;
  /** A day, or `last` to go on from what is there. */
  readonly since?: string | undefined;
  /** Another host in place of the source's own. */
  readonly from?: string | undefined;
  /** Asks again for lists that are there and final. */
  readonly again: boolean;
}

/** What `sheaf fetch hf` is asked for: at most one of the periods. */
export interface HuggingFaceOptions extends FetchOptions {
  readonly date?: string | undefined;
  readonly week?: string | undefined;
  readonly month?: string | undefined;
}

/** What `sheaf fetch arxiv` is asked for: a category or a query at least. */
export interface ArxivOptions extends FetchOptions {
  readonly category?: readonly string[] | undefined;
  readonly query?: string | undefined;
}

/** What slices are chosen by. */
interface Ground {
  readonly state: FetchState;
  readonly files: readonly string[];
  readonly today: string;
}

/** How a run begins: what it remembers as begun from a day, and what it asks for. */
interface Plan {
  readonly since: Readonly<Record<string, string>>;
  readonly slices: readonly Slice[];
}

/**
 * Fetches days of Hugging Face's daily papers into `digests/`. Throws ArgumentsError, InputError for
 * a damaged `.fetch.json`, IncompleteFetchError where something could not be had, and StoppedError.
 */
export async function fetchHuggingFace(
  options: HuggingFaceOptions,
  effects: Effects,
  signal: AbortSignal,
  limits: AskLimits = ASK_LIMITS,
): Promise<void> {
  const base = baseOf(options.from ?? HUGGING_FACE);
  const plan = (ground: Ground): Plan => {
    const period = huggingFacePeriod(options, base, ground.today);
    if (period !== null) return { since: {}, slices: [period] };
    const since = sinceOf(options, huggingFaceSource, 'hugging-face', ground);
    return { since: { 'hugging-face': since }, slices: huggingFaceDays(base, since, ground.today) };
  };
  await run({ source: huggingFaceSource, base, plan, limits }, options, effects, signal);
}

/** Fetches new papers of arXiv by the day or month of their submission; throws as above. */
export async function fetchArxiv(
  options: ArxivOptions,
  effects: Effects,
  signal: AbortSignal,
  limits: AskLimits = ASK_LIMITS,
): Promise<void> {
  const base = baseOf(options.from ?? ARXIV);
  const query = options.query?.trim() || null;
  const categories = [...new Set(options.category ?? [])];
  if (categories.length === 0 && query === null) {
    throw new ArgumentsError('name what to fetch: --category cs.LG, or --query "all:attention"');
  }
  const questions: ArxivQuestion[] = (categories.length === 0 ? [null] : categories).map(
    (category) => ({ category, query }),
  );
  const plan = (ground: Ground): Plan => {
    const begun = questions.map((question) => {
      const series = arxivSeries(question);
      return { question, series, since: sinceOf(options, arxivSource, series, ground) };
    });
    return {
      since: Object.fromEntries(begun.map(({ series, since }) => [series, since])),
      slices: begun.flatMap(({ question, since }) => arxivPeriods(base, question, since, ground)),
    };
  };
  await run({ source: arxivSource, base, plan, limits }, options, effects, signal);
}

async function run(
  task: {
    readonly source: Source;
    readonly base: string;
    readonly plan: (ground: Ground) => Plan;
    readonly limits: AskLimits;
  },
  { content, again }: FetchOptions,
  effects: Effects,
  signal: AbortSignal,
): Promise<void> {
  if ((await effects.listFiles(content)) === null) {
    throw new ArgumentsError(`--content ${content} is no folder; name that of site.yaml`);
  }
  const folder = join(content, 'digests');
  const files = (await effects.listFiles(folder)) ?? [];
  const state = await readFetchState(folder, effects);
  const { since, slices } = task.plan({ state, files, today: dayOf(effects.wallClock()) });
  await mkdir(folder, { recursive: true });
  for (const [series, day] of Object.entries(since)) {
    const before = state.since[series];
    if (before === undefined || day < before) state.since[series] = day;
  }
  await writeFetchState(folder, state, null, effects);
  try {
    const report = await fetchSlices(
      { ...task, slices, folder, state, isAgain: again },
      effects,
      signal,
    );
    tell(report, task.source, folder, effects);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new StoppedError('what was fetched is kept; the same command goes on from there', {
      cause: error,
    });
  }
}

function tell(report: FetchReport, source: Source, folder: string, effects: Effects): void {
  const { counts, records, failures, untried } = report;
  const parts = [
    `${formatCount(counts.written, 'file')} with ${formatCount(records, 'paper')} written to ${folder}`,
    counts.unchanged > 0 ? `${counts.unchanged} unchanged` : '',
    counts.empty > 0 ? `${counts.empty} without papers` : '',
    counts.there > 0 ? `${counts.there} there already` : '',
  ];
  effects.log(`${source.title}: ${parts.filter((part) => part !== '').join(', ')}`);
  const isAllEmpty = counts.empty > 0 && counts.written + counts.unchanged + counts.there === 0;
  if (isAllEmpty && source.whenEmpty !== null) effects.log(source.whenEmpty);
  if (failures.length === 0) return;
  const rest = untried > 0 ? `; ${untried} more not tried` : '';
  throw new IncompleteFetchError(
    [
      `${source.title}: ${failures.length} could not be fetched${rest}. What was fetched is kept: the same command goes on from there.`,
      ...failures.map((failure) => `  ${failure}`),
    ].join('\n'),
  );
}

function sinceOf({ since }: FetchOptions, source: Source, series: string, ground: Ground): string {
  const day = firstDay(since, series, ground);
  if (day === null) {
    throw new ArgumentsError(
      `--since last finds nothing of ${series} to go on from; name a day: --since ${ground.today}`,
    );
  }
  refuseOutside('--since', day, source, ground.today);
  return day;
}

function huggingFacePeriod(
  { date, week, month }: HuggingFaceOptions,
  base: string,
  today: string,
): Slice | null {
  if (date !== undefined) {
    refuseOutside('--date', date, huggingFaceSource, today);
    return huggingFaceSlice(base, 'date', date, date);
  }
  if (week !== undefined) {
    const sunday = endOfWeek(week)!;
    refuseOutside('--week', addDays(sunday, -6), huggingFaceSource, today);
    return huggingFaceSlice(base, 'week', week, sunday);
  }
  if (month === undefined) return null;
  refuseOutside('--month', `${month}-01`, huggingFaceSource, today);
  return huggingFaceSlice(base, 'month', month, endOfMonth(month));
}

/** A slip in the year must not make thousands of requests. */
function refuseOutside(
  option: string,
  day: string,
  { title, begins }: Source,
  today: string,
): void {
  if (day > today) throw new ArgumentsError(`${option} ${day} is yet to come; today is ${today}`);
  if (day >= begins) return;
  throw new ArgumentsError(
    `${option} ${day} is before ${title} began; name a day from ${begins} on`,
  );
}

/** A host and perhaps a path, without a slash at the end. */
function baseOf(text: string): string {
  const url = URL.parse(text);
  const isPlain = url?.search === '' && url.hash === '' && url.username === '';
  if (url === null || !isPlain || !/^https?:$/.test(url.protocol)) {
    throw new ArgumentsError(`--from ${text} is no address such as https://host.example`);
  }
  return url.href.replace(/\/+$/, '');
}
