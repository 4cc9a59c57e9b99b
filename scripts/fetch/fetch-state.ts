import { join } from 'node:path';
import { z } from 'zod';
import { decodeText } from '../../src/core/digest/decode-text.ts';
import { InputError } from '../../src/core/input-error.ts';
import { readJson } from '../../src/core/json.ts';
import type { Effects } from '../effects.ts';

/** The file beside the digests that remembers what was fetched; a build passes over its name. */
const STATE_FILE = '.fetch.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const rememberedSchema = z.strictObject({
  url: z.string(),
  /** When it was asked for last. */
  asked: z.iso.datetime(),
  records: z.int().min(0),
  next: z.int().min(0).nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** SHA-256 of what was written; null for an answer without papers, which is not kept. */
  sha256: hash.nullable(),
  /** SHA-256 of what stood there before, in case a run ended between the two files. */
  before: hash.nullable(),
});

const stateSchema = z.strictObject({
  version: z.literal(1),
  /** By series, the first day that was ever asked for. */
  since: z.record(z.string(), z.iso.date()),
  /** By the name of the file. */
  answers: z.record(z.string(), rememberedSchema),
});

/** What is remembered of an answer. */
export type Remembered = z.output<typeof rememberedSchema>;
/** What is remembered of all. */
export type FetchState = z.output<typeof stateSchema>;

/** Reads what was remembered of a folder of digests. Throws InputError for a damaged file. */
export async function readFetchState(
  folder: string,
  { readFile }: Pick<Effects, 'readFile'>,
): Promise<FetchState> {
  const path = join(folder, STATE_FILE);
  const bytes = await readFile(path);
  if (bytes === null) return { version: 1, since: {}, answers: {} };
  const { value, problems } = readJson(
    bytes.length === 0 ? '' : decodeText(bytes, 'what was fetched'),
    stateSchema,
    'what was fetched',
    'Remove the file: what is there is then fetched again and compared.',
  );
  if (value !== null) return value;
  throw new InputError(problems.map((problem) => ({ path, ...problem })));
}

/**
 * Writes what is remembered, in an order that makes small differences. `file` is the one of which the answer
 * is new, null for none: what another run has written of others meanwhile stays. Throws InputError where
 * the file was damaged meanwhile.
 */
export async function writeFetchState(
  folder: string,
  state: FetchState,
  file: string | null,
  files: Pick<Effects, 'readFile' | 'writeFile'>,
): Promise<void> {
  takeOver(state, await readFetchState(folder, files), file);
  const sorted = <Value>(map: Record<string, Value>) =>
    Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  const ordered = { ...state, since: sorted(state.since), answers: sorted(state.answers) };
  await files.writeFile(join(folder, STATE_FILE), `${JSON.stringify(ordered, null, 2)}\n`);
}

function takeOver(state: FetchState, written: FetchState, file: string | null): void {
  const own = file === null ? {} : { [file]: state.answers[file]! };
  Object.assign(state.answers, written.answers, own);
  for (const [series, day] of Object.entries(written.since)) {
    const begun = state.since[series];
    if (begun === undefined || day < begun) state.since[series] = day;
  }
}
