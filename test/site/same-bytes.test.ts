import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { main } from '../../scripts/command-line.ts';
import { realEffects } from '../../scripts/effects.ts';
import { listFiles } from './site-files.ts';

it('sheaf build makes the same bytes of the same content and lock', async () => {
  const { folder, content } = inject('site');
  const work = await mkdtemp(join(tmpdir(), 'sheaf-again-'));
  const again = join(work, 'dist');
  const lock = join(content, 'topics.lock.json');
  const before = await readFile(lock, 'utf8');
  const status = await main(['build', '--content', content, '--out', again], {
    ...realEffects,
    log: () => undefined,
    progress: () => undefined,
  });
  expect(status).toBe(0);
  expect(await digestOf(again)).toEqual(await digestOf(folder));
  expect(await readFile(lock, 'utf8')).toBe(before);
  await rm(work, { recursive: true });
});

/** The SHA-256 of each file below a folder. */
async function digestOf(folder: string): Promise<Record<string, string>> {
  const files = await listFiles(folder);
  const entries = files.map(async (file) => {
    const bytes = await readFile(join(folder, file));
    return [file, createHash('sha256').update(bytes).digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
