import { FetchError } from './fetch-error.ts';

/**
 * The whole body of an answer, unpacked. `onPart` is told of every part. Throws FetchError as soon as
 * there is more than `most` bytes, however much is announced.
 */
export async function readBody(
  response: Response,
  most: number,
  onPart: () => void,
): Promise<Uint8Array> {
  if (Number(response.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    onPart();
    size += part.length;
    if (size > most) throw tooLarge(most);
    parts.push(part);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

function tooLarge(most: number): FetchError {
  return new FetchError({
    got: `an answer of more than ${Math.round(most / 2 ** 20)} MB`,
    advice: 'That is no list of papers: check the source, or ask for less (one day, one category).',
  });
}
