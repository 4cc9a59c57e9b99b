// Stands in for what the topic model will give, so that the pages can be built meanwhile.
import type { TopicModel } from '../src/core/topics/model-topics.ts';
import type { AreaPage, PaperPage, RetiredPage, Site, TopicPage } from '../src/site-data.ts';

const RECURRENCES = [
  0.98, 0.97, 0.93, 0.9, 0.88, 0.86, 0.81, 0.79, 0.74, 0.7, 0.66, 0.61, 0.55, 0.5, 0.44, 0.41, 0.3,
];

export function fillRelated({ score, shared }: TopicModel['related'][number][number]) {
  return shared.map((term, index) => ({
    term,
    share: score * [0.32, 0.2, 0.12, 0.08, 0.05][index]!,
  }));
}

export function fillWhy(
  text: string,
  row: number,
  topic: TopicPage,
  topics: readonly TopicPage[],
): PaperPage['why'] {
  if (row === 13) return null;
  const similarity = 0.3 + ((row * 37) % 60) / 100;
  const isBetween = row % 9 === 0;
  const found = topic.terms.filter(({ term }) => text.toLowerCase().includes(term.toLowerCase()));
  const used = (found.length > 0 ? found : topic.terms).slice(0, 7);
  const terms = used.map(({ term }, index) => ({ term, share: similarity * 0.28 * 0.62 ** index }));
  if (row % 5 === 0 && terms.length > 1) terms.at(-1)!.share = -0.034;
  const other = topics.find(({ id }) => id === topic.neighbours[0]?.id) ?? null;
  return {
    similarity,
    runnerUp: other && { topic: other.id, similarity: similarity * (isBetween ? 0.97 : 0.6) },
    isBetween: isBetween && other !== null,
    terms,
    rest: similarity - terms.reduce((sum, { share }) => sum + share, 0),
  };
}

export function fillTopic(
  topic: Pick<TopicPage, 'papers'>,
  index: number,
  areas: readonly AreaPage[],
  id: string,
) {
  return {
    area: areas.find(({ topics }) => topics.includes(id))?.id ?? null,
    representatives: [0, 2, 5].flatMap((at) => topic.papers[at] ?? []),
    stability: RECURRENCES[index] ?? 0.52,
    introductionHtml:
      index === 0
        ? '<p>What these papers share is a question: <em>how much can be learnt</em> from how little? Begin with the <a href="https://example.org/">lecture notes</a> if the words are new to you.</p><p>The order below is by fit, not by worth.</p>'
        : null,
  };
}

export function fillAreas(
  topics: readonly { id: string; label: string; terms: TopicPage['terms'] }[],
): AreaPage[] {
  if (topics.length <= 25) return [];
  return Array.from({ length: 6 }, (_, area) =>
    topics.filter((_, index) => index % 6 === area),
  ).map((own) => ({
    id: `area-of-${own[0]!.id}`,
    label: own[0]!.label.split(', ').slice(0, 2).join(', '),
    terms: own
      .slice(0, 5)
      .flatMap(({ terms }) => terms.slice(0, 2))
      .toSorted((a, b) => b.weight - a.weight),
    topics: own.map(({ id }) => id),
  }));
}

export function fillRetired(
  topics: readonly TopicPage[],
  areas: readonly AreaPage[],
): RetiredPage[] {
  return [
    { kind: 'topic', id: 'old-topic', label: 'Entropy coding, images', successor: topics[0]!.id },
    { kind: 'topic', id: 'older-topic', label: 'Gossip protocols', successor: null },
    { kind: 'area', id: 'old-area', label: 'Information theory', successor: areas[0]?.id ?? null },
  ];
}

export function fillModel(
  asked: number | null,
): Pick<Site['model'], 'runs' | 'recurrences' | 'leastRecurrence' | 'drift'> {
  return {
    runs: 40,
    recurrences:
      asked === null ? RECURRENCES : [...RECURRENCES, ...RECURRENCES].toSorted((a, b) => b - a),
    leastRecurrence: 0.5,
    drift: { agreement: 0.83, needsRefit: asked !== null },
  };
}
