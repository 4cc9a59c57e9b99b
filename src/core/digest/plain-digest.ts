import { withoutControls } from '../control-characters.ts';
import type { Problem } from '../input-error.ts';
import type { Digest, DigestRecord } from './digest.ts';
import { titleFault } from './title-fault.ts';

/** A digest, and what is wrong with the records that it is given without. */
export interface PlainDigest<Written extends Digest> {
  readonly digest: Written;
  readonly problems: readonly Problem[];
}

/**
 * A digest whose texts have no control characters, however they were written: as they are, or in the
 * escapes of JSON, XML or e-mail. Where what is left of a title is none (see `titleFault`), its record is
 * left out.
 */
export function plainDigest<Written extends Digest>(written: Written): PlainDigest<Written> {
  const problems: Problem[] = [];
  const records = written.records.flatMap((record): DigestRecord[] => {
    const plain = plainValue(record);
    const fault = titleFault(plain.title);
    if (fault === null) return [plain];
    const advice = 'Restore the title, or remove the entry.';
    problems.push({ line: record.line, expected: 'the title of a paper', got: fault, advice });
    return [];
  });
  const { title, curator } = written;
  return { digest: { ...written, ...plainValue({ title, curator }), records }, problems };
}

/** A text, or a list or an object with texts in it, without control characters: the same where it has none. */
function plainValue<Value>(value: Value): Value {
  if (typeof value === 'string') return withoutControls(value) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const plain: unknown[] = value.map(plainValue);
    return plain.some((inner, at) => inner !== value[at]) ? (plain as Value) : value;
  }
  let plain = value;
  for (const key in value) {
    const inner = plainValue(value[key]);
    if (inner !== value[key]) plain = { ...plain, [key]: inner };
  }
  return plain;
}
