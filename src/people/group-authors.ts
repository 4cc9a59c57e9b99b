import { authorKey, nameSlug } from './author-names.ts';
import { newestFirst } from '../time/newest-papers.ts';
import type { PaperPage } from '../site-data.ts';

/**
 * Authors of fewer papers have no page of their own: the list by name shows all that there is. Of 36,057 in
 * two years of Hugging Face's daily papers 5,269 have one; from three papers on they would be 8,122, as many
 * as papers, and the site more files than free hosts take (20,000). Who had one keeps it.
 */
export const PAPERS_FOR_A_PAGE = 4;

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
      const slug = slugOf.get(name) ?? nameSlug(name);
      slugOf.set(name, slug);
      entry(papersOf, slug, () => new Set()).add(paper);
      const names = entry(namesOf, slug, () => new Map<string, number>());
      names.set(name, (names.get(name) ?? 0) + 1);
    }
  }
  const authors = papersOf.entries().map(([slug, own]): [string, Author] => {
    // The usual spelling first, equal ones as they came.
    const names = [...namesOf.get(slug)!].sort(([, one], [, other]) => other - one);
    const [name, ...otherNames] = names.map(([spelling]) => spelling);
    return [slug, { slug, name: name!, otherNames, key: authorKey(name!), papers: [...own] }];
  });
  return new Map(authors);
}

/** Authors of most papers first, equal ones by name. */
export function mostPapersFirst(authors: readonly Author[]): Author[] {
  return authors.toSorted((one, other) => {
    const more = other.papers.length - one.papers.length;
    return more !== 0 ? more : one.key < other.key ? -1 : 1;
  });
}

function entry<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
