import type { PaperPage, Site, TopicPage } from '../../src/site-data.ts';
import type { ShownData } from '../../scripts/compose-site.ts';
import { UNKNOWN } from '../unknown-paper.ts';

/** A small site of two levels, with all that a page may have to say: made by hand, not by a model. */
export function siteOfAreas(): ShownData {
  return { site: SITE, papers: PAPERS, disagreements: [] };
}

/** More than stand on one page. */
const MANY = Array.from({ length: 60 }, (_, index) => `g${index + 1}`);

const NEIGHBOURS: TopicPage['neighbours'] = [
  {
    id: 'language-models',
    score: 0.5,
    joined: ['gradient'],
    here: ['noise', 'score'],
    there: ['token'],
  },
];
const PARTS: TopicPage['subTopics'] = [
  { id: 'upper-bounds', label: 'Upper bounds', terms: ['horizon', 'optimism'] },
  { id: 'lower-bounds', label: 'Lower bounds', terms: ['minimax'] },
];
/** The first forty papers of the topic belong to the first part. */
const LARGER_PART = 40;

const TOPICS: TopicPage[] = [
  topic('score-matching', 'Score matching', 'generation', 0.93, ['a', 'b', 'c', 'd']),
  topic('language-models', 'Language models', 'generation', 0.45, ['e', 'f']),
  topic('regret-bounds', 'Regret bounds', 'decisions', 0.6, MANY),
  topic('bandits', 'Bandits', 'decisions', null, ['h']),
];

const SITE: Site = {
  title: 'A site of areas',
  description: 'Two areas.',
  descriptionHtml: '<p>Two areas.</p>',
  url: 'https://example.org/areas-and-all',
  base: '/areas-and-all/',
  language: 'en',
  offline: true,
  links: [],
  live: false,
  recordCount: 67,
  paperCount: 67,
  mergedCount: 0,
  disagreements: { title: 0, abstract: 2, published: 1, arxivId: 0, doi: 0 },
  skipped: [
    {
      file: 'bad.txt',
      whole: true,
      records: 0,
      problems: 1,
      first: ['line 1: expected <b>, got &'],
    },
    {
      file: 'first.txt',
      whole: false,
      records: 5,
      problems: 5,
      first: ['line 9: expected a, got b'],
    },
  ],
  topics: TOPICS,
  time: {
    unit: 'month',
    periods: [
      { period: '2026-02', papers: 10 },
      { period: '2026-03', papers: 8 },
    ],
  },
  digests: [
    {
      slug: 'first',
      file: 'first.txt',
      title: 'First digest',
      shape: 'hugging-face-compact',
      date: '2026-03-25',
      curator: null,
      records: 67,
      papers: TOPICS.flatMap(({ papers }) => papers),
    },
  ],
  areas: [
    {
      id: 'generation',
      label: 'Generation',
      terms: terms('diffusion'),
      topics: ['score-matching', 'language-models'],
    },
    {
      id: 'decisions',
      label: 'Decisions',
      terms: terms('reward'),
      topics: ['regret-bounds', 'bandits'],
    },
  ],
  retired: [
    { kind: 'topic', id: 'gossip', label: 'Gossip & rumours', successor: 'bandits' },
    { kind: 'topic', id: 'alchemy', label: 'Alchemy', successor: null },
    { kind: 'area', id: 'chance', label: 'Chance', successor: 'decisions' },
    { kind: 'area', id: 'ether', label: 'Ether', successor: null },
    {
      kind: 'part',
      id: 'regret-bounds/heat',
      label: 'Heat',
      successor: 'regret-bounds/upper-bounds',
      topic: 'regret-bounds',
    },
    { kind: 'part', id: 'gossip/whispers', label: 'Whispers', successor: null, topic: 'bandits' },
    { kind: 'author', id: 'quentin-quiet', label: 'Quentin Quiet', successor: null },
    { kind: 'organization', id: 'vanished', label: 'Vanished', successor: null },
    { kind: 'digest', id: 'lost-letter', label: 'Lost letter', successor: null },
    { kind: 'paper', id: 'paper-old', label: 'Paper A', successor: 'a' },
    {
      kind: 'paper',
      id: 'paper-gone',
      label: 'Paper gone',
      successor: null,
      topic: 'bandits',
      identity: 'arXiv:2401.00001',
    },
  ],
  lastingAuthors: ['content'],
  builds: ['2026-03-26'],
  model: {
    terms: 120,
    dimensions: 12,
    runs: 40,
    seed: 1,
    asked: null,
    recurrences: [0.98, 0.93, 0.7, 0.5, 0.44, 0.3],
    leastRecurrence: 0.5,
    drift: { agreement: 0.71, needsRefit: true },
  },
};

const DATES: Record<string, string> = { g3: '2026-03-24', g40: '2026-03-25', g57: '2019-09-26' };

/** One who has more papers than stand on a page, and names that lists find hard. */
const AUTHORS: Record<string, string[]> = {
  ...Object.fromEntries(MANY.map((id) => [id, ['Ada Long', 'Émile van der Berg']])),
  g1: ['Ada Long', 'Émile van der Berg', 'Emile Van der Berg', '王伟', 'محمد علي'],
  g2: ['Ada Long', '<b>Evil</b> & "Co"', 'content', '..', 'NVIDIA'],
};

const ORGANIZATIONS: Record<string, PaperPage['organization']> = {
  g1: { slug: 'Acme-Labs', name: 'Acme Labs & <Sons>' },
  g2: { slug: 'acme-labs', name: 'Acme Labs & <Sons>' },
  g3: { slug: '王', name: '王 Institute' },
};

const WHY: Record<string, PaperPage['why']> = {
  // One term pulls away; what is shown must still add up.
  a: {
    similarity: 0.6204,
    runnerUp: { topic: 'regret-bounds', similarity: 0.4 },
    isBetween: false,
    terms: [
      { term: 'diffusion', share: 0.2504 },
      { term: 'score', share: 0.1004 },
      { term: 'reward', share: -0.0304 },
    ],
    rest: 0.3,
  },
  e: {
    similarity: 0.52,
    runnerUp: { topic: 'score-matching', similarity: 0.5 },
    isBetween: true,
    terms: [{ term: 'token', share: 0.4 }],
    rest: 0.12,
  },
  f: {
    similarity: 0.1,
    runnerUp: { topic: 'score-matching', similarity: 0.6 },
    isBetween: false,
    terms: [{ term: 'token', share: 0.04 }],
    rest: 0.06,
  },
};

const RELATED: PaperPage['related'] = [
  {
    id: 'b',
    score: 0.25,
    shared: [
      { term: 'diffusion', share: 0.03 },
      { term: 'score', share: 0.001 },
    ],
  },
];

/** All that a digest can say of a paper beside its text. */
const ALL_KNOWN: Partial<PaperPage> = {
  summary: 'Words <of> a digest.',
  summaryHtml: 'Words &lt;of&gt; a digest.',
  note: '12 pages, <2 figures',
  noteHtml: '12 pages, &lt;2 figures',
  authors: ['Ada Long', 'Bo Short'],
  published: '2026-03',
  listed: '2026-03-25',
  arxivId: '2603.01234',
  arxivVersion: 2,
  venue: 'Journal of “Everything” & <More>',
  categories: ['cs.CL', 'stat.ML'],
  keywords: ['one', 'two'],
  url: 'https://example.org/paper?a=1&b=2',
  code: 'https://github.com/a/b',
  project: 'https://a.github.io/b/',
  heading: 'Language & <speech>',
  sources: [
    { digest: 'first.txt', line: 1, endLine: 9, pointer: '/papers/0' },
    { digest: 'first.txt', line: 10, endLine: 12, pointer: '/4' },
  ],
};

const PAPERS: PaperPage[] = TOPICS.flatMap(({ id, papers }) =>
  papers.map((paper) => aPaper(paper, id)),
);

function aPaper(id: string, topicId: string): PaperPage {
  const title = `Paper ${id.toUpperCase()}`;
  return {
    ...UNKNOWN,
    id,
    title,
    titleText: title,
    titleHtml: title,
    topic: topicId,
    subTopic: subTopicOf(id, topicId),
    isMoved: id === 'f' || id === 'g1',
    published: DATES[id] ?? null,
    authors: AUTHORS[id] ?? null,
    organization: ORGANIZATIONS[id] ?? null,
    why: WHY[id] ?? null,
    related: id === 'a' ? RELATED : [],
    sources: [{ digest: 'first.txt', line: 1, endLine: 2, pointer: null }],
    ...(id === 'a' && ALL_KNOWN),
  };
}

function subTopicOf(id: string, topicId: string): string | null {
  if (topicId !== 'regret-bounds') return null;
  return PARTS[MANY.indexOf(id) < LARGER_PART ? 0 : 1]!.id;
}

function topic(
  id: string,
  label: string,
  area: string,
  stability: number | null,
  papers: string[],
): TopicPage {
  return {
    id,
    label,
    terms: terms(label.toLowerCase()),
    papers,
    neighbours: id === 'score-matching' ? NEIGHBOURS : [],
    subTopics: id === 'regret-bounds' ? PARTS : [],
    time: [
      { papers: 0, terms: [] },
      { papers: 2, terms: id === 'score-matching' ? ['noise', 'score'] : [] },
    ],
    area,
    representatives: papers.slice(-3),
    mark: { color: 3, shape: 1 },
    stability,
    introductionHtml: id === 'score-matching' ? '<p>Begin with <em>noise</em>.</p>' : null,
  };
}

function terms(term: string): TopicPage['terms'] {
  return [
    { term, weight: 0.02 },
    { term: 'gradient', weight: 0.01 },
  ];
}
