import { access, lstat, readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('..', import.meta.url));

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
  if (out.trim() === '') throw new ArgumentsError('--out is empty; name a folder');
  const target = await realPath(out);
  const kept = {
    'the content': content,
    'this folder': '.',
    'your home folder': homedir(),
    Sheaf: PROGRAM,
  };
  for (const [name, folder] of Object.entries(kept)) {
    if (isWithin(await realPath(folder), target)) {
      throw new ArgumentsError(`--out ${out} would replace ${name}; name a folder of its own`);
    }
  }
  if (isWithin(target, await realPath(content))) {
    throw new ArgumentsError(`--out ${out} lies within the content; name a folder beside it`);
  }
  if (await isLink(out)) {
    throw new ArgumentsError(
      `--out ${out} is a link, which a build would replace; name its target`,
    );
  }
  const names = await readdir(out).catch((error: unknown) => namesAtFault(error, out));
  if (names.length > 0 && !(await exists(join(out, 'api', 'index.json')))) {
    throw new ArgumentsError(
      `--out ${out} holds files that Sheaf did not write (it has no api/index.json); empty it or name another folder`,
    );
  }
}

/** The path without links, of a folder that may not be there yet. */
async function realPath(path: string): Promise<string> {
  const absolute = resolve(path);
  const parent = dirname(absolute);
  if (parent === absolute) return absolute;
  return realpath(absolute).catch(async () => join(await realPath(parent), basename(absolute)));
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

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (entry) => entry.isSymbolicLink(),
    () => false,
  );
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
