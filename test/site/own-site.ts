import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { nameBuild } from '../../scripts/name-build.ts';
import { type RunningServer, serveSite } from '../../scripts/serve.ts';
import { serviceWorker } from '../../src/service-worker-script.ts';

/** A copy of a built site that a test may change, and take off the network. */
export interface OwnSite {
  /** With a slash at the end; set once the tests run. */
  address: string;
  /** Changes a file's text. */
  edit(file: string, change: (text: string) => string): Promise<void>;
  /** Names what was changed as a build of its own, as `sheaf build` does. */
  rebuild(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
}

const SITE = inject('siteUnderPath');

/** Copies the site under a path for the tests of a file. */
export function prepareOwnSite(): OwnSite {
  let work = '';
  let folder = '';
  let server: RunningServer | null = null;
  let port = 0;
  const site: OwnSite = {
    address: '',
    async edit(file, change) {
      const text = await readFile(join(folder, file), 'utf8');
      await writeFile(join(folder, file), change(text));
    },
    async rebuild() {
      const [, rest = ''] =
        /importScripts\("(.*)"\)/.exec(await readFile(join(SITE.folder, 'sw.js'), 'utf8')) ?? [];
      await writeFile(
        join(folder, 'sw.js'),
        serviceWorker({ offline: true, base: SITE.base }, rest),
      );
      await nameBuild(folder);
    },
    async stop() {
      await server?.close();
      server = null;
    },
    async start() {
      server ??= await serveSite({ folder, base: SITE.base, port });
      port = Number(new URL(server.address).port);
      site.address = server.address;
    },
  };
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'sheaf-own-'));
    folder = join(work, 'dist');
    await cp(SITE.folder, folder, { recursive: true });
    await site.start();
  });
  afterAll(async () => {
    await site.stop();
    await rm(work, { recursive: true });
  });
  return site;
}
