import type { Effects } from '../effects.ts';
import { FetchError } from './fetch-error.ts';
import { networkError } from './network-error.ts';
import { readBody } from './read-body.ts';

/** What one request may take. */
export interface AskLimits {
  /** Until the answer begins, the connection included. */
  readonly beginMs: number;
  /** Between two parts of its body. */
  readonly idleMs: number;
  /** Until it is there whole. */
  readonly totalMs: number;
  /** Its size, unpacked. */
  readonly bytes: number;
}

/**
 * arXiv often thinks for half a minute. Two thousand of its papers are some 5 MB, and 16 MB of anything
 * hostile are looked at in seconds.
 */
export const ASK_LIMITS: AskLimits = {
  beginMs: 90_000,
  idleMs: 30_000,
  totalMs: 600_000,
  bytes: 16 * 2 ** 20,
};

/** An answer, whatever its status. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** How requests are made. */
export interface AskContext {
  readonly fetch: Effects['fetch'];
  readonly limits: AskLimits;
  /** Waits until the next request may begin. */
  readonly pass: () => Promise<void>;
  readonly signal: AbortSignal;
}

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Makes a request and reads its answer whole, over at most five redirects. Throws FetchError for an
 * answer that does not come, is cut off, is too large or only redirects; what `signal` says once it has
 * aborted.
 */
export async function ask(
  url: string,
  headers: Readonly<Record<string, string>>,
  context: AskContext,
): Promise<Answer> {
  let at = url;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    await context.pass();
    const answer = await askOnce(at, headers, context);
    if (!REDIRECTS.has(answer.status)) return answer;
    at = targetOf(at, answer.headers.get('location'));
  }
  throw new FetchError({
    got: `more than ${MOST_REDIRECTS} redirects, the last to ${at}`,
    advice: 'The source sends in circles: try later, or name another with --from URL.',
  });
}

async function askOnce(
  url: string,
  headers: Readonly<Record<string, string>>,
  { fetch, limits, signal }: AskContext,
): Promise<Answer> {
  signal.throwIfAborted();
  const cut = new AbortController();
  const cutAfter = (ms: number, got: string) =>
    setTimeout(() => {
      cut.abort(new FetchError({ got, advice: SLOW, isPassing: true }));
    }, ms);
  const total = cutAfter(limits.totalMs, `no whole answer after ${limits.totalMs / 1000} s`);
  let quiet = cutAfter(limits.beginMs, `no answer after ${limits.beginMs / 1000} s`);
  const onPart = () => {
    clearTimeout(quiet);
    quiet = cutAfter(limits.idleMs, `nothing more for ${limits.idleMs / 1000} s`);
  };
  try {
    const response = await fetch(url, {
      headers,
      // Counted and looked at here, and each one waits for its turn.
      redirect: 'manual',
      signal: AbortSignal.any([signal, cut.signal]),
    });
    onPart();
    const bytes = await readBody(response, limits.bytes, onPart);
    return { status: response.status, headers: response.headers, bytes };
  } catch (error) {
    signal.throwIfAborted();
    if (cut.signal.aborted) throw cut.signal.reason;
    throw error instanceof FetchError ? error : networkError(error);
  } finally {
    clearTimeout(total);
    clearTimeout(quiet);
    // Closes the connection of an answer that was not read to its end.
    cut.abort();
  }
}

const SLOW = 'The source or the network is slow: run the same command again later.';

function targetOf(from: string, location: string | null): string {
  const target = location === null ? null : URL.parse(location, from);
  const isSafe =
    target?.protocol === 'https:' ||
    (target?.protocol === 'http:' && new URL(from).protocol === 'http:');
  if (target !== null && isSafe) return target.href;
  throw new FetchError({
    got: `a redirect to ${location ?? 'nowhere'}`,
    advice: 'Look at the address in a browser, or name another source with --from URL.',
  });
}
