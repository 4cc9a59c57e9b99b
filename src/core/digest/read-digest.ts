import type { DigestNotes } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { isMail } from './mail/find-messages.ts';
import { readMail, type SureDigest } from './mail/read-mail.ts';
import { plainDigest } from './plain-digest.ts';
import { joinNotes, parseShape, recognizeText, type RecognizedText } from './parse-digest.ts';

/** How surely a file that begins like a message must have another shape to be taken for it. */
const SURE = 0.8;

/**
 * Reads a digest from the bytes of a file: text of a known shape (see `parseDigest`), or an e-mail or
 * a mailbox with such text in it; no text of it has control characters. Throws DigestError with all
 * that is wrong.
 */
export async function readDigest(
  name: string,
  bytes: Uint8Array,
  sidecar: DigestNotes | null,
): Promise<SureDigest> {
  const { digest, problems } = plainDigest(
    await readWritten(name, bytes, sidecar).catch(throwPlain),
  );
  if (problems.length > 0) throw new DigestError(problems, digest);
  return digest;
}

/** What else was read of a file with faults is made plain too. */
function throwPlain(error: unknown): never {
  if (!(error instanceof DigestError) || error.rest === null) throw error;
  const { digest, problems } = plainDigest(error.rest);
  throw new DigestError([...error.problems, ...problems], digest);
}

async function readWritten(
  name: string,
  bytes: Uint8Array,
  sidecar: DigestNotes | null,
): Promise<SureDigest> {
  if (!isMail(bytes)) return parseRecognized(recognizeText(name, bytes, sidecar));
  const { digest, problems } = await readMail(bytes, joinNotes(null, sidecar, name));
  if (digest === null) {
    // What begins like a message may be of a shape that does so.
    const whole = tryRecognize(name, bytes, sidecar);
    if (whole !== null && whole.certainty >= SURE) return parseRecognized(whole);
  }
  if (digest === null || problems.length > 0) throw new DigestError(problems, digest);
  return digest;
}

function parseRecognized({ shape, certainty, text, notes }: RecognizedText): SureDigest {
  return { ...parseShape(shape, text, notes), certainty };
}

function tryRecognize(
  name: string,
  bytes: Uint8Array,
  sidecar: DigestNotes | null,
): RecognizedText | null {
  try {
    return recognizeText(name, bytes, sidecar);
  } catch (error) {
    if (error instanceof DigestError) return null;
    throw error;
  }
}
