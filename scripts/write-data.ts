import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { shorten } from '../src/format.ts';
import { pagePath } from '../src/page-paths.ts';
import {
  apiPaperFiles,
  type AreaPage,
  PAPERS_FILE,
  PAPERS_PER_API_FILE,
  type PaperPage,
  paperPageSchema,
  SITE_FILE,
  type Site,
  siteSchema,
  type TopicPage,
} from '../src/site-data.ts';
import type { ShownData } from './compose-site.ts';

/** Writes the data that the pages read into a folder, each object checked against its schema. */
export async function writeSiteData({ site, papers }: ShownData, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, SITE_FILE), JSON.stringify(siteSchema.parse(site)));
  const checked = papers.values().map((paper) => paperPageSchema.parse(paper));
  await writeJsonLines(join(folder, PAPERS_FILE), checked);
}

/** Writes the site's data for other programs: `index.json`, `papers-N.jsonl`, topics, areas, disagreements. */
export async function writeApi(
  { site, papers, disagreements }: ShownData,
  folder: string,
): Promise<void> {
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
  await writeJson(
    join(folder, 'areas.json'),
    site.areas.map((area) => apiArea(area, site)),
  );
  await writeJsonLines(
    join(folder, 'disagreements.jsonl'),
    disagreements.values().map(({ paper, field, values }) => ({
      id: papers[paper]!.id,
      field,
      values: values.map(({ value, ...source }) => ({ ...source, value: shorten(value, 300) })),
    })),
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
      areas: site.areas.length,
      digests: site.digests.length,
      merged: site.mergedCount,
      disagreements: site.disagreements,
      skipped: {
        files: site.skipped.filter(({ whole }) => whole).length,
        records: site.skipped.reduce((sum, { records }) => sum + records, 0),
      },
    },
    files: {
      papers,
      topics: 'topics.json',
      areas: 'areas.json',
      disagreements: 'disagreements.jsonl',
    },
    skipped: site.skipped.map(({ file, ...skipped }) => ({ digest: file, ...skipped })),
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
    summary: paper.summary,
    note: paper.note,
    authors: paper.authors,
    authorCount: paper.authorCount,
    organization: paper.organization,
    published: paper.published,
    listed: paper.listed,
    arxivId: paper.arxivId,
    arxivVersion: paper.arxivVersion,
    doi: paper.doi,
    venue: paper.venue,
    categories: paper.categories,
    keywords: paper.keywords,
    upvotes: paper.upvotes,
    comments: paper.comments,
    links: { paper: paper.url, code: paper.code, project: paper.project },
    heading: paper.heading,
    topic: paper.topic,
    isMoved: paper.isMoved,
    why: paper.why,
    position: paper.position,
    related: paper.related,
    sources: paper.sources,
  };
}

function apiTopic(topic: TopicPage, site: Site): object {
  return {
    id: topic.id,
    url: site.base + pagePath.topic(topic.id),
    label: topic.label,
    area: topic.area,
    terms: topic.terms,
    mark: topic.mark,
    stability: topic.stability,
    introduction: topic.introductionHtml,
    size: topic.papers.length,
    representatives: topic.representatives,
    papers: topic.papers,
  };
}

function apiArea({ id, label, terms, topics }: AreaPage, site: Site): object {
  const size = site.topics
    .filter(({ area }) => area === id)
    .reduce((sum, { papers }) => sum + papers.length, 0);
  return { id, url: site.base + pagePath.area(id), label, terms, size, topics };
}

function writeJson(path: string, value: unknown): Promise<void> {
  return writeFile(path, `${JSON.stringify(value, null, 1)}\n`);
}

function writeJsonLines(path: string, values: Iterable<object>): Promise<void> {
  const lines = Iterator.from(values).map((value) => `${JSON.stringify(value)}\n`);
  return pipeline(Readable.from(lines), createWriteStream(path));
}
