import { DigestError } from '../digest-error.ts';

/** A message of a mailbox, and where it stands in the file. */
export interface MessageInFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Line of the file on which `bytes` begin, and the last one of the message, 1-based. */
  readonly line: number;
  readonly endLine: number;
}

/** As much of a file as is looked at to tell a message from other text, in bytes. */
const HEAD = 64 * 1024;
/** A mailbox of more messages than this, or of more bytes, is one that nobody picked digests from. */
const MOST_MESSAGES = 10_000;
/** What takes messages apart takes microseconds for each line, however short. */
export const MOST_LINES = 500_000;
const MOST_BYTES = 200_000_000;

const HEADER = /^([!-9;-~]{1,76}):/;
/** The line that begins a message in a mailbox: a sender and a time of day. */
const POSTMARK = /^From \S.{0,200}\d:\d\d/;
const QUOTED_POSTMARK = /^>+From /;
/** Headers that tell a message from another block of `Name: value`, the first two alone do not. */
const KNOWN_HEADERS = new Set([
  'date',
  'to',
  'from',
  'subject',
  'received',
  'mime-version',
  'message-id',
  'return-path',
  'delivered-to',
  'content-type',
  'dkim-signature',
  'reply-to',
]);
const WEAK_HEADERS = new Set(['date', 'to']);

/** Whether a file is an e-mail or a mailbox (mbox), by its first bytes. */
export function isMail(bytes: Uint8Array): boolean {
  const lines = latin1(bytes.subarray(markLength(bytes), HEAD)).split(/\r?\n/);
  const isMailbox = POSTMARK.test(lines[0]!);
  const known = new Set<string>();
  for (const line of isMailbox ? lines.slice(1) : lines) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && known.size > 0) continue;
    const name = HEADER.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined && KNOWN_HEADERS.has(name)) known.add(name);
    if (name === undefined && !QUOTED_POSTMARK.test(line) && !/^[ \t]/.test(line)) return false;
  }
  const isTelling = [...known].some((name) => !WEAK_HEADERS.has(name));
  return isTelling && known.size >= (isMailbox ? 1 : 2);
}

/**
 * The messages of an e-mail (one) or a mailbox. Throws DigestError for a mailbox beyond 10,000
 * messages, 500,000 lines or 200 MB.
 */
export function findMessages(file: Uint8Array): MessageInFile[] {
  if (file.length > MOST_BYTES) {
    fail(`${Math.round(file.length / 1e6).toLocaleString('en')} MB`);
  }
  const bytes = file.subarray(markLength(file));
  const { marks, lines } = findPostmarks(bytes);
  if (lines > MOST_LINES) fail(`${lines.toLocaleString('en')} lines`);
  if (marks.length === 0) return [{ bytes: bytes.slice(), line: 1, endLine: lines }];
  return marks.map(({ start, line }, index) => {
    const next = marks[index + 1] ?? { at: bytes.length, line: lines + 2 };
    const message = unquotePostmarks(bytes.subarray(start, next.at));
    // Below the postmark; the next one is not part of it.
    return { bytes: message, line: line + 1, endLine: Math.max(line + 1, next.line - 2) };
  });
}

interface Postmark {
  /** Offset of the postmark and of the line below it. */
  readonly at: number;
  readonly start: number;
  readonly line: number;
}

function findPostmarks(bytes: Uint8Array): { marks: Postmark[]; lines: number } {
  const marks: Postmark[] = [];
  let line = 0;
  let isAfterBlank = true;
  for (let at = 0; at < bytes.length; line++) {
    const newline = bytes.indexOf(10, at);
    const end = newline < 0 ? bytes.length : newline;
    if (isAfterBlank && isPostmark(bytes, at, end)) {
      marks.push({ at, start: Math.min(end + 1, bytes.length), line: line + 1 });
      if (marks.length > MOST_MESSAGES)
        fail(`more than ${MOST_MESSAGES.toLocaleString('en')} messages`);
    }
    // Without a postmark on top the file is one message, whatever stands in it.
    if (line === 0 && marks.length === 0) return { marks, lines: countLines(bytes) };
    isAfterBlank = end === at || (end === at + 1 && bytes[at] === 13);
    at = end + 1;
  }
  return { marks, lines: Math.max(line, 1) };
}

/** Whether the line from `at` to `end` is a postmark with a header below it. */
function isPostmark(bytes: Uint8Array, at: number, end: number): boolean {
  if (bytes[at] !== 70 || bytes[at + 1] !== 114) return false;
  if (!POSTMARK.test(latin1(bytes.subarray(at, Math.min(end, at + 300))))) return false;
  const below = latin1(bytes.subarray(end + 1, end + 100)).split('\n', 1)[0]!;
  return HEADER.test(below) || QUOTED_POSTMARK.test(below);
}

/** Takes off the `>` that a mailbox puts before lines that look like a postmark. */
function unquotePostmarks(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const newline = bytes.indexOf(10, at);
    const end = newline < 0 ? bytes.length : newline + 1;
    const isQuoted =
      bytes[at] === 62 && QUOTED_POSTMARK.test(latin1(bytes.subarray(at, Math.min(end, at + 80))));
    const line = bytes.subarray(isQuoted ? at + 1 : at, end);
    copy.set(line, length);
    length += line.length;
    at = end;
  }
  return copy.subarray(0, length);
}

function countLines(bytes: Uint8Array): number {
  let lines = bytes.at(-1) === 10 ? 0 : 1;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return Math.max(lines, 1);
}

/** Length of a byte-order mark. */
function markLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** One character a byte: enough for headers, whatever the bytes below them are. */
export function latin1(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}

function fail(got: string): never {
  throw new DigestError([
    {
      line: 1,
      expected: `an e-mail or mailbox of at most ${MOST_MESSAGES.toLocaleString('en')} messages, ${MOST_LINES.toLocaleString('en')} lines and ${MOST_BYTES / 1e6} MB`,
      got,
      advice: 'Move the messages with digests into a folder of their own and export that.',
    },
  ]);
}
