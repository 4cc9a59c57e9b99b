import { groupTopics, MOST_WITHOUT_AREAS } from '../src/core/topics/group-topics.ts';
import { innerProduct } from '../src/core/topics/inner-products.ts';
import { type EarlierPartition, refitTopics, unitMeans } from '../src/core/topics/keep-topics.ts';
import type { TopicModel } from '../src/core/topics/model-topics.ts';

/** The areas of the topics of a model. */
export interface FoundAreas {
  /** Area of each topic; empty where there are no areas. */
  readonly areaOf: Uint32Array;
  /** For each area that of the earlier build which it continues; null for a new one. */
  readonly cameFrom: readonly (number | null)[];
}

/** The areas of an earlier build. */
export interface EarlierAreas {
  readonly areas: number;
  /** Area of each topic of the earlier build, -1 for none. */
  readonly areaOf: Int32Array;
  /** Areas as groups of papers. */
  readonly partition: EarlierPartition;
}

/**
 * Groups topics into areas where there are more than 25. Topics that go on stay in their areas, unless
 * `refit` groups them anew.
 */
export function findAreas(
  model: TopicModel,
  earlier: EarlierAreas | null,
  refit: boolean,
): FoundAreas {
  if (earlier !== null && !refit) {
    const kept = keepAreas(model, earlier);
    if (kept !== null) return kept;
  }
  const count = model.centroids.rows;
  if (count <= MOST_WITHOUT_AREAS) return { areaOf: new Uint32Array(0), cameFrom: [] };
  const sizes = new Uint32Array(count);
  for (const topic of model.assignments) sizes[topic]! += 1;
  const areaOf = groupTopics(model.centroids, sizes);
  const areaCount = Math.max(...areaOf) + 1;
  if (earlier === null || earlier.areas === 0) {
    return { areaOf, cameFrom: Array.from({ length: areaCount }, () => null) };
  }
  const assignments = model.assignments.map((topic) => areaOf[topic]!);
  const centroids = unitMeans(model.vectors.rows, assignments, areaCount);
  return { areaOf, cameFrom: refitTopics({ assignments, centroids }, earlier.partition).cameFrom };
}

/**
 * Topics stay in their areas; a new one joins that of the nearest topic. Areas without topics end. Null
 * where no topic is in an area.
 */
function keepAreas(
  { cameFrom, centroids }: TopicModel,
  { areas, areaOf: before }: EarlierAreas,
): FoundAreas | null {
  const earlier = Int32Array.from(cameFrom, (topic) => (topic === null ? -1 : before[topic]!));
  const known = [...earlier.keys()].filter((topic) => earlier[topic]! >= 0);
  if (known.length === 0) return null;
  const areaOf = Uint32Array.from(earlier, (area, topic) => {
    if (area >= 0) return area;
    const nearness = (other: number) => innerProduct(centroids, topic, centroids, other);
    return earlier[
      known.reduce((best, other) => (nearness(other) > nearness(best) ? other : best))
    ]!;
  });
  const going = Array.from({ length: areas }, (_, area) => area).filter((area) =>
    areaOf.includes(area),
  );
  return { areaOf: areaOf.map((area) => going.indexOf(area)), cameFrom: going };
}
