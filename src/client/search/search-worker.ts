// The thread in which the search runs, so that typing never waits for it.
import { expose } from 'comlink';
import { SearchEngine } from './search-engine.ts';

let engine: Promise<SearchEngine> | null = null;

const worker = {
  /** Loads what every search needs, again where it failed. */
  async open(base: string): Promise<void> {
    engine ??= SearchEngine.open(base);
    // What could not be loaded is tried again.
    engine.catch(() => (engine = null));
    await engine;
  },
  async offers() {
    return (await engine)!.offers;
  },
  async search(...parameters: Parameters<SearchEngine['search']>) {
    return (await engine)!.search(...parameters);
  },
  async more(...parameters: Parameters<SearchEngine['more']>) {
    return (await engine)!.more(...parameters);
  },
  async suggest(...parameters: Parameters<SearchEngine['suggest']>) {
    return (await engine)!.suggest(...parameters);
  },
};

/** What the page may ask of it. */
export type SearchWorker = typeof worker;

expose(worker);
