import {
  type LookupEntry,
  lookupFile,
  type LookupFile,
  lookupFiles,
  lookupKey,
  namesOf,
} from './paper-lookup.ts';
import type { PaperPage, Site } from '../site-data.ts';

/** The files in which browsers look up papers by key: of papers, and of what led to them before. */
export function composeLookup(
  papers: readonly PaperPage[],
  retired: Site['retired'],
  labelOf: (topic: string) => string,
): LookupFile[] {
  const count = lookupFiles(papers.length);
  const files = Array.from({ length: count }, () => ({
    papers: {} as Record<string, LookupEntry>,
    names: {} as Record<string, string>,
  }));
  const fileOf = (key: string) => files[lookupFile(key, count)]!;
  for (const paper of papers) {
    const { id, titleText, topic, published } = paper;
    const key = lookupKey(id);
    fileOf(key).papers[key] = [id, titleText, topic, labelOf(topic), published];
    for (const name of namesOf(paper).map(lookupKey)) fileOf(name).names[name] = id;
  }
  for (const { kind, id, successor } of retired) {
    if (kind !== 'paper' || successor === null) continue;
    const key = lookupKey(id);
    fileOf(key).names[key] = successor;
  }
  return files;
}
