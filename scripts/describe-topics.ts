import { identityOf } from '../src/core/paper/name-papers.ts';
import type { Paper } from '../src/core/paper/paper.ts';
import { MARK_COLORS } from '../src/core/topics/assign-marks.ts';
import { innerProduct } from '../src/core/topics/inner-products.ts';
import { representativePapers } from '../src/core/topics/representative-papers.ts';
import type { DenseMatrix } from '../src/core/topics/sparse-matrix.ts';
import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import type { AreaPage, Site, TopicPage } from '../src/site-data.ts';
import type { WrittenPaper } from '../src/core/text/written-forms.ts';
import { compareTopics } from '../src/core/topics/compare-topics.ts';
import type { NamedTopics } from './compose-topics.ts';
import { type DescribedPaper, rounded } from './describe-papers.ts';
import { describeRetired } from './describe-retired.ts';
import type { SubTopics } from './describe-sub-topics.ts';
import type { DescribedTime } from './describe-time.ts';
import type { Named } from './name-groups.ts';

const NEIGHBOURING_TOPICS = 4;

/** The topics, areas and what became of earlier ones, as pages show them; the largest topic first. */
export function describeTopics(
  named: NamedTopics,
  papers: readonly Paper[],
  prose: readonly WrittenPaper[],
  { subTopics, time }: { readonly subTopics: SubTopics; readonly time: DescribedTime },
): Pick<Site, 'topics' | 'areas' | 'retired' | 'time'> {
  const members = membersOf(named);
  const shown = [...members.keys()]
    .filter((topic) => members[topic]!.length > 0)
    .sort((a, b) => members[b]!.length - members[a]!.length || a - b);
  const idsOf = (rows: readonly number[]) => rows.map((row) => papers[row]!.id);
  const isTelling = (row: number) => papers[row]!.abstract !== null;
  const { model, curated, centroids } = named;
  const typical = representativePapers(model.vectors.rows, curated.topicOf, centroids, {
    isTelling,
  });
  const neighbours = describeNeighbours(named, shown, prose);
  return {
    time: time.time,
    topics: shown.map((topic, at) => ({
      ...describeTopic(named, topic),
      papers: idsOf(members[topic]!),
      neighbours: neighbours[at]!,
      subTopics: subTopics.ofTopic[topic]!,
      time: time.ofTopic[topic]!,
      representatives: idsOf(typical[topic]!),
    })),
    areas: describeAreas(named, shown),
    retired: describeRetired(named),
  };
}

function describeTopic(
  { model, topics, areas, areaOf, curated, terms, marks }: NamedTopics,
  topic: number,
): Omit<TopicPage, 'papers' | 'neighbours' | 'subTopics' | 'time' | 'representatives'> {
  const { slug, label } = topics[topic]!;
  const words = curated.words.get(slug);
  // The runs say nothing of a topic that the operator put together.
  const isMerged = curated.successorOf.values().some((heir) => heir === slug);
  return {
    id: slug,
    label: words?.label ?? label,
    terms: termsOf(terms[topic]!, words?.terms ?? null),
    area: areas[areaOf[topic]!]?.slug ?? null,
    mark: { color: marks[topic]! % MARK_COLORS, shape: Math.floor(marks[topic]! / MARK_COLORS) },
    stability: isMerged ? null : rounded(model.stability[topic]!, 4),
    introductionHtml: words?.introduction?.html ?? null,
  };
}

/** The areas of the topics that are shown. */
function describeAreas(
  { topics, areas, areaOf }: NamedTopics,
  shown: readonly number[],
): AreaPage[] {
  return areas.flatMap((area, number) => {
    const own = shown.filter((topic) => areaOf[topic] === number);
    if (own.length === 0) return [];
    const slugs = own.map((topic) => topics[topic]!.slug);
    return [{ id: area.slug, label: area.label, terms: termsOf(area.terms, null), topics: slugs }];
  });
}

/** Papers of each topic, the most typical first. */
function membersOf({ model, topics, curated, centroids }: NamedTopics): number[][] {
  const members: number[][] = topics.map(() => []);
  curated.topicOf.forEach((topic, paper) => members[topic]!.push(paper));
  return members.map((papers, topic) =>
    papers
      .map((paper) => ({
        paper,
        score: innerProduct(model.vectors.rows, paper, centroids, topic),
      }))
      .sort((a, b) => b.score - a.score || a.paper - b.paper)
      .map(({ paper }) => paper),
  );
}

/** The operator's terms weigh what the model gives them, and where it does not know them, as the least. */
function termsOf(terms: Named['terms'], chosen: readonly string[] | null): TopicPage['terms'] {
  const weights = new Map(terms.map(({ term, weight }) => [term.toLowerCase(), weight]));
  const least = Math.min(...weights.values(), 1);
  return (chosen ?? terms.map(({ term }) => term)).map((term) => ({
    term,
    weight: rounded(weights.get(term.toLowerCase()) ?? least),
  }));
}

/** The nearest of the topics that are shown, for each of them, with what joins and what parts the two. */
function describeNeighbours(
  { model, topics, curated, centroids }: NamedTopics,
  shown: readonly number[],
  prose: readonly WrittenPaper[],
): TopicPage['neighbours'][] {
  const near = shown.map((topic) => nearestTopics(centroids, topic, shown));
  const pairs = near.flatMap((list, at) => list.map(({ other }) => [shown[at]!, other] as const));
  const { vocabulary } = model.vectors;
  const compared = compareTopics(pairs, vocabulary, curated.topicOf, topics.length, prose);
  let next = 0;
  return near.map((list) =>
    list.map(({ other, score }) => {
      const { joined, onlyFirst, onlySecond } = compared[next++]!;
      return {
        id: topics[other]!.slug,
        score: rounded(score),
        joined: [...joined],
        here: [...onlyFirst],
        there: [...onlySecond],
      };
    }),
  );
}

function nearestTopics(
  centroids: DenseMatrix,
  topic: number,
  shown: readonly number[],
): { other: number; score: number }[] {
  return shown
    .filter((other) => other !== topic)
    .map((other) => ({ other, score: innerProduct(centroids, topic, centroids, other) }))
    .sort((a, b) => b.score - a.score || a.other - b.other)
    .slice(0, NEIGHBOURING_TOPICS);
}

/** What the next build goes on from: the topics before the operator's curation. */
export function lockTopics(
  { model, topics, areas, areaOf, retired, marks }: NamedTopics,
  papers: readonly Paper[],
  described: readonly DescribedPaper[],
  asked: number | null,
): TopicsLock {
  return {
    asked,
    areas: areas.map(({ slug, label }) => ({ slug, label })),
    topics: topics.map(({ slug, label, terms }, topic) => ({
      slug,
      label,
      area: areas[areaOf[topic]!]?.slug ?? null,
      stability: model.stability[topic]!,
      terms: terms.map(({ term, weight }) => ({ term, weight })),
      mark: marks[topic]!,
    })),
    parts: [],
    retired,
    builds: [],
    papers: new Map(
      papers.map(({ id, arxivId, doi }, paper) => [
        id,
        {
          topic: topics[model.assignments[paper]!]!.slug,
          position: described[paper]!.position,
          ...lockIdentity(arxivId, doi),
        },
      ]),
    ),
    authors: [],
    organizations: [],
    digests: [],
  };
}

function lockIdentity(arxivId: string | null, doi: string | null): { identity?: string } {
  const identity = identityOf({ arxivId, doi });
  return identity === null ? {} : { identity };
}
