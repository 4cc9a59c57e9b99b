import { access, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

/** Arguments that would do harm or can't be followed, as a sentence that says what to do. */
export class ArgumentsError extends Error {
  override readonly name = 'ArgumentsError';
}

/**
 * Throws ArgumentsError for an output folder that a build must not replace: one that holds the
 * content, the working folder or the home folder or lies within the content; and one with files that
 * Sheaf did not write.
 */
export async function checkOutputFolder(out: string, content: string): Promise<void> {
  const kept = { 'the content': content, 'this folder': '.', 'your home folder': homedir() };
  for (const [name, folder] of Object.entries(kept)) {
    if (isWithin(folder, out)) {
      throw new ArgumentsError(`--out ${out} would replace ${name}; name a folder of its own`);
    }
  }
  if (isWithin(out, content)) {
    throw new ArgumentsError(`--out ${out} lies within the content; name a folder beside it`);
  }
  const names = await readdir(out).catch((error: unknown) => namesAtFault(error, out));
  if (names.length > 0 && !(await exists(join(out, 'api', 'index.json')))) {
    throw new ArgumentsError(
      `--out ${out} holds files that Sheaf did not write (it has no api/index.json); empty it or name another folder`,
    );
  }
}

function isWithin(inner: string, outer: string): boolean {
  const path = relative(resolve(outer), resolve(inner));
  return path === '' || !(path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path);
}

/** A folder that is not there is empty; a file in its place is none. */
function namesAtFault(error: unknown, out: string): string[] {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return [];
  if (code === 'ENOTDIR') throw new ArgumentsError(`--out ${out} is a file; name a folder`);
  throw error;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
