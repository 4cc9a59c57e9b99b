import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { UNKNOWN_BUILD } from '../src/service-worker-script.ts';

const WORKER = 'sw.js';

/**
 * Writes the hash of all that a folder holds into its service worker, so that browsers know each build
 * from the one before. Same bytes, same hash.
 */
export async function nameBuild(folder: string): Promise<void> {
  const script = await readFile(join(folder, WORKER), 'utf8');
  const name = await hashOf(folder);
  await writeFile(join(folder, WORKER), script.replace(UNKNOWN_BUILD, name));
}

async function hashOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(await readFile(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}
