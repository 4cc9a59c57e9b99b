import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { isoDate, monthNumber } from '../../iso-date.ts';
import { decodeText } from '../decode-text.ts';
import { DigestError } from '../digest-error.ts';
import { latin1, MOST_LINES } from './find-messages.ts';

/** A part of a message that may hold a digest, and what the message around it says. */
export interface MailPart {
  readonly kind: 'plain' | 'html' | 'attachment';
  readonly text: string;
  /** Of an attachment, as the sender calls it. */
  readonly name: string | null;
  readonly subject: string | null;
  /** The day as the sender wrote it, `YYYY-MM-DD`. */
  readonly date: string | null;
}

/** Lines that may still be taken apart in a file, with those of the messages that parts decode to. */
export interface LineBudget {
  lines: number;
}

/** More parts than any letter has; what looks for their bounds takes time for each of them. */
const MOST_PARTS = 100;
/** Signs of “=” beside base64, where each ends a piece of it that takes a kilobyte of memory. */
const MOST_PADDING = 500_000;
/** A message with a message with a message is as deep as forwarding goes. */
const DEEPEST = 3;
const ATTACHED_MESSAGE = 'message/rfc822';
const LIMITS = { forceRfc822Attachments: true, maxNestingDepth: 20, maxHeadersSize: 1_000_000 };
const NO_TEXT =
  /^(?:image|audio|video|font)\/|^text\/(?:calendar|vcard)$|^application\/(?:pdf|zip|gzip|x-(?:gzip|tar|bzip2)|(?:pgp|(?:x-)?pkcs7)-signature)$/;
const LONGEST_SUBJECT = 300;
const FORWARDED = /^(?:re|fwd?|aw|wg|tr):/i;
const DAY = /\b(\d{1,2}) ([A-Za-z]{3,9}) (\d{2,4})\b/;

/**
 * The parts of a message as text, the best first: plain text, HTML, attachments; then those of each
 * message attached to it, in a list of its own. Pictures, archives and PDF are passed over. Throws
 * DigestError, with lines that count within the message, for one that can't be taken apart. What its
 * lines cost is taken off the budget.
 */
export async function parseMessage(
  bytes: Uint8Array<ArrayBuffer>,
  budget: LineBudget,
): Promise<MailPart[][]> {
  checkSize(bytes, budget);
  return parseWithin(bytes, budget, 1);
}

async function parseWithin(
  bytes: Uint8Array<ArrayBuffer>,
  budget: LineBudget,
  depth: number,
): Promise<MailPart[][]> {
  const email = await parseEmail(bytes);
  const lists = [partsOf(email)];
  const messages = email.attachments.flatMap(({ mimeType, content }) =>
    mimeType === ATTACHED_MESSAGE && typeof content !== 'string' ? [new Uint8Array(content)] : [],
  );
  if (messages.length > 0 && depth === DEEPEST) {
    fail(`messages in messages, more than ${DEEPEST} deep`);
  }
  // All of them before the first is taken apart, which is what takes time.
  for (const message of messages) checkSize(message, budget);
  for (const message of messages) lists.push(...(await parseWithin(message, budget, depth + 1)));
  return lists;
}

function partsOf(email: Email): MailPart[] {
  const about = { subject: subjectOf(email), date: dayOf(email) };
  const parts: MailPart[] = [];
  if (email.text !== undefined)
    parts.push({ kind: 'plain', text: email.text, name: null, ...about });
  if (email.html !== undefined)
    parts.push({ kind: 'html', text: email.html, name: null, ...about });
  for (const { mimeType, content, filename: name } of email.attachments) {
    if (NO_TEXT.test(mimeType) || mimeType === ATTACHED_MESSAGE) continue;
    const text = attachedText(content);
    if (text !== null) parts.push({ kind: 'attachment', text, name, ...about });
  }
  return parts;
}

async function parseEmail(bytes: Uint8Array<ArrayBuffer>): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, LIMITS);
  } catch (error) {
    return fail(error instanceof Error ? error.message : 'another');
  }
}

/** The text of an attachment in UTF-8; null for one that is binary, empty or in another encoding. */
function attachedText(content: Attachment['content']): string | null {
  try {
    return typeof content === 'string' ? content : decodeText(new Uint8Array(content));
  } catch (error) {
    if (error instanceof DigestError) return null;
    throw error;
  }
}

/** The subject, less what forwarding put before it. */
function subjectOf({ subject }: Email): string | null {
  let rest = (subject ?? '').slice(0, LONGEST_SUBJECT).replace(/\s+/g, ' ').trim();
  while (FORWARDED.test(rest)) rest = rest.slice(rest.indexOf(':') + 1).trim();
  return rest === '' ? null : rest;
}

/** The sender's day, whatever the hour is in Greenwich. */
function dayOf({ headers }: Email): string | null {
  const value = headers.find(({ key }) => key === 'date')?.value.slice(0, 200) ?? '';
  const match = DAY.exec(value.replace(/\s+/g, ' '));
  const month = match ? monthNumber(match[2]!) : null;
  if (!match || month === null) return null;
  const year = Number(match[3]);
  // Years of two digits and of three are those of RFC 5322, section 4.3.
  const century = match[3]!.length === 4 ? 0 : year < 50 ? 2000 : 1900;
  return isoDate(year + century, month, Number(match[1]));
}

/** Throws DigestError for a message whose parts or lines are too many to be taken apart in time. */
function checkSize(bytes: Uint8Array, budget: LineBudget): void {
  let lines = 0;
  // Each part but a plain one says what is in it, on a line that may stand anywhere.
  let parts = 0;
  let hasBase64 = false;
  for (let at = 0; at >= 0 && at < bytes.length; lines++) {
    const newline = bytes.indexOf(10, at);
    while (bytes[at] === 32 || bytes[at] === 9) at++;
    if (startsAt(bytes, at, CONTENT_TYPE)) parts++;
    hasBase64 ||=
      startsAt(bytes, at, ENCODING) && /base64/i.test(latin1(bytes.subarray(at, at + 300)));
    at = newline < 0 ? -1 : newline + 1;
  }
  if (parts > MOST_PARTS) fail(`${parts.toLocaleString('en')} parts`);
  if (hasBase64 && hasTooMuchPadding(bytes)) fail('more “=” in it');
  budget.lines -= lines;
  if (budget.lines < 0) fail(`${lines.toLocaleString('en')} lines`);
}

function hasTooMuchPadding(bytes: Uint8Array): boolean {
  let signs = 0;
  for (
    let at = bytes.indexOf(61);
    at >= 0 && signs <= MOST_PADDING;
    at = bytes.indexOf(61, at + 1)
  ) {
    signs += 1;
  }
  return signs > MOST_PADDING;
}

const CONTENT_TYPE = new TextEncoder().encode('content-type');
const ENCODING = new TextEncoder().encode('content-transfer-encoding');

function startsAt(bytes: Uint8Array, at: number, name: Uint8Array): boolean {
  for (let index = 0; index < name.length; index++) {
    // Letters differ by one bit in their two cases, and the hyphen has it set.
    if ((bytes[at + index]! | 0x20) !== name[index]) return false;
  }
  return true;
}

function fail(got: string): never {
  throw new DigestError([
    {
      line: 1,
      expected: `a message of at most ${MOST_PARTS} parts, ${MOST_LINES.toLocaleString('en')} lines with all that is attached, 1 MB of headers, ${MOST_PADDING.toLocaleString('en')} “=” beside base64 and ${DEEPEST} messages within each other`,
      got,
      advice: 'Save the digest that it holds as a file of its own.',
    },
  ]);
}
