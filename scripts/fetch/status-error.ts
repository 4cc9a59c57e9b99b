import { quote } from '../../src/core/input-error.ts';
import type { Answer } from './ask.ts';
import { FetchError } from './fetch-error.ts';
import { wordsOf } from './words-of-answer.ts';

/** Statuses of a source that is busy or broken for a while. */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

const ADVICE: Readonly<Record<number, string>> = {
  400: 'The source does not understand the question: check the dates, --category and --query.',
  401: 'The source wants a login, which Sheaf does not give: name an open one with --from URL.',
  403: 'The source refuses this address or program: try later, or from another network.',
  404: 'There is nothing at this address: check --from and the dates.',
  407: 'A proxy wants a login: put it into HTTPS_PROXY and set NODE_USE_ENV_PROXY=1.',
  429: 'The source has had too many requests from this address: run the same command again in ten minutes.',
};

/** What an answer of any status but 200 means; `waitMs` is how long it asks to wait. */
export function statusError(answer: Answer, waitMs: number | null): FetchError {
  const { status } = answer;
  const words = wordsOf(answer);
  const isPassing = PASSING.has(status);
  return new FetchError({
    got: `status ${status}${words === '' ? '' : `, ${quote(words)}`}`,
    advice:
      ADVICE[status] ??
      (isPassing
        ? 'The source is out of order: run the same command again later.'
        : 'Look at the address in a browser, or name another source with --from URL.'),
    isPassing,
    waitMs,
  });
}
