import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  apiPaperFiles,
  PAPERS_FILE,
  PAPERS_PER_API_FILE,
  pagePath,
  type PaperPage,
  paperPageSchema,
  SITE_FILE,
  type Site,
  siteSchema,
} from '../src/site-data.ts';
import type { SiteData } from './compose-site.ts';

/** Writes the data that the pages read into a folder, each object checked against its schema. */
export async function writeSiteData({ site, papers }: SiteData, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, SITE_FILE), JSON.stringify(siteSchema.parse(site)));
  const checked = papers.values().map((paper) => paperPageSchema.parse(paper));
  await writeJsonLines(join(folder, PAPERS_FILE), checked);
}

/** Writes the site's data for other programs: `index.json`, `papers-N.jsonl`, `topics.json`. */
export async function writeApi({ site, papers }: SiteData, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = apiPaperFiles(papers.length);
  for (const [index, name] of files.entries()) {
    const start = index * PAPERS_PER_API_FILE;
    const part = papers.slice(start, start + PAPERS_PER_API_FILE).values();
    await writeJsonLines(
      join(folder, name),
      part.map((paper) => apiPaper(paper, site)),
    );
  }
  await writeJson(
    join(folder, 'topics.json'),
    site.topics.map((topic) => apiTopic(topic, site)),
  );
  await writeJson(join(folder, 'index.json'), apiIndex(site, files));
}

function apiIndex(site: Site, papers: readonly string[]): object {
  return {
    title: site.title,
    counts: {
      papers: site.paperCount,
      records: site.recordCount,
      topics: site.topics.length,
      digests: site.digests.length,
    },
    files: { papers, topics: 'topics.json' },
    digests: site.digests.map((digest) => ({
      digest: digest.file,
      url: site.base + pagePath.digest(digest.slug),
      title: digest.title,
      shape: digest.shape,
      date: digest.date,
      curator: digest.curator,
      records: digest.records,
    })),
  };
}

function apiPaper(paper: PaperPage, site: Site): object {
  return {
    id: paper.id,
    url: site.base + pagePath.paper(paper.id),
    title: paper.title,
    abstract: paper.abstract,
    authors: paper.authors,
    authorCount: paper.authorCount,
    organization: paper.organization,
    published: paper.published,
    arxivId: paper.arxivId,
    doi: paper.doi,
    upvotes: paper.upvotes,
    comments: paper.comments,
    topic: paper.topic,
    related: paper.related.map(({ id, score }) => ({ id, score })),
    sources: paper.sources,
  };
}

function apiTopic({ id, label, terms, papers }: Site['topics'][number], site: Site): object {
  return { id, url: site.base + pagePath.topic(id), label, terms, size: papers.length, papers };
}

function writeJson(path: string, value: unknown): Promise<void> {
  return writeFile(path, `${JSON.stringify(value, null, 1)}\n`);
}

function writeJsonLines(path: string, values: Iterable<object>): Promise<void> {
  const lines = Iterator.from(values).map((value) => `${JSON.stringify(value)}\n`);
  return pipeline(Readable.from(lines), createWriteStream(path));
}
