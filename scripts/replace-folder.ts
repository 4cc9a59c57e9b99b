import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Lets `write` fill a new folder and, when it has succeeded, puts that in the place of `folder`.
 * Until then, and when it throws, `folder` stays as it was. What a killed run left is cleared away.
 */
export async function replaceFolder(
  folder: string,
  write: (workFolder: string) => Promise<void>,
): Promise<void> {
  const parent = dirname(folder);
  const prefix = `.${basename(folder)}.building-`;
  await mkdir(parent, { recursive: true });
  await restore(folder, parent, prefix);
  const work = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  try {
    const fresh = join(work, 'new');
    await mkdir(fresh);
    await write(fresh);
    // Moving the old one aside is one step; deleting it first would leave a time without a site.
    const old = join(work, 'old');
    const replaces = await exists(folder);
    if (replaces) await rename(folder, old);
    try {
      await rename(fresh, folder);
    } catch (error) {
      if (replaces) await rename(old, folder);
      throw error;
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Brings back the old folder where a run was killed between its two moves, and clears its work. */
async function restore(folder: string, parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix) || isRunning(Number.parseInt(name.slice(prefix.length)))) continue;
    const old = join(parent, name, 'old');
    if (!(await exists(folder)) && (await exists(old))) await rename(old, folder);
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Whether another process of this number lives: its work is not to be cleared away. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
