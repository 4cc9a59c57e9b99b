// The only contract between the commands, which write these data, and the pages, which show them.
import { z } from 'zod';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** A day, or the month or year where no more is known. */
const dateOrPart = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
/** An absolute address of the web as browsers write it, so that it can stand in a link. */
const address = z.url({ protocol: /^https?$/ }).regex(/^[^\s"<>]+$/);
const count = z.number().int().nonnegative();

/** A paper as a page shows it; what is unknown is null. `…Html` is safe to set as it is. */
export const paperPageSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** As the digest writes it, formulas with their lost signs. */
  title: z.string().min(1),
  /** Readable without markup: for tabs, citations and results. */
  titleText: z.string().min(1),
  titleHtml: z.string().min(1),
  abstract: z.string().nullable(),
  abstractHtml: z.string().nullable(),
  /** The digest's own words on the paper, where they are not its abstract. */
  summary: z.string().nullable(),
  summaryHtml: z.string().nullable(),
  /** The authors' own words beside the abstract: pages, figures, where it was accepted. */
  note: z.string().nullable(),
  noteHtml: z.string().nullable(),
  /**
   * The same with formulas set by KaTeX, whose style sheet they need: for the paper's own page alone. Each
   * null where it holds no TeX.
   */
  katex: z
    .object({
      titleHtml: z.string().nullable(),
      abstractHtml: z.string().nullable(),
      summaryHtml: z.string().nullable(),
      noteHtml: z.string().nullable(),
    })
    .nullable(),
  /** The start of the abstract, for lists. */
  excerptHtml: z.string().nullable(),
  /** Formulas as the digest writes them, for the search. */
  mathSources: z.array(z.string()),
  authors: z.array(z.string()).nullable(),
  authorCount: count.nullable(),
  organization: z.object({ slug: z.string(), name: z.string() }).nullable(),
  published: dateOrPart.nullable(),
  /** Day on which a digest lists the paper; the first of several. */
  listed: isoDate.nullable(),
  arxivId: z.string().nullable(),
  arxivVersion: count.nullable(),
  doi: z.string().nullable(),
  /** Journal or conference. */
  venue: z.string().nullable(),
  categories: z.array(z.string()).nullable(),
  keywords: z.array(z.string()).nullable(),
  upvotes: count.nullable(),
  comments: count.nullable(),
  /** The paper, its code and its project elsewhere. */
  url: address.nullable(),
  code: address.nullable(),
  project: address.nullable(),
  /** The heading under which a digest has it. */
  heading: z.string().nullable(),
  /** Id of its topic. */
  topic: z.string(),
  /** Id of its sub-topic within its topic; null where the topic has none. */
  subTopic: z.string().nullable(),
  /** Whether the operator moved it there, by `include` or `exclude`, from where the model has it. */
  isMoved: z.boolean(),
  /** Why it stands in its topic; null for a paper without terms. */
  why: z
    .object({
      /** Cosine with the centre of its topic: the sum of the shares of `terms` and of `rest`. */
      similarity: z.number(),
      /** The topic that comes next, and the cosine with that; null where there is one topic. */
      runnerUp: z.object({ topic: z.string(), similarity: z.number() }).nullable(),
      /** Whether the two are so near to each other that the paper stands between them. */
      isBetween: z.boolean(),
      /** The terms that pull it there, as papers write them; greatest share first. */
      terms: z.array(z.object({ term: z.string(), share: z.number() })),
      /** What all other terms add. */
      rest: z.number(),
    })
    .nullable(),
  /** Where it lies on the map: x and y from 0 to 1. */
  position: z.tuple([z.number(), z.number()]),
  /** Number of the build that first had it, counting those that brought new papers, from 1 on. */
  joined: z.number().int().min(1),
  /** Nearest first; `shared` are terms that both have, as papers write them, by what each adds. */
  related: z.array(
    z.object({
      id: z.string(),
      score: z.number(),
      shared: z.array(z.object({ term: z.string(), share: z.number() })),
    }),
  ),
  /** `digest` is the digest's file below `digests/`; `pointer` leads to the record in one of JSON. */
  sources: z
    .array(
      z.object({
        digest: z.string(),
        line: count,
        endLine: count,
        pointer: z.string().nullable(),
      }),
    )
    .min(1),
});

/** A topic; `papers` are ids, the most typical first. */
const topicSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string().min(1),
  terms: z.array(z.object({ term: z.string(), weight: z.number() })),
  papers: z.array(z.string()).min(1),
  /** Nearest first, with terms that weigh much in both, and those that weigh more in either. */
  neighbours: z.array(
    z.object({
      id: z.string(),
      score: z.number(),
      joined: z.array(z.string()),
      here: z.array(z.string()),
      there: z.array(z.string()),
    }),
  ),
  /** Parts into which it clearly falls, the largest first; each paper names its own. */
  subTopics: z.array(
    z.object({
      id: z.string().regex(/^[a-z0-9-]+$/),
      label: z.string().min(1),
      terms: z.array(z.string()),
    }),
  ),
  /** One entry a period of the site's time: how many papers, and the terms that were typical then. */
  time: z.array(z.object({ papers: count, terms: z.array(z.string()) })),
  /** Area that it belongs to; null in a collection of few topics. */
  area: z.string().nullable(),
  /** Ids of up to three papers near its centre and unlike each other. */
  representatives: z.array(z.string()),
  /** The colour and the shape by which it is known in pictures and lists; they stay its own. */
  mark: z.object({ color: z.number().int().min(0).max(9), shape: z.number().int().min(0).max(4) }),
  /** How surely it comes back from other seeds: mean Jaccard index of its best matches, 0 to 1. */
  stability: z.number().nullable(),
  /** The operator's own introduction; null without one. */
  introductionHtml: z.string().nullable(),
});

/** Topics that are near each other. */
const areaSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  label: z.string().min(1),
  terms: z.array(z.object({ term: z.string(), weight: z.number() })),
  /** Ids of its topics, largest first. */
  topics: z.array(z.string()).min(1),
});

/**
 * A topic, an area, a part of a topic, the address of a paper, an author or an organisation of an earlier
 * build; its page names what took its place. The id of a part is that of its topic and its own: `entropy/heat`.
 */
const retiredSchema = z.object({
  kind: z.enum(['topic', 'area', 'part', 'paper', 'author', 'organization', 'digest']),
  id: z.string().regex(/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/),
  label: z.string().min(1),
  /** Id of the same kind; null where nothing took its place. */
  successor: z.string().nullable(),
  /**
   * Of a paper without successor: the id of the topic in which it was, perhaps a retired one. Of a part:
   * that of the topic which holds its place.
   */
  topic: z.string().optional(),
  /** Of a paper without successor: `arXiv:2303.00763` or `doi:10.…`. */
  identity: z.string().optional(),
});

/** A digest; `papers` are ids in the order of its file. */
const digestSchema = z.object({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  file: z.string(),
  title: z.string(),
  shape: z.string(),
  date: isoDate.nullable(),
  curator: z.string().nullable(),
  records: count,
  papers: z.array(z.string()),
});

/** What `--skip-bad` left out of a digest. */
const skippedSchema = z.object({
  file: z.string(),
  /** Whether nothing of the file was read. */
  whole: z.boolean(),
  /** Records that were left out of a file that was read in part; 0 where none could be told. */
  records: count,
  problems: count,
  /** The first of them, as `line 3: expected …, got …`. */
  first: z.array(z.string()),
});

/** The whole site less its papers. */
export const siteSchema = z.object({
  title: z.string().min(1),
  description: z.string(),
  descriptionHtml: z.string(),
  /** Address of the site without a slash at its end; null where it is not known. */
  url: z.string().nullable(),
  /** Path under which the site lives: `/` or `/name/`. */
  base: z.string().regex(/^\/(?:.*\/)?$/),
  language: z.string(),
  /** Whether browsers keep what was visited and saved for reading offline. */
  offline: z.boolean(),
  links: z.array(z.object({ label: z.string(), href: z.string() })),
  /** Whether pages load themselves anew when the site was built again: in `sheaf dev`. */
  live: z.boolean(),
  /** Records that went in: as many as papers and records merged. */
  recordCount: count,
  paperCount: count,
  /** Records beyond the first of a paper. */
  mergedCount: count,
  /** Papers of which records say different things, by field. */
  disagreements: z.object({
    title: count,
    abstract: count,
    published: count,
    arxivId: count,
    doi: count,
  }),
  /** Empty unless the operator let a build go on without what could not be read. */
  skipped: z.array(skippedSchema),
  topics: z.array(topicSchema),
  /** All months or years from an early one to the newest; null where too few papers have dates. */
  time: z
    .object({
      unit: z.enum(['month', 'year']),
      /** `2025-03` or `2025`, the oldest first, with the papers that came up then. */
      periods: z.array(z.object({ period: dateOrPart, papers: count })),
    })
    .nullable(),
  digests: z.array(digestSchema),
  /** Empty in a collection of up to 25 topics. */
  areas: z.array(areaSchema),
  retired: z.array(retiredSchema),
  /** The days of the builds that brought papers, the first first: `joined` of a paper is the number of one. */
  builds: z.array(isoDate),
  /** Authors who keep the page that they had, though they have fewer papers now than one needs for it. */
  lastingAuthors: z.array(z.string()),
  model: z.object({
    terms: count,
    dimensions: count,
    /** Runs of k-means whose clusters were compared. */
    runs: count,
    seed: count,
    /** The number of topics that the operator set; null where it was left to the data. */
    asked: count.nullable(),
    /**
     * How surely each candidate comes back from other seeds (mean Jaccard index, 0 to 1), the surest
     * first, also beyond those that were taken; empty where there was nothing to choose.
     */
    recurrences: z.array(z.number()),
    /** Candidates below this are no topics. */
    leastRecurrence: z.number(),
    /** Against a build from scratch: adjusted mutual information; null for one from scratch. */
    drift: z.object({ agreement: z.number(), needsRefit: z.boolean() }).nullable(),
  }),
});

export type PaperPage = z.output<typeof paperPageSchema>;
export type TopicPage = z.output<typeof topicSchema>;
export type AreaPage = z.output<typeof areaSchema>;
export type RetiredPage = z.output<typeof retiredSchema>;
export type SkippedFile = z.output<typeof skippedSchema>;
export type DigestPage = z.output<typeof digestSchema>;
export type Site = z.output<typeof siteSchema>;

/** Papers in one file of `api/`, at most. */
export const PAPERS_PER_API_FILE = 10_000;

/** Names of the files of `api/` that hold so many papers. */
export function apiPaperFiles(papers: number): string[] {
  const files = Math.ceil(papers / PAPERS_PER_API_FILE);
  return Array.from({ length: files }, (_, index) => `papers-${index + 1}.jsonl`);
}

/** Names of the two files of site data: JSON, and a line of JSON a paper. */
export const SITE_FILE = 'site.json';
export const PAPERS_FILE = 'papers.jsonl';

/** A topic whose stability is less is weak, and says so. */
export const WEAK_STABILITY = 0.5;
