import { quote } from '../../src/core/input-error.ts';
import type { Answer } from './ask.ts';
import { FetchError } from './fetch-error.ts';
import { isWebPage, titleOfPage } from './words-of-answer.ts';

/** A kind of text, by what answers call it. */
export interface Kind {
  readonly name: string;
  readonly contentType: RegExp;
}

/** The text of an answer of this kind. Throws FetchError for a web page, another kind, or no UTF-8. */
export function textOfAnswer({ bytes, headers }: Answer, kind: Kind): string {
  const type = headers.get('content-type') ?? 'none';
  if (isWebPage(headers, new TextDecoder().decode(bytes.subarray(0, 200)))) {
    const title = titleOfPage(new TextDecoder().decode(bytes.subarray(0, 65_536)));
    throw new FetchError({
      got: `a web page${title === '' ? '' : `, ${quote(title)},`} in place of ${kind.name}`,
      advice:
        'A login or a portal of the network stands in between: open the address in a browser, or name another source with --from URL.',
    });
  }
  if (!kind.contentType.test(type)) {
    throw new FetchError({
      got: `content of type ${quote(type)} in place of ${kind.name}`,
      advice: 'Check the address: it must be the interface for programs (see --from).',
    });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const advice = 'The answer is damaged: run the same command again later.';
    throw new FetchError({ got: `${kind.name} that is not UTF-8`, advice, isPassing: true }, error);
  }
}

/** The failure of a text that breaks off or is otherwise no text of its kind: perhaps better next time. */
export function brokenAnswer(kind: Kind, error: unknown): FetchError {
  const words = error instanceof Error ? error.message.split('\n')[0]! : String(error);
  const advice = 'The answer is damaged or cut off: run the same command again later.';
  return new FetchError({
    got: `${kind.name} that is broken, ${quote(words)}`,
    advice,
    isPassing: true,
  });
}
