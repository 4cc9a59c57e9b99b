import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Effects } from '../effects.ts';
import type { Answer } from './ask.ts';
import { FetchError } from './fetch-error.ts';
import { type FetchState, type Remembered, writeFetchState } from './fetch-state.ts';
import type { Page } from './source.ts';

/** What became of an answer. */
export type Outcome = 'written' | 'unchanged' | 'empty';

type Files = Pick<Effects, 'readFile' | 'writeFile' | 'wallClock'>;

/** What stands in a file, next to what was written there. */
export interface Standing {
  /** SHA-256 of the file; null for none. */
  readonly sha256: string | null;
  /** Whether it is what the state says, so that a 304 may speak of it. */
  readonly isAsRemembered: boolean;
}

/** Looks at a file that an answer may be written to. */
export async function standingOf(
  path: string,
  remembered: Remembered | undefined,
  { readFile }: Pick<Effects, 'readFile'>,
): Promise<Standing> {
  const bytes = await readFile(path);
  const sha256 = bytes === null ? null : hashOf(bytes);
  return { sha256, isAsRemembered: remembered !== undefined && sha256 === remembered.sha256 };
}

/**
 * Keeps a good answer: remembers it first, then writes the whole of it or nothing. One without papers
 * is remembered alone. Throws FetchError where the operator has changed the file.
 */
export async function keepAnswer(
  place: { readonly folder: string; readonly file: string; readonly url: string },
  { answer, checked: page }: { readonly answer: Answer; readonly checked: Page },
  standing: Standing,
  state: FetchState,
  files: Files,
): Promise<Outcome> {
  const { folder, file, url } = place;
  const before = state.answers[file];
  const isEmpty = page.records === 0;
  const sha256 = isEmpty ? null : hashOf(answer.bytes);
  if (!isEmpty) refuseChanged(file, standing, sha256!, before);
  state.answers[file] = {
    url,
    asked: new Date(files.wallClock()).toISOString(),
    ...page,
    etag: answer.headers.get('etag'),
    lastModified: answer.headers.get('last-modified'),
    sha256,
    before: standing.sha256 === sha256 ? null : standing.sha256,
  };
  await writeFetchState(folder, state, file, files);
  if (isEmpty) return 'empty';
  if (standing.sha256 === sha256) return 'unchanged';
  await files.writeFile(join(folder, file), answer.bytes);
  return 'written';
}

/** A file that no run has written, or that was edited since, is the operator's. */
function refuseChanged(
  file: string,
  standing: Standing,
  sha256: string,
  remembered: Remembered | undefined,
): void {
  const own = [null, sha256, remembered?.sha256, remembered?.before];
  if (own.includes(standing.sha256)) return;
  throw new FetchError({
    got: `other content than ${file} has, which was changed by hand or put there by someone else`,
    advice: `Rename or remove ${file} to have it fetched anew; it stays as it is until then.`,
  });
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
