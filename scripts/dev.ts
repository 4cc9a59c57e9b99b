import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { relative, resolve } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { buildSite, UnwrittenLockError } from './build.ts';
import type { Effects } from './effects.ts';
import { LOCK_FILE } from './read-content.ts';
import { assertFreePort, serveSite } from './serve.ts';

/** What `sheaf dev` is asked for. */
export interface DevOptions {
  readonly content: string;
  readonly port: number;
  readonly skipBad: boolean;
}

const OUT = '.sheaf/dev';
const EVENTS_PATH = '/@sheaf/builds';
/** An editor writes a file in several steps; the build waits until they are done. */
const QUIET_MS = 150;

/**
 * Builds the site, serves it, and builds it again whenever the content changes, until the signal that
 * `stop` gives aborts. Wrong content is reported and the last good site stays. Open pages load themselves anew.
 */
export async function developSite(
  { content, port, skipBad }: DevOptions,
  effects: Effects,
  stop: () => AbortSignal,
): Promise<void> {
  const out = resolve(OUT);
  const build = () =>
    buildSite({ content, out, dataOnly: false, refit: false, skipBad, live: true }, effects);
  await assertFreePort(port);
  const base = await build();
  const signal = stop();
  const listeners = new Set<ServerResponse>();
  const server = await serveSite({ folder: out, base, port }, (request, response) => {
    if (request.url !== EVENTS_PATH) return false;
    listen(response, listeners);
    return true;
  });
  const rebuild = oneAtATime(async () => {
    try {
      await build();
      effects.log(server.address);
    } catch (error) {
      // Whatever it was, the operator mends it while the server goes on.
      effects.error(error instanceof Error ? error.message : String(error));
      if (!(error instanceof UnwrittenLockError)) {
        effects.error('the last good site is still served');
        return;
      }
    }
    for (const listener of listeners) listener.write('event: built\ndata:\n\n');
  });
  const watcher = await watchContent(content, rebuild);
  effects.log(server.address);
  if (!signal.aborted) await once(signal, 'abort');
  await watcher.close();
  await server.close();
}

async function watchContent(folder: string, onChange: () => void): Promise<FSWatcher> {
  const watcher = watch(folder, {
    ignoreInitial: true,
    // Written by the build itself, and by none else; hidden is what a fetch has not finished.
    ignored: (path) => path.includes(LOCK_FILE) || /(?:^|[\\/])\.[^.]/.test(relative(folder, path)),
    awaitWriteFinish: { stabilityThreshold: QUIET_MS, pollInterval: 50 },
  });
  watcher.on('all', onChange);
  await once(watcher, 'ready');
  return watcher;
}

/** Keeps the answer to an open page open, for news of builds. */
function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

/** Runs a task at once or, while it runs, once more after it, however often it is asked for. */
function oneAtATime(task: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  return async function run(): Promise<void> {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await task();
    }
    running = false;
  };
}
