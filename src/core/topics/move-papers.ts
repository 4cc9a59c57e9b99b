import { type LocatedProblem, quote } from '../input-error.ts';
import type { NamedPaper, NamedPapers } from './named-papers.ts';

/** The partition of papers after all merges. */
export interface MergedPartition {
  readonly topics: readonly { readonly slug: string }[];
  /** Topic of each paper. */
  readonly topicOf: Uint32Array;
  /** For each topic that which has its papers; its own index where it stays. */
  readonly successorOf: Uint32Array;
  /** How near a paper is to a topic; greater is nearer. */
  similarity(paper: number, topic: number): number;
}

/**
 * The topic of each paper after the operator's moves: an included one into its topic, any other that is
 * excluded into the nearest that stays and does not exclude it. Papers excluded from where they are
 * not, or from everywhere, and topics left without a paper join `problems`.
 */
export function movePapers(
  partition: MergedPartition,
  { included, excluded }: NamedPapers,
  problems: LocatedProblem[],
): Uint32Array {
  const { topicOf } = partition;
  const moved = topicOf.slice();
  for (const [paper, exclusions] of excluded) {
    const fault = wrongExclusions(partition, paper, exclusions);
    problems.push(...fault);
    if (fault.length > 0 || included.has(paper)) continue;
    const next = nearestTopic(partition, paper, new Set(exclusions.map(({ topic }) => topic)));
    if (next === null) problems.push(homeless(exclusions[0]!));
    else moved[paper] = next;
  }
  for (const [paper, { topic }] of included) moved[paper] = topic;
  problems.push(...emptied(partition, moved, { included, excluded }));
  return moved;
}

/** A topic may exclude a paper that it would get from another that excludes it, but no other. */
function wrongExclusions(
  { topics, topicOf }: MergedPartition,
  paper: number,
  exclusions: readonly NamedPaper[],
): LocatedProblem[] {
  const standing = topicOf[paper]!;
  if (exclusions.some(({ topic }) => topic === standing)) return [];
  return exclusions.map(({ path, line, paper: name, topic }) => ({
    path,
    line,
    expected: `a paper of the topic ${topics[topic]!.slug}`,
    got: `${quote(name)}, which stands in ${topics[standing]!.slug}`,
    advice: 'Remove it.',
  }));
}

function nearestTopic(
  { topics, successorOf, similarity }: MergedPartition,
  paper: number,
  exclusions: ReadonlySet<number>,
): number | null {
  let nearest: number | null = null;
  let greatest = -Infinity;
  for (const topic of topics.keys()) {
    if (exclusions.has(topic) || successorOf[topic] !== topic) continue;
    const score = similarity(paper, topic);
    if (nearest !== null && !(score > greatest)) continue;
    nearest = topic;
    greatest = score;
  }
  return nearest;
}

function homeless({ path, line, paper }: NamedPaper): LocatedProblem {
  return {
    path,
    line,
    expected: 'a paper that another topic can take',
    got: `${quote(paper)}, which no topic is left for`,
    advice: 'Remove it, or merge fewer topics.',
  };
}

/** A problem for each topic whose last paper is moved away, at the first of the moves. */
function emptied(
  { topics, topicOf }: MergedPartition,
  moved: Uint32Array,
  { included, excluded }: NamedPapers,
): LocatedProblem[] {
  const left = new Set(moved);
  return [...new Set(topicOf)]
    .filter((topic) => !left.has(topic))
    .map((topic) => {
      const papers = [...topicOf.keys()].filter((paper) => topicOf[paper] === topic);
      const moves = papers.map(
        (paper) =>
          excluded.get(paper)?.find((exclusion) => exclusion.topic === topic) ??
          included.get(paper)!,
      );
      const { path, line } = moves.toSorted(
        (a, b) => compare(a.path, b.path) || a.line - b.line,
      )[0]!;
      return {
        path,
        line,
        expected: `at least one paper left in the topic ${topics[topic]!.slug}`,
        got:
          papers.length === 1
            ? 'a move of its only paper'
            : `moves of all its ${papers.length} papers`,
        advice: `Leave it a paper, or merge it: merge: [${topics[topic]!.slug}] in the file of another topic.`,
      };
    });
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
