import type { Effects } from '../effects.ts';
import { type Answer, ask, type AskContext } from './ask.ts';
import { FetchError } from './fetch-error.ts';
import { retryAfterMs } from './retry-after.ts';
import { statusError } from './status-error.ts';

/** How often a request is made before it is given up. */
const TRIES = 6;
/** A source that asks for more is left alone. */
const MOST_WAIT_MS = 10 * 60_000;
const FIRST_WAIT_MS = 2_000;
/** Who is told to slow down and not by how much waits longer: Hugging Face counts over five minutes. */
const FIRST_WAIT_TOO_MANY_MS = 15_000;

/** A request, and what its answer must be. */
export interface Question<Checked> {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Throws FetchError for a body that is not what it should be. */
  readonly check: (answer: Answer) => Checked;
}

/** An answer that was checked; null says that what is there is still so (304). */
export type Verdict<Checked> = { readonly answer: Answer; readonly checked: Checked } | null;

/**
 * Makes a request until its answer is good: at most six times, with waits that double or are those that
 * the source asks for. Throws FetchError for the last failure, or the first that would not pass.
 */
export async function askPatiently<Checked>(
  question: Question<Checked>,
  context: AskContext,
  effects: Pick<Effects, 'sleep' | 'wallClock' | 'error'>,
): Promise<Verdict<Checked>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryOnce(question, context, effects);
    } catch (error) {
      if (!(error instanceof FetchError) || !error.isPassing || attempt === TRIES) throw error;
      const waitMs = waitFor(error, attempt);
      if (waitMs > MOST_WAIT_MS) throw leaveAlone(error, effects.wallClock() + waitMs);
      effects.error(
        `${question.url}: got ${error.got}; trying again in ${Math.ceil(waitMs / 1000)} s (${attempt + 1} of ${TRIES})`,
      );
      await effects.sleep(waitMs, context.signal);
    }
  }
}

async function tryOnce<Checked>(
  { url, headers, check }: Question<Checked>,
  context: AskContext,
  { wallClock }: Pick<Effects, 'wallClock'>,
): Promise<Verdict<Checked>> {
  const answer = await ask(url, headers, context);
  const isConditional = 'if-none-match' in headers || 'if-modified-since' in headers;
  if (answer.status === 304 && isConditional) return null;
  if (answer.status !== 200) throw statusError(answer, retryAfterMs(answer.headers, wallClock()));
  return { answer, checked: check(answer) };
}

function waitFor({ waitMs, got }: FetchError, attempt: number): number {
  // Zero seconds, or a date gone by, would be no pause at all.
  if (waitMs !== null) return Math.max(waitMs, 1000);
  const first = got.startsWith('status 429') ? FIRST_WAIT_TOO_MANY_MS : FIRST_WAIT_MS;
  return first * 2 ** (attempt - 1);
}

function leaveAlone(error: FetchError, untilMs: number): FetchError {
  const until =
    Number.isFinite(untilMs) && untilMs < 8e15 ? new Date(untilMs).toISOString() : 'then';
  return new FetchError(
    {
      got: `${error.got}, which asks to wait until ${until}`,
      advice: 'Run the same command again after that.',
      isPassing: true,
    },
    error,
  );
}
