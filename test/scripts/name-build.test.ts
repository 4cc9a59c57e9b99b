import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nameBuild } from '../../scripts/name-build.ts';
import { serviceWorker } from '../../src/service-worker-script.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheaf-name-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The name of a build whose only page says this. */
async function nameOf(page: string): Promise<string> {
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'sw.js'), serviceWorker({ offline: true, base: '/' }, '/w.js'));
  await nameBuild(folder);
  const script = await readFile(join(folder, 'sw.js'), 'utf8');
  return /sheafBuild = "([0-9a-f]{16})"/.exec(script)?.[1] ?? script;
}

describe('nameBuild(folder)', () => {
  it('gives the same bytes the same name, and others another', async () => {
    const first = await nameOf('one');
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(await nameOf('two')).not.toBe(first);
    expect(await nameOf('one')).toBe(first);
  });

  it('leaves a worker that only clears away as it is', async () => {
    const script = serviceWorker({ offline: false, base: '/' }, '/w.js');
    await writeFile(join(folder, 'sw.js'), script);
    await nameBuild(folder);
    expect(await readFile(join(folder, 'sw.js'), 'utf8')).toBe(script);
  });
});
