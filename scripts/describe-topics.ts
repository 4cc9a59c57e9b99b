import type { Paper } from '../src/core/paper/paper.ts';
import { innerProduct } from '../src/core/topics/inner-products.ts';
import { representativePapers } from '../src/core/topics/representative-papers.ts';
import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import type { AreaPage, Site, TopicPage } from '../src/site-data.ts';
import type { NamedTopics } from './compose-topics.ts';
import { type DescribedPaper, rounded } from './describe-papers.ts';
import type { Named } from './name-groups.ts';

const NEIGHBOURING_TOPICS = 4;

/** The topics, areas and what became of earlier ones, as pages show them; the largest topic first. */
export function describeTopics(
  named: NamedTopics,
  papers: readonly Paper[],
): Pick<Site, 'topics' | 'areas' | 'retired'> {
  const { topics, areas, areaOf, curated } = named;
  const members = membersOf(named);
  const shown = [...members.keys()]
    .filter((topic) => members[topic]!.length > 0)
    .sort((a, b) => members[b]!.length - members[a]!.length || a - b);
  const heirs = new Set(curated.successorOf.values());
  const isTelling = (row: number) => papers[row]!.abstract !== null;
  const representatives = representativePapers(
    named.model.vectors.rows,
    curated.topicOf,
    named.centroids,
    { isTelling },
  );
  return {
    topics: shown.map((topic): TopicPage => {
      const { slug } = topics[topic]!;
      const words = curated.words.get(slug);
      return {
        id: slug,
        label: words?.label ?? topics[topic]!.label,
        terms: termsOf(topics[topic]!, words?.terms ?? null),
        papers: members[topic]!.map((paper) => papers[paper]!.id),
        neighbours: neighboursOf(named, topic, shown),
        area: areas[areaOf[topic]!]?.slug ?? null,
        representatives: representatives[topic]!.map((paper) => papers[paper]!.id),
        // The runs say nothing of a topic that the operator put together.
        stability: heirs.has(slug) ? null : rounded(named.model.stability[topic]!, 4),
        introductionHtml: words?.introduction?.html ?? null,
      };
    }),
    areas: areas.flatMap((area, number): AreaPage[] => {
      const own = shown.filter((topic) => areaOf[topic] === number);
      if (own.length === 0) return [];
      return [
        {
          id: area.slug,
          label: area.label,
          terms: termsOf(area, null),
          topics: own.map((topic) => topics[topic]!.slug),
        },
      ];
    }),
    retired: retiredOf(named),
  };
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
function termsOf({ terms }: Named, chosen: readonly string[] | null): TopicPage['terms'] {
  const weights = new Map(terms.map(({ term, weight }) => [term.toLowerCase(), weight]));
  const least = Math.min(...weights.values(), 1);
  return (chosen ?? terms.map(({ term }) => term)).map((term) => ({
    term,
    weight: rounded(weights.get(term.toLowerCase()) ?? least),
  }));
}

function neighboursOf(
  { topics, centroids }: NamedTopics,
  topic: number,
  shown: readonly number[],
): TopicPage['neighbours'] {
  return shown
    .filter((other) => other !== topic)
    .map((other) => ({ other, score: innerProduct(centroids, topic, centroids, other) }))
    .sort((a, b) => b.score - a.score || a.other - b.other)
    .slice(0, NEIGHBOURING_TOPICS)
    .map(({ other, score }) => ({ id: topics[other]!.slug, score: rounded(score) }));
}

/** What an earlier build had, and what the operator merged into others: each names what is shown. */
function retiredOf(named: NamedTopics): Site['retired'] {
  const { retired, topics, areas, curated } = named;
  const topicHeir = (slug: string) => curated.successorOf.get(slug) ?? slug;
  const areaHeirs = new Map(areas.map(({ slug }, number) => [slug, areaHeir(named, number)]));
  const earlier = retired.map(({ kind, slug, label, successor }): Site['retired'][number] => {
    const heir = kind === 'topic' ? topicHeir : (area: string) => areaHeirs.get(area)!;
    return { kind, id: slug, label, successor: successor === null ? null : heir(successor) };
  });
  const merged = topics.flatMap(({ slug, label }): Site['retired'] => {
    const successor = topicHeir(slug);
    return successor === slug ? [] : [{ kind: 'topic', id: slug, label, successor }];
  });
  const emptied = areas.flatMap(({ slug, label }): Site['retired'] => {
    const successor = areaHeirs.get(slug)!;
    return successor === slug ? [] : [{ kind: 'area', id: slug, label, successor }];
  });
  return [...earlier, ...merged, ...emptied];
}

/** The area itself, or, where all of its topics were merged into those of others, that of the first. */
function areaHeir({ topics, areas, areaOf, curated }: NamedTopics, area: number): string {
  const own = topics.filter((_, topic) => areaOf[topic] === area).map(({ slug }) => slug);
  if (own.some((slug) => !curated.successorOf.has(slug))) return areas[area]!.slug;
  const heir = curated.successorOf.get(own[0]!)!;
  return areas[areaOf[topics.findIndex(({ slug }) => slug === heir)]!]!.slug;
}

/** What the next build goes on from: the topics before the operator's curation. */
export function lockTopics(
  { model, topics, areas, areaOf, retired }: NamedTopics,
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
    })),
    retired,
    papers: new Map(
      papers.map(({ id }, paper) => [
        id,
        { topic: topics[model.assignments[paper]!]!.slug, position: described[paper]!.position },
      ]),
    ),
  };
}
