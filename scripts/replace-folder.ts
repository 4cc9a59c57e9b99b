import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Work folders of runs of this process. */
const ownWork = new Set<string>();

/**
 * Lets `write` fill a new folder and, when it has succeeded, puts that in the place of `folder`.
 * Until then, when it throws and when `signal` has aborted, `folder` stays as it was. What a killed run
 * left is cleared away.
 */
export async function replaceFolder(
  folder: string,
  write: (workFolder: string) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const parent = dirname(folder);
  const prefix = `.${basename(folder)}.building-`;
  await mkdir(parent, { recursive: true });
  await restore(folder, parent, prefix);
  const work = await mkdtemp(join(parent, `${prefix}${process.pid}-`));
  ownWork.add(work);
  try {
    const fresh = join(work, 'new');
    await mkdir(fresh);
    await write(fresh);
    signal?.throwIfAborted();
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
    ownWork.delete(work);
  }
}

/** Brings back the old folder where a run was killed between its two moves, and clears its work. */
async function restore(folder: string, parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix) || isInUse(join(parent, name), prefix)) continue;
    const old = join(parent, name, 'old');
    if (!(await exists(folder)) && (await exists(old))) await rename(old, folder);
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** Whether a work folder belongs to a run that goes on: of this process, or of another living one. */
function isInUse(work: string, prefix: string): boolean {
  if (ownWork.has(work)) return true;
  const pid = Number.parseInt(basename(work).slice(prefix.length));
  // In a container every run has the same number: that of this process says nothing.
  if (pid === process.pid) return false;
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
