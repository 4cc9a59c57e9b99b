import { DigestError } from '../src/core/digest/digest-error.ts';
import { InputError, type LocatedProblem } from '../src/core/input-error.ts';
import type { Effects } from './effects.ts';

/** What reading content needs of the world. */
export type Files = Pick<Effects, 'listFiles' | 'readFile'>;

/** What stands behind some codes, and what to do. */
const UNREADABLE: Readonly<Record<string, { readonly got: string; readonly advice: string }>> = {
  EISDIR: {
    got: 'a folder or a link to one',
    advice: 'Put a file in its place, or name another.',
  },
  ERR_FS_FILE_TOO_LARGE: { got: 'one of more than 2 GB', advice: 'Split it, or remove it.' },
};

/** Reads a file; one that can't be read becomes an InputError. */
export async function readBytes(path: string, files: Files): Promise<Uint8Array | null> {
  try {
    return await files.readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const { got, advice } = UNREADABLE[code] ?? {
      got: code,
      advice: 'Let the user who builds the site read it, or remove it.',
    };
    throw new InputError([{ path, line: 1, expected: 'a file that can be read', got, advice }]);
  }
}

/** Files below a folder less those that an editor or a system hides; none where there is no folder. */
export async function visibleFiles(folder: string, files: Files): Promise<string[]> {
  return (await files.listFiles(folder))?.filter((path) => !/(?:^|\/)\./.test(path)) ?? [];
}

/** Runs a step; what is wrong in its input joins the problems, and the result is null. */
export async function collect<Value>(
  problems: LocatedProblem[],
  step: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/** Turns the DigestError of a step into an InputError that names the file. */
export function locate<Value>(path: string, step: () => Value): Value {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof DigestError)) throw error;
    throw new InputError(error.problems.map((problem) => ({ path, ...problem })));
  }
}
