/** What is kept of the topics from build to build: `content/topics.lock.json`. */
export interface TopicsLock {
  /** The number of topics that the operator set; null where it was left to the data. */
  readonly asked: number | null;
  readonly areas: readonly { readonly slug: string; readonly label: string }[];
  readonly topics: readonly LockedTopic[];
  /** Parts of topics; their slugs are those of a topic and of the part in it: `entropy/heat`. */
  readonly parts: readonly { readonly slug: string; readonly label: string }[];
  /** Topics, areas, parts of topics and ids of papers of earlier builds. */
  readonly retired: readonly LockedRetired[];
  /** The days (YYYY-MM-DD) of the builds that brought papers, the first first. */
  readonly builds: readonly string[];
  /** By id. */
  readonly papers: ReadonlyMap<string, LockedPaper>;
  /** Slugs of those who have, or had, a page. */
  readonly authors: readonly string[];
  readonly organizations: readonly string[];
  /** Digests that have, or had, a page. */
  readonly digests: readonly { readonly slug: string; readonly label: string }[];
}

/** A topic as weighted terms. */
export interface LockedTopic {
  readonly slug: string;
  readonly label: string;
  /** Slug of its area; null where it is in none. */
  readonly area: string | null;
  /** From 0 to 1; null where it was not measured. */
  readonly stability: number | null;
  readonly terms: readonly { readonly term: string; readonly weight: number }[];
  /** Its colour and shape, as `assignMarks` numbers them; absent in locks of older builds. */
  readonly mark?: number | undefined;
}

/** A topic, an area, a part or the id of a paper that is no more, and what of its kind took its place. */
export interface LockedRetired {
  readonly kind: 'topic' | 'area' | 'part' | 'paper';
  readonly slug: string;
  readonly label: string;
  /** Null where nothing did: no area or no part is left, or the paper is in no digest any more. */
  readonly successor: string | null;
  /** Of a paper that is gone, the slug of the topic in which it was. */
  readonly topic?: string | undefined;
  /** Of a paper that is gone, as that of a `LockedPaper`. */
  readonly identity?: string | undefined;
}

/** A topic or an area among them. */
export type RetiredGroup = LockedRetired & { readonly kind: 'topic' | 'area' };

/** Where a paper stands: the slug of its topic, and its place on the map. */
export interface LockedPaper {
  readonly topic: string;
  readonly position: readonly [number, number];
  /** `arXiv:2303.00763` or `doi:10.…`, by which it is known again; absent where it has neither. */
  readonly identity?: string;
  /** Number of the build that first had it, counting those that brought new papers; absent for the first. */
  readonly joined?: number;
  /** Slug of the part of the topic, as curated, in which it is; absent where that has none. */
  readonly part?: string;
}

/** The number of the last build that brought papers; 1 for a collection that was never built. */
export function lastJoined(lock: Pick<TopicsLock, 'papers' | 'builds'> | null): number {
  // Its papers may all be gone.
  let last = Math.max(1, lock?.builds.length ?? 0);
  for (const { joined = 1 } of lock?.papers.values() ?? []) last = Math.max(last, joined);
  return last;
}

/** The slug of the topic of which something is a part. */
export function topicOfPart(part: string): string {
  return part.slice(0, part.indexOf('/'));
}

/** Something in a lock that fits nothing else in it; `path` leads to it in the file. */
export interface LockFault {
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly got: string;
}

/** Slugs that stand twice among those of a kind, or stand for nothing. */
export function lockFaults({
  areas,
  topics,
  parts,
  retired,
  papers,
  digests,
}: TopicsLock): LockFault[] {
  const setOf = (some: readonly { readonly slug: string }[]) =>
    new Set(some.map(({ slug }) => slug));
  const slugsOf = {
    topic: setOf(topics),
    area: setOf(areas),
    part: setOf(parts),
    paper: papers,
  };
  const unknown = (kind: LockedRetired['kind'], slug: string | null, ...path: LockFault['path']) =>
    slug === null || slugsOf[kind].has(slug)
      ? []
      : [{ path, expected: `the slug of a known ${kind}`, got: slug }];
  const named = [
    ...topics.map(({ slug }, index) => ({ kind: 'topic', slug, path: ['topics', index, 'slug'] })),
    ...areas.map(({ slug }, index) => ({ kind: 'area', slug, path: ['areas', index, 'slug'] })),
    ...parts.map(({ slug }, index) => ({ kind: 'part', slug, path: ['parts', index, 'slug'] })),
    ...retired.map(({ kind, slug }, index) => ({ kind, slug, path: ['retired', index, 'slug'] })),
    ...digests.map(({ slug }, index) => ({
      kind: 'digest',
      slug,
      path: ['digests', index, 'slug'],
    })),
  ];
  const gone = setOf(retired.filter(({ kind }) => kind === 'topic'));
  const taken = new Set([...papers.keys()].map((id) => `paper ${id}`));
  const twice = named.filter(({ kind, slug }) => {
    const name = `${kind} ${slug}`;
    return taken.has(name) || !taken.add(name);
  });
  return [
    ...twice.map(({ kind, slug, path }) => ({
      path,
      expected: `a slug that no other ${kind} has or had`,
      got: slug,
    })),
    ...topics.flatMap(({ area }, index) => unknown('area', area, 'topics', index, 'area')),
    ...parts.flatMap(({ slug }, index) =>
      unknown('topic', topicOfPart(slug), 'parts', index, 'slug'),
    ),
    ...retired.flatMap(({ kind, slug, successor }, index) => [
      ...unknown(kind, successor, 'retired', index, 'successor'),
      ...(kind === 'part' && !gone.has(topicOfPart(slug))
        ? unknown('topic', topicOfPart(slug), 'retired', index, 'slug')
        : []),
    ]),
    ...[...papers].flatMap(([id, { topic, part }]) => [
      ...unknown('topic', topic, 'papers', id, 0),
      ...unknown('part', part ?? null, 'papers', id, 5),
    ]),
  ];
}
