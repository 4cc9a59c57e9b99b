import { authorKey, authorSlug } from './author-names.ts';
import { newestFirst } from './newest-papers.ts';
import type { PaperPage } from './site-data.ts';

/** All who write under one name. */
export interface Author {
  readonly slug: string;
  /** The spelling that most papers have, and the others. */
  readonly name: string;
  readonly otherNames: readonly string[];
  /** What lists sort by. */
  readonly key: string;
  /** The newest first. */
  readonly papers: readonly PaperPage[];
}

/** The authors of papers, by slug: spellings that differ in case, accents or hyphens are one. */
export function groupAuthors(papers: readonly PaperPage[]): Map<string, Author> {
  const slugOf = new Map<string, string>();
  const papersOf = new Map<string, Set<PaperPage>>();
  const namesOf = new Map<string, Map<string, number>>();
  for (const paper of newestFirst(papers)) {
    for (const name of paper.authors ?? []) {
      const slug = slugOf.get(name) ?? authorSlug(name);
      slugOf.set(name, slug);
      entry(papersOf, slug, () => new Set()).add(paper);
      const names = entry(namesOf, slug, () => new Map<string, number>());
      names.set(name, (names.get(name) ?? 0) + 1);
    }
  }
  const authors = papersOf.entries().map(([slug, own]): [string, Author] => {
    const [name, ...otherNames] = byCount(namesOf.get(slug)!).map(([spelling]) => spelling);
    return [slug, { slug, name: name!, otherNames, key: authorKey(name!), papers: [...own] }];
  });
  return new Map(authors);
}

/** Others who wrote papers of this author, with how many; those with most first. */
export function coAuthors(
  author: Author,
  find: (name: string) => Author,
): { author: Author; count: number }[] {
  const counts = new Map<Author, number>();
  for (const { authors } of author.papers) {
    for (const other of new Set((authors ?? []).map(find))) {
      if (other !== author) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return byCount(counts).map(([other, count]) => ({ author: other, count }));
}

/** Entries of a count, the greatest first, equal ones as they came. */
export function byCount<Key>(counts: ReadonlyMap<Key, number>): [Key, number][] {
  return [...counts].sort(([, one], [, other]) => other - one);
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
