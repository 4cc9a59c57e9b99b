import { element } from '../element.ts';
import {
  type LookupEntry,
  lookupFile,
  type LookupFile,
  lookupKey,
} from '../../paper/paper-lookup.ts';

/** How many files the site's lookup has. */
const fileCount = Number(element<HTMLElement>('#saved').dataset['files']);
const files = new Map<number, Promise<LookupFile>>();

/**
 * What the site has under each key, in their order; null for a key that it does not know. Throws Error
 * where the site can't be reached.
 */
export async function lookUp(keys: readonly string[]): Promise<(LookupEntry | null)[]> {
  return Promise.all(
    keys.map(async (key) => {
      const { papers, names } = await fileOf(key);
      const paper = own(papers, key);
      const id = own(names, key);
      if (paper !== null || id === null) return paper;
      const target = lookupKey(id);
      return own((await fileOf(target)).papers, target);
    }),
  );
}

/** Whether a paper is in the collection no more; false also where the site can't be reached. */
export async function hasLeft(id: string): Promise<boolean> {
  const [entry] = await lookUp([lookupKey(id)]).catch(() => []);
  return entry === null;
}

function fileOf(key: string): Promise<LookupFile> {
  const number = lookupFile(key, fileCount);
  const known = files.get(number) ?? fetchFile(number);
  files.set(number, known);
  // Another time it may be there.
  known.catch(() => files.delete(number));
  return known;
}

async function fetchFile(number: number): Promise<LookupFile> {
  const response = await fetch(`${import.meta.env.BASE_URL}lookup/${number}.json`);
  if (!response.ok) throw new Error(`lookup/${number}.json: ${response.status}`);
  return (await response.json()) as LookupFile;
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | null {
  return Object.hasOwn(record, key) ? record[key]! : null;
}
