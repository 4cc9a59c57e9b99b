import slugify from '@sindresorhus/slugify';
import { digestShapes } from '../src/core/digest/digest-shapes.ts';
import { renderMarkdown } from '../src/core/markdown.ts';
import {
  type Inline,
  inlineToHtml,
  inlineToText,
  inlineToUnicode,
  mathSources,
} from '../src/core/paper/inline.ts';
import { mergeRecords } from '../src/core/paper/merge-records.ts';
import type { Paper } from '../src/core/paper/paper.ts';
import { shortenInline } from '../src/core/paper/shorten-inline.ts';
import { parseInline } from '../src/core/paper/parse-inline.ts';
import { modelTopics, type TopicModel } from '../src/core/topics/model-topics.ts';
import type { WrittenPaper } from '../src/core/text/written-forms.ts';
import {
  basePath,
  type DigestPage,
  type PaperPage,
  type Site,
  type TopicPage,
} from '../src/site-data.ts';
import * as filler from './filler.ts';
import type { Content, ReadDigest } from './read-content.ts';

/** All that the pages show. */
export interface SiteData {
  readonly site: Site;
  readonly papers: readonly PaperPage[];
}

const SEED = 1;

const EXCERPT_LENGTH = 240;

type PaperText = Pick<
  PaperPage,
  'title' | 'titleText' | 'titleHtml' | 'abstract' | 'abstractHtml' | 'excerptHtml' | 'mathSources'
>;

/** From what was read to what is shown: papers, their topics, and the texts of the pages. Pure. */
export function composeSite({ settings, digests }: Content, live: boolean): SiteData {
  const papers = mergeRecords(digests);
  const parsed = papers.map(parsePaper);
  const texts = parsed.map(setText);
  const model = modelTopics(parsed.map(proseOf), { topics: settings.topics, seed: SEED });
  const topics = composeTopics(model, papers);
  const areas = filler.fillAreas(topics);
  topics.forEach((topic, index) =>
    Object.assign(topic, filler.fillTopic(topic, index, areas, topic.id)),
  );
  const { terms, dimensions, seed } = model.report;
  const asked = settings.topics === 'auto' ? null : settings.topics;
  const description = renderMarkdown(settings.description);
  const site: Site = {
    title: settings.title,
    description: description.text,
    descriptionHtml: description.html,
    url: settings.url,
    base: basePath(settings.url),
    language: settings.language,
    links: [...settings.links],
    live,
    recordCount: digests.reduce((sum, { records }) => sum + records.length, 0),
    paperCount: papers.length,
    topics,
    digests: composeDigests(digests, papers),
    areas,
    retired: filler.fillRetired(topics, areas),
    model: { terms, dimensions, seed, asked, ...filler.fillModel(asked) },
  };
  return { site, papers: composePapers(papers, texts, model, topics) };
}

/** A paper's title and abstract as inline trees. */
interface ParsedPaper {
  readonly title: Inline[];
  readonly abstract: Inline[] | null;
}

function parsePaper({ title, abstract }: Paper): ParsedPaper {
  return { title: parseInline(title), abstract: abstract === null ? null : parseInline(abstract) };
}

/** What the topics are made of: the names in formulas are no words. */
function proseOf({ title, abstract }: ParsedPaper): WrittenPaper {
  const withoutMaths = (nodes: Inline[]) =>
    inlineToText(nodes.filter(({ type }) => type !== 'math'));
  return { title: withoutMaths(title), abstract: withoutMaths(abstract ?? []) };
}

function setText({ title, abstract }: ParsedPaper): PaperText {
  return {
    title: inlineToText(title),
    titleText: inlineToUnicode(title),
    titleHtml: inlineToHtml(title),
    abstract: abstract && inlineToText(abstract),
    abstractHtml: abstract && inlineToHtml(abstract),
    excerptHtml: abstract && inlineToHtml(shortenInline(abstract, EXCERPT_LENGTH)),
    mathSources: mathSources([...title, ...(abstract ?? [])]),
  };
}

function composePapers(
  papers: readonly Paper[],
  texts: readonly PaperText[],
  model: TopicModel,
  topics: readonly TopicPage[],
): PaperPage[] {
  return papers.map((paper, index) => ({
    ...paper,
    ...texts[index]!,
    authors: paper.authors && [...paper.authors],
    sources: [...paper.sources],
    topic: topics[model.topicOf[index]!]!.id,
    why: filler.fillWhy(
      `${texts[index]!.title} ${texts[index]!.abstract}`,
      index,
      topics[model.topicOf[index]!]!,
      topics,
    ),
    position: [rounded(((index * 7) % 101) / 101), rounded(((index * 13) % 97) / 97)],
    related: model.related[index]!.map((near) => ({
      id: papers[near.paper]!.id,
      score: rounded(near.score),
      shared: filler.fillRelated(near),
    })),
  }));
}

function composeTopics(model: TopicModel, papers: readonly Paper[]): TopicPage[] {
  const slugOf = uniqueSlugs(
    model.topics.map(({ label }) => label),
    'topic',
  );
  return model.topics.map((topic, index) => ({
    id: slugOf[index]!,
    label: topic.label,
    terms: topic.terms.map(({ term, weight }) => ({ term, weight: rounded(weight) })),
    papers: topic.papers.map((paper) => papers[paper]!.id),
    neighbours: topic.neighbours.map(({ topic: other, score }) => ({
      id: slugOf[other]!,
      score: rounded(score),
    })),
    area: null,
    representatives: [],
    stability: null,
    introductionHtml: null,
  }));
}

function composeDigests(digests: readonly ReadDigest[], papers: readonly Paper[]): DigestPage[] {
  const slugOf = uniqueSlugs(
    digests.map(({ path }) => withoutExtension(path)),
    'digest',
  );
  const nameOf = uniqueNames(digests);
  const lineOf = new Map<string, { id: string; line: number }[]>();
  for (const { id, sources } of papers) {
    for (const { digest, line } of sources) {
      const lines = lineOf.get(digest) ?? [];
      lineOf.set(digest, lines);
      lines.push({ id, line });
    }
  }
  return digests.map(({ path, shape, date, curator, records }, index) => ({
    slug: slugOf[index]!,
    file: path,
    title: nameOf[index]!,
    shape,
    date,
    curator,
    records: records.length,
    papers: [
      ...new Set((lineOf.get(path) ?? []).toSorted((a, b) => a.line - b.line).map(({ id }) => id)),
    ],
  }));
}

/** What a reader calls a digest: its title and day, and its file where another has the same. */
function uniqueNames(digests: readonly ReadDigest[]): string[] {
  const names = digests.map(({ shape, title, date }) => {
    const name = title ?? digestShapes.find(({ name: known }) => known === shape)!.source;
    return date === null ? name : `${name}, ${date}`;
  });
  return names.map((name, index) =>
    names.indexOf(name) === names.lastIndexOf(name)
      ? name
      : `${name} (${withoutExtension(digests[index]!.path)})`,
  );
}

function withoutExtension(path: string): string {
  return path.replace(/\.[^./]+$/, '');
}

/** A slug for each text, with a number behind it where an earlier text has the same. */
function uniqueSlugs(texts: readonly string[], fallback: string): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const slug = slugify(text, { decamelize: false }) || fallback;
    let free = slug;
    for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
    taken.add(free);
    return free;
  });
}

/** Six digits behind the point: what a reader can use, and no noise of the last bit in a diff. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
