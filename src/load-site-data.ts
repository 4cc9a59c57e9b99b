// Reads the site data once for all pages. Pages import this module and never a file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AreaPage,
  PAPERS_FILE,
  type DigestPage,
  type PaperPage,
  paperPageSchema,
  SITE_FILE,
  siteSchema,
  type TopicPage,
} from './site-data.ts';

const folder = process.env.SHEAF_SITE_DATA;
if (folder === undefined) {
  throw new Error('SHEAF_SITE_DATA names no folder: build the site with `npm run build`');
}

/** The site less its papers. */
export const site = siteSchema.parse(JSON.parse(readFileSync(join(folder, SITE_FILE), 'utf8')));

/** All papers, in the order of their first sources. */
export const papers: readonly PaperPage[] = Array.from(
  readLines(join(folder, PAPERS_FILE)),
  (line) => paperPageSchema.parse(JSON.parse(line)),
);

const paperById = new Map(papers.map((paper) => [paper.id, paper]));
const topicById = new Map(site.topics.map((topic) => [topic.id, topic]));
const areaById = new Map(site.areas.map((area) => [area.id, area]));
const digestByFile = new Map(site.digests.map((digest) => [digest.file, digest]));

/** The paper, topic, area or digest of a name. Each throws RangeError for an unknown one. */
export const findPaper = (id: string): PaperPage => found(paperById.get(id), id);
export const findTopic = (id: string): TopicPage => found(topicById.get(id), id);
export const findArea = (id: string): AreaPage => found(areaById.get(id), id);
export const findDigest = (file: string): DigestPage => found(digestByFile.get(file), file);

/** How many papers an area's topics hold. */
export function areaSize({ topics }: AreaPage): number {
  return topics.reduce((sum, id) => sum + findTopic(id).papers.length, 0);
}

/** The address of a page or file from its path below the site's base. */
export function href(path: string): string {
  return site.base + path;
}

/** The same with protocol and host, or null where the operator did not set them. */
export function absoluteHref(path: string): string | null {
  return site.url === null ? null : new URL(href(path), site.url).href;
}

/** The lines of a file that may be longer than a string can be: of 100,000 papers it has 0.6 GB. */
function* readLines(path: string): Generator<string> {
  const bytes = readFileSync(path);
  let start = 0;
  while (start < bytes.length) {
    const next = bytes.indexOf('\n', start);
    const end = next < 0 ? bytes.length : next;
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}

function found<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new RangeError(`the site data know no ${name}`);
  return value;
}
