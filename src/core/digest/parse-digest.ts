import { quote, type Problem } from '../input-error.ts';
import { decodeText } from './decode-text.ts';
import type { Digest, DigestNotes, DigestShape } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { dateInFileName, splitFrontMatter } from './digest-notes.ts';
import { LEAST_CERTAINTY, recognizeShape, type RecognizedShape } from './digest-shapes.ts';
import { LONGEST_LINE } from './hugging-face-lines.ts';
import { withWarnings } from './digest-warnings.ts';
import { paperFrontMatter } from './paper-front-matter.ts';
import { unquoteText } from './quoted-text.ts';
import { findUntoldPapers } from './untold-papers.ts';

/** A digest's text with its shape, before its records are read. */
export interface RecognizedText extends RecognizedShape {
  readonly text: string;
  readonly notes: DigestNotes;
}

/**
 * Reads a digest of any known shape from the bytes of a file of text. What the operator says of it
 * counts before what the page says: its front matter first, then the sidecar's notes, then a date at
 * the start of the file's name. Throws DigestError with all that is wrong.
 */
export function parseDigest(name: string, bytes: Uint8Array, sidecar: DigestNotes | null): Digest {
  const { shape, text, notes } = recognizeText(name, bytes, sidecar);
  return parseShape(shape, text, notes);
}

/** Reads a text of a known shape, and warns of the papers in it that no record tells. Throws DigestError. */
export function parseShape(shape: DigestShape, text: string, notes: DigestNotes): Digest {
  const checked = (digest: Digest, problems: readonly Problem[]) => {
    const told = new Set(problems.map(({ line }) => line));
    const untold = findUntoldPapers(text, digest).filter(({ line }) => !told.has(line));
    return withWarnings(digest, untold);
  };
  try {
    return checked(shape.parse(text, notes), []);
  } catch (error) {
    if (!(error instanceof DigestError) || error.rest === null) throw error;
    throw new DigestError(error.problems, checked(error.rest, error.problems));
  }
}

/** Finds the shape of a file of text, and what its operator says of it. Throws DigestError. */
export function recognizeText(
  name: string,
  bytes: Uint8Array,
  sidecar: DigestNotes | null,
): RecognizedText {
  const source = decodeText(bytes);
  // A paper's own front matter is no notes on a digest.
  const isPaper = paperFrontMatter.detect(source) >= LEAST_CERTAINTY;
  const { text, notes } = isPaper ? { text: source, notes: null } : splitFrontMatter(source);
  const recognized = recognizeQuoted(text);
  if (recognized === null) throw new DigestError([unknownShape(text)]);
  return { ...recognized, notes: joinNotes(notes, sidecar, name) };
}

/** The shape of a text, or of what it quotes, and that with the same lines; null for none. */
export function recognizeQuoted(text: string): (RecognizedShape & { text: string }) | null {
  const recognized = recognizeShape(text);
  if (recognized !== null) return { ...recognized, text };
  const unquoted = unquoteText(text);
  const within = unquoted === null ? null : recognizeShape(unquoted);
  return within && { ...within, text: unquoted! };
}

/** What an operator says of a digest: in its front matter, beside it, or by the name of its file. */
export function joinNotes(
  notes: DigestNotes | null,
  sidecar: DigestNotes | null,
  name: string,
): DigestNotes {
  return {
    title: notes?.title ?? sidecar?.title ?? null,
    date: notes?.date ?? sidecar?.date ?? dateInFileName(name),
    curator: notes?.curator ?? sidecar?.curator ?? null,
  };
}

function unknownShape(text: string): Problem {
  const lines = text.split('\n');
  const long = lines.findIndex((line) => line.length > LONGEST_LINE);
  const found = long >= 0 ? long : lines.findIndex((line) => line.trim() !== '');
  // Nothing but front matter: what is missing belongs at the end.
  const at = found < 0 ? lines.length - 1 : found;
  return {
    line: at + 1,
    expected: 'a digest of a known shape',
    got: describeLine(lines[at] ?? ''),
    advice: 'Save the digest in a shape that sheaf formats lists, or take the file away.',
  };
}

function describeLine(line: string): string {
  if (line.length > LONGEST_LINE) return `a line of ${line.length.toLocaleString('en')} characters`;
  return line.trim() === '' ? 'nothing below the front matter' : quote(line);
}
