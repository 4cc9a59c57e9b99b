// The papers before and behind another in the order of its topic.
import { findPaper, site } from '../load-site-data.ts';
import type { PaperPage } from '../site-data.ts';

/** Where a paper stands among those of its topic, the most typical first. */
export interface PaperPlace {
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly previous: PaperPage | null;
  readonly next: PaperPage | null;
}

const places = new Map(
  site.topics.flatMap(({ papers }) => papers.map((id, index) => [id, { papers, index }] as const)),
);

/** Throws RangeError for a paper of no topic. */
export function placeInTopic({ id }: PaperPage): PaperPlace {
  const place = places.get(id);
  if (place === undefined) throw new RangeError(`no topic has the paper ${id}`);
  const { papers, index } = place;
  const at = (neighbour: number) => {
    const found = papers[neighbour];
    return found === undefined ? null : findPaper(found);
  };
  return { number: index + 1, count: papers.length, previous: at(index - 1), next: at(index + 1) };
}
