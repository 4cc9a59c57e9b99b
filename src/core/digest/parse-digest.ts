import { quote, type Problem } from '../input-error.ts';
import { decodeText } from './decode-text.ts';
import type { Digest, DigestNotes } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { dateInFileName, splitFrontMatter } from './digest-notes.ts';
import { digestShapes, recognizeShape } from './digest-shapes.ts';

/**
 * Reads a digest of any known shape from the bytes of a file. What the operator says of it counts
 * before what the page says: its front matter first, then the sidecar's notes, then a date at the
 * start of the file's name. Throws DigestError with all that is wrong.
 */
export function parseDigest(name: string, bytes: Uint8Array, sidecar: DigestNotes | null): Digest {
  const { text, notes } = splitFrontMatter(decodeText(bytes));
  const shape = recognizeShape(text);
  if (shape === null) throw new DigestError([unknownShape(text)]);
  return shape.parse(text, {
    title: notes.title ?? sidecar?.title ?? null,
    date: notes.date ?? sidecar?.date ?? dateInFileName(name),
    curator: notes.curator ?? sidecar?.curator ?? null,
  });
}

function unknownShape(text: string): Problem {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const shapes = digestShapes.map(({ name, looksLike }) => `${name} (${looksLike})`);
  return {
    line: first + 1,
    expected: 'a digest of a known shape',
    got: quote(lines[first] ?? ''),
    advice: `Known shapes: ${shapes.join('; ')}. Save the digest in one of them, or move the file out of digests/.`,
  };
}
