import { type Remote, wrap } from 'comlink';
import type { SearchWorker } from './search-worker.ts';

let opened: Promise<Remote<SearchWorker>> | null = null;

/** The search of this site, loaded at the first call, and again where that failed. */
export function openSearch(): Promise<Remote<SearchWorker>> {
  opened ??= start();
  opened.catch(() => (opened = null));
  return opened;
}

async function start(): Promise<Remote<SearchWorker>> {
  const thread = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  const broken = new Promise<never>((_, reject) => {
    thread.addEventListener('error', () => {
      reject(new Error('the search could not be loaded'));
    });
  });
  const search = wrap<SearchWorker>(thread);
  const base = new URL(import.meta.env.BASE_URL, location.href).href;
  await Promise.race([search.open(base), broken]);
  return search;
}
