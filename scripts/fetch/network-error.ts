import { FetchError } from './fetch-error.ts';

const OFFLINE =
  'Check the network; behind a proxy set HTTPS_PROXY and NODE_USE_ENV_PROXY=1. Then run the same command again.';
const CERTIFICATE =
  'Where a proxy signs with its own certificate, name its file in NODE_EXTRA_CA_CERTS.';
const AGAIN = 'Run the same command again later.';

/** Codes of Node and of its HTTP client, in words. */
const WORDS: Readonly<Record<string, readonly [got: string, advice: string]>> = {
  ENOTFOUND: ['a host that is not known', OFFLINE],
  EAI_AGAIN: ['no answer from the name server', OFFLINE],
  ECONNREFUSED: ['a connection that was refused', OFFLINE],
  ENETUNREACH: ['no way to the network', OFFLINE],
  EHOSTUNREACH: ['no way to the host', OFFLINE],
  UND_ERR_CONNECT_TIMEOUT: ['no connection in time', OFFLINE],
  ETIMEDOUT: ['no connection in time', OFFLINE],
  ECONNRESET: ['an answer that was cut off', AGAIN],
  UND_ERR_SOCKET: ['an answer that was cut off', AGAIN],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['an answer that was cut off', AGAIN],
};

/** What a failed request of Node's `fetch` means. */
export function networkError(error: unknown): FetchError {
  const { code, message } = rootCause(error);
  if (/CERT|SIGNATURE|ERR_TLS|ERR_SSL/.test(code)) {
    return new FetchError({ got: `no trust: ${message}`, advice: CERTIFICATE }, error);
  }
  const [got, advice] = WORDS[code] ?? [`no answer: ${message}`, AGAIN];
  return new FetchError({ got, advice, isPassing: true }, error);
}

/** `fetch failed` says nothing; what lies below it does. */
function rootCause(error: unknown): { code: string; message: string } {
  let at = error as { cause?: unknown; code?: unknown; message?: string; errors?: unknown[] };
  for (let depth = 0; depth < 5; depth++) {
    const next = at.cause ?? at.errors?.[0];
    if (typeof next !== 'object' || next === null) break;
    at = next;
  }
  return { code: typeof at.code === 'string' ? at.code : '', message: String(at.message) };
}
