import { type LocatedProblem, quote } from '../input-error.ts';
import type { NameFinder } from './name-finder.ts';
import type { TopicCuration } from './parse-curation.ts';

/** Where a topic is said to be merged into another. */
interface Merge {
  readonly into: number;
  readonly path: string;
  readonly line: number;
}

/**
 * For each topic the index of that which has its papers after all merges, however long the chain; its
 * own where it stays. What is wrong joins `problems`; a circle is then as if nothing merged it.
 */
export function mergeTopics(
  curations: readonly TopicCuration[],
  names: NameFinder,
  problems: LocatedProblem[],
): Uint32Array {
  const mergeOf = new Map<number, Merge>();
  for (const curation of curations) {
    for (const { slug, line } of curation.merge) {
      const problem = addMerge(curation, slug, line, names, mergeOf);
      if (problem !== null) problems.push({ path: curation.path, line, ...problem });
    }
  }
  removeCircles(mergeOf, [...names.topic.keys()], problems);
  return Uint32Array.from(names.topic.values(), (topic) => {
    let last = topic;
    for (let merge = mergeOf.get(last); merge; merge = mergeOf.get(last)) last = merge.into;
    return last;
  });
}

function addMerge(
  { slug: intoSlug, path }: TopicCuration,
  slug: string,
  line: number,
  names: NameFinder,
  mergeOf: Map<number, Merge>,
): Omit<LocatedProblem, 'path' | 'line'> | null {
  const expected = 'a topic that can be merged into this one';
  if (slug === intoSlug) {
    return { expected, got: `${quote(slug)}, this topic itself`, advice: 'Remove it.' };
  }
  const topic = names.topic.get(slug);
  if (topic === undefined) {
    // A merge that an earlier build has made for good is no mistake.
    if (names.successor(slug) === intoSlug) return null;
    return names.unknownTopic(slug, (other) => `write ${other}`);
  }
  const into = names.topic.get(intoSlug);
  if (into === undefined) return null;
  const other = mergeOf.get(topic);
  if (other !== undefined) {
    const got = `${quote(slug)}, which ${other.path}:${other.line} merges too`;
    return { expected, got, advice: 'Remove it from one of the two files.' };
  }
  mergeOf.set(topic, { into, path, line });
  return null;
}

/** Names each circle of merges once, and takes its merges out. */
function removeCircles(
  mergeOf: Map<number, Merge>,
  slugs: readonly string[],
  problems: LocatedProblem[],
): void {
  for (const start of [...mergeOf.keys()]) {
    const trail = new Set<number>();
    let topic: number | undefined = start;
    while (topic !== undefined && !trail.has(topic)) {
      trail.add(topic);
      topic = mergeOf.get(topic)?.into;
    }
    if (topic !== start) continue;
    const { path, line } = mergeOf.get(start)!;
    problems.push({
      path,
      line,
      expected: 'merges that come to an end',
      got: `a circle: ${[...trail, start].map((member) => slugs[member]!).join(' into ')}`,
      advice: 'Remove one of these merges: the topic that is to stay is merged into none.',
    });
    for (const member of trail) mergeOf.delete(member);
  }
}
