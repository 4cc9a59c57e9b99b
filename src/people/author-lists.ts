import type { Author } from './group-authors.ts';

/** A page of the list of authors by name. */
export interface AuthorList {
  /** What the keys of all its authors begin with, and the end of its address. */
  readonly prefix: string;
  /** Those whom this page lists, by key. */
  readonly authors: readonly Author[];
  /** The pages below it that list the others, by key; empty where it lists all. */
  readonly parts: readonly AuthorList[];
  /** How many begin so. */
  readonly size: number;
}

/** Bounds on the pages of the list. */
export interface ListBounds {
  /** A page of more authors is parted. */
  readonly most: number;
  /** As many as this who share one more letter then get a page of their own. */
  readonly least: number;
}

const BOUNDS: ListBounds = { most: 150, least: 20 };

/**
 * The list of authors by initial. On a page that would grow too long those who are many and share one more
 * letter go to a page of their own. Who else is there never takes an address away: that of a page stays when
 * others come, and an author who has moved on is found below it.
 */
export function listAuthors(authors: readonly Author[], bounds = BOUNDS): AuthorList[] {
  const sorted = authors.toSorted(compareKeys);
  const byInitial = Map.groupBy(sorted, ({ key }) => key.slice(0, 1));
  return [...byInitial].map(([prefix, part]) => makeList(prefix, part, bounds));
}

/** Every page of some lists and of those below them. */
export function allLists(lists: readonly AuthorList[]): AuthorList[] {
  return lists.flatMap((list) => [list, ...allLists(list.parts)]);
}

function makeList(
  prefix: string,
  authors: readonly Author[],
  { most, least }: ListBounds,
): AuthorList {
  const size = authors.length;
  if (size <= most) return { prefix, authors, parts: [], size };
  // A hyphen parts nothing.
  const nextPrefix = ({ key }: Author) =>
    key.slice(0, prefix.length + (key[prefix.length] === '-' ? 2 : 1));
  const groups = [...Map.groupBy(authors, nextPrefix)];
  const isMoved = ([next, part]: [string, readonly Author[]]) =>
    next !== prefix && part.length >= least;
  return {
    prefix,
    authors: groups.filter((group) => !isMoved(group)).flatMap(([, part]) => part),
    parts: groups.filter(isMoved).map(([next, part]) => makeList(next, part, { most, least })),
    size,
  };
}

function compareKeys(one: Author, other: Author): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  return one.slug < other.slug ? -1 : 1;
}
