import { DigestError } from './digest-error.ts';

const SAVE_AS_TEXT = 'Save the digest as plain text in UTF-8, or remove the file.';

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF document'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['PK\x03\x04', 'a zip archive (or an Office document)'],
  ['\x1f\x8b', 'a gzip archive'],
  ['\xff\xfe', 'UTF-16 text'],
  ['\xfe\xff', 'UTF-16 text'],
];

/**
 * The text of a file in UTF-8, without a byte-order mark. Throws DigestError for an empty file, for
 * binary data and for invalid UTF-8, naming the line; `what` says what the file was to hold.
 */
export function decodeText(bytes: Uint8Array, what = 'a digest'): string {
  const start = String.fromCharCode(...bytes.subarray(0, 4));
  const signature = SIGNATURES.find(([prefix]) => start.startsWith(prefix));
  if (signature) fail(1, 'text in UTF-8', signature[1], SAVE_AS_TEXT);
  const nul = bytes.indexOf(0);
  if (nul >= 0) fail(lineAt(bytes, nul), 'text in UTF-8', 'binary data (a NUL byte)', SAVE_AS_TEXT);
  const text = decode(bytes);
  if (text.trim() === '') {
    fail(1, what, 'an empty file', `Save ${what} in it, or remove the file.`);
  }
  return text;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const line = firstInvalidLine(bytes);
    return fail(
      line,
      'text in UTF-8',
      'bytes that are not UTF-8',
      'Save the file as UTF-8; from Latin-1: iconv -f ISO-8859-1 -t UTF-8 OLD > NEW',
    );
  }
}

function firstInvalidLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      break;
    }
    start = end + 1;
  }
  return line;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(10); at >= 0 && at < offset; at = bytes.indexOf(10, at + 1)) line++;
  return line;
}

function fail(line: number, expected: string, got: string, advice: string): never {
  throw new DigestError([{ line, expected, got, advice }]);
}
