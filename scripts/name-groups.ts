import slugify from '@sindresorhus/slugify';
import {
  type LabelProposals,
  labelTopics,
  type TopicLabel,
} from '../src/core/topics/label-topics.ts';

/** A topic or an area with its name. */
export interface Named extends TopicLabel {
  readonly slug: string;
}

type LabelTask = Parameters<typeof labelTopics>[0];

/** Topics or areas to name. */
export interface NamingTask extends Omit<LabelTask, 'topicCount' | 'fixed'> {
  /** The names that go on; null for a group that is new. */
  readonly cameFrom: readonly ({ readonly slug: string; readonly label: string } | null)[];
  /** Slugs that something has or had. */
  readonly taken: ReadonlySet<string>;
  /** Slug of a label without a letter that a slug can have. */
  readonly fallback: string;
  /** What the groups could be called, if that is known already. */
  readonly proposals?: LabelProposals;
}

/** Groups with an earlier name keep it; others get a label, and a slug that was never taken. */
export function nameGroups({ cameFrom, taken, fallback, proposals, ...task }: NamingTask): Named[] {
  const labels = labelTopics(
    {
      ...task,
      topicCount: cameFrom.length,
      fixed: cameFrom.map((named) => named?.label ?? null),
    },
    proposals,
  );
  const slugs = new Set(taken);
  return labels.map((label, group) => {
    const slug = cameFrom[group]?.slug ?? freeSlug(label.label, slugs, fallback);
    slugs.add(slug);
    return { ...label, slug };
  });
}

/** A slug of a text that is not yet taken, by a number behind it where it must be. */
export function freeSlug(text: string, taken: ReadonlySet<string>, fallback: string): string {
  const slug = slugify(text, { decamelize: false }) || fallback;
  let free = slug;
  for (let number = 2; taken.has(free); number++) free = `${slug}-${number}`;
  return free;
}
