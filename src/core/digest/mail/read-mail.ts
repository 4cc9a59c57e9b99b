import { quote, type Problem } from '../../input-error.ts';
import type { Digest, DigestNotes, DigestRecord } from '../digest.ts';
import { DigestError } from '../digest-error.ts';
import { withWarnings } from '../digest-warnings.ts';
import type { RecognizedShape } from '../digest-shapes.ts';
import { parseShape, recognizeQuoted } from '../parse-digest.ts';
import { findMessages, latin1, type MessageInFile, MOST_LINES } from './find-messages.ts';
import { type LineLocator, locateText } from './locate-text.ts';
import { type MailPart, parseMessage } from './parse-message.ts';

/** A digest, and how surely its shape was recognised. */
export interface SureDigest extends Digest {
  /** 0.5 to 1. */
  readonly certainty: number;
}

/** What was read from an e-mail or a mailbox. */
export interface ReadMail {
  /** Null where no part of any message has a known shape. */
  readonly digest: SureDigest | null;
  readonly problems: readonly Problem[];
}

type ShapedPart = MailPart & RecognizedShape;
type DatedDigest = SureDigest & { readonly sent: string | null };

/**
 * Reads the digests in an e-mail or a mailbox: of each message its plain text where that has a known
 * shape, else its HTML, and whatever attachments have one. Title and date of a message are its subject
 * and day where `notes` say nothing; in a mailbox its day is that of its records too. Throws DigestError
 * for a file beyond the limits.
 */
export async function readMail(bytes: Uint8Array, notes: DigestNotes): Promise<ReadMail> {
  const messages = findMessages(bytes);
  const isMailbox = messages.length > 1;
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const digests: DatedDigest[] = [];
  // Messages within messages count once more.
  const budget = { lines: 1.3 * MOST_LINES };
  for (const message of messages) {
    const lists = await collect(problems, message, () => parseMessage(message.bytes, budget));
    if (lists === null) continue;
    const shaped = lists.flatMap((parts) => bestParts(parts, message.line, warnings));
    if (shaped.length === 0) problems.push(noDigest(lists.flat(), message));
    for (const part of shaped) {
      const digest = readPart(part, message, isMailbox, notes, problems);
      if (digest !== null) digests.push(digest);
    }
  }
  const digest = digests.length > 0 ? joinDigests(digests, notes) : null;
  return { digest: digest && withWarnings(digest, warnings), problems };
}

/** Of one message the plain text or the HTML with a known shape, and all attachments with one. */
function bestParts(parts: readonly MailPart[], line: number, warnings: Problem[]): ShapedPart[] {
  const shaped = parts.map((part) => ({ part, recognized: recognizeQuoted(part.text) }));
  const known = shaped.flatMap(({ part, recognized }) =>
    recognized === null ? [] : [{ ...part, ...recognized }],
  );
  const body = known.find(({ kind }) => kind !== 'attachment');
  const attached = known.filter(({ kind }) => kind === 'attachment');
  const unknown = shaped.flatMap(({ part, recognized }) =>
    recognized === null && part.kind === 'attachment' ? [part] : [],
  );
  // Where nothing is known, that is a problem of its own.
  if (known.length > 0) warnings.push(...unknown.map((part) => unknownAttachment(part, line)));
  return body === undefined ? attached : [body, ...attached];
}

function unknownAttachment({ name, text }: MailPart, line: number): Problem {
  const got = name === null ? `one that begins ${quote(text)}` : quote(name);
  const advice = 'Save it in a known shape where it is a digest (sheaf formats lists them).';
  return { line, expected: 'attachments with digests of a known shape', got, advice };
}

function readPart(
  part: ShapedPart,
  message: MessageInFile,
  isMailbox: boolean,
  notes: DigestNotes,
  problems: Problem[],
): DatedDigest | null {
  const locate = locateText(part.text, latin1(message.bytes), message);
  const sent = part.date;
  // A note on a mailbox is on the whole of it; its messages have days of their own.
  const date = isMailbox ? (sent ?? notes.date) : (notes.date ?? sent);
  const own = { title: notes.title ?? part.subject, date, curator: notes.curator };
  const parsed = parsePart(part, own, locate, problems);
  if (parsed === null) return null;
  const { warnings = [], ...digest } = parsed;
  const records = digest.records.map((record): DigestRecord => ({
    ...record,
    ...locate(record),
    listed: record.listed ?? (isMailbox ? sent : null),
    // A pointer into a part leads nowhere in the file.
    pointer: null,
  }));
  const located = warnings.map((warning) => locateProblem(warning, locate));
  return withWarnings({ ...digest, records, certainty: part.certainty, sent }, located);
}

function parsePart(
  { shape, text }: ShapedPart,
  notes: DigestNotes,
  locate: LineLocator,
  problems: Problem[],
): Digest | null {
  try {
    return parseShape(shape, text, notes);
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    problems.push(...error.problems.map((problem) => locateProblem(problem, locate)));
    return error.rest;
  }
}

function locateProblem(problem: Problem, locate: LineLocator): Problem {
  return { ...problem, line: locate({ line: problem.line, endLine: problem.line }).line };
}

/** One digest of all messages: its shape is that of most records, its day that of the latest. */
function joinDigests(digests: readonly DatedDigest[], notes: DigestNotes): SureDigest {
  const most = digests.reduce((best, next) =>
    next.records.length > best.records.length ? next : best,
  );
  const dates = digests.flatMap(({ date }) => date ?? []);
  const joined = {
    shape: most.shape,
    title: notes.title ?? shared(digests.map(({ title }) => title)),
    date: notes.date ?? dates.reduce<string | null>(later, null),
    curator: notes.curator ?? shared(digests.map(({ curator }) => curator)),
    records: digests.flatMap(({ records }) => records),
    certainty: digests.reduce((least, { certainty }) => Math.min(least, certainty), 1),
  };
  return withWarnings(
    joined,
    digests.flatMap(({ warnings = [] }) => warnings),
  );
}

function shared(texts: readonly (string | null)[]): string | null {
  return texts.every((text) => text === texts[0]) ? (texts[0] ?? null) : null;
}

function later(latest: string | null, date: string): string {
  return latest === null || date > latest ? date : latest;
}

async function collect<Value>(
  problems: Problem[],
  { line }: MessageInFile,
  step: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    problems.push(...error.problems.map((problem) => ({ ...problem, line })));
    return null;
  }
}

function noDigest(parts: readonly MailPart[], { line }: MessageInFile): Problem {
  const subject = parts[0]?.subject ?? null;
  const name = subject === null ? 'a message' : `the message ${quote(subject)}`;
  const names = { plain: 'plain text', html: 'HTML', attachment: 'an attachment' };
  const kinds = [...new Set(parts.map(({ kind }) => names[kind]))];
  return {
    line,
    expected: 'a message with a digest of a known shape',
    got:
      kinds.length === 0 ? `${name} without text` : `${name} with ${kinds.join(' and ')} of none`,
    advice:
      'Take the message out, or save what it shows in a known shape (sheaf formats lists them).',
  };
}
