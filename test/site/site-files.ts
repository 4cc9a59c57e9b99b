import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Files below a folder as sorted paths with `/`. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The objects of a file of JSON lines. */
export async function readJsonLines<Type>(path: string): Promise<Type[]> {
  const text = await readFile(path, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Type);
}

/** A paper as `api/papers-N.jsonl` gives it. */
export interface ApiPaper {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly abstract: string | null;
  readonly authors: string[] | null;
  readonly authorCount: number | null;
  readonly organization: { slug: string; name: string } | null;
  readonly published: string | null;
  readonly arxivId: string | null;
  readonly doi: string | null;
  readonly upvotes: number | null;
  readonly comments: number | null;
  readonly topic: string;
  readonly why: {
    similarity: number;
    runnerUp: { topic: string; similarity: number } | null;
    isBetween: boolean;
    terms: { term: string; share: number }[];
    rest: number;
  } | null;
  readonly position: [number, number];
  readonly related: {
    id: string;
    score: number;
    shared: { term: string; share: number }[];
  }[];
  readonly sources: { digest: string; line: number; endLine: number }[];
}

/** A topic as `api/topics.json` gives it. */
export interface ApiTopic {
  readonly id: string;
  readonly url: string;
  readonly label: string;
  readonly area: string | null;
  readonly terms: { term: string; weight: number }[];
  readonly stability: number | null;
  readonly introduction: string | null;
  readonly size: number;
  readonly representatives: string[];
  readonly papers: string[];
}

/** An area as `api/areas.json` gives it. */
export interface ApiArea {
  readonly id: string;
  readonly url: string;
  readonly label: string;
  readonly terms: { term: string; weight: number }[];
  readonly size: number;
  readonly topics: string[];
}
