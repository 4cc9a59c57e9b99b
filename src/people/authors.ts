// The authors of the site's papers, found once for all pages.
import { nameSlug } from './author-names.ts';
import { allLists, listAuthors } from './author-lists.ts';
import { tallyAll } from '../topics/count-papers.ts';
import { type Author, groupAuthors, PAPERS_FOR_A_PAGE } from './group-authors.ts';
import { href, papers, site } from '../load-site-data.ts';
import { pagePath } from '../page-paths.ts';
import type { PaperPage } from '../site-data.ts';

/** Whether any digest names authors. */
export const hasAuthors = papers.some(({ authors }) => authors !== null && authors.length > 0);

const authorBySlug = groupAuthors(papers);
const lasting = new Set(site.lastingAuthors);
const authorByName = new Map<string, Author>();

/** All authors, in no order that matters. */
export const authors: readonly Author[] = [...authorBySlug.values()];

/** The list of authors by name, by initial. */
export const authorLists = listAuthors(authors);

const listOf = new Map(
  allLists(authorLists).flatMap((list) => list.authors.map(({ slug }) => [slug, list.prefix])),
);

/** The author of a name, however it is spelt. Throws RangeError for one that no paper names. */
export function findAuthor(name: string): Author {
  const found = authorByName.get(name) ?? authorBySlug.get(nameSlug(name));
  if (found === undefined) throw new RangeError(`no paper names the author ${name}`);
  authorByName.set(name, found);
  return found;
}

/** Whether the author has a page beside the entry in the list. */
export function hasPage({ slug, papers: own }: Author): boolean {
  return own.length >= PAPERS_FOR_A_PAGE || lasting.has(slug);
}

/** The address where a name of an author leads: the author's page, or else the entry in the list by name. */
export function authorHref(name: string): string {
  const author = findAuthor(name);
  if (hasPage(author)) return href(pagePath.author(author.slug));
  return `${href(pagePath.authorList(listOf.get(author.slug)!))}#${authorAnchor(author)}`;
}

/** The authors of some papers, those with most first. */
export function countAuthors(
  some: readonly PaperPage[],
): { name: string; address: string; count: number }[] {
  return tallyAll(some, (paper) => (paper.authors ?? []).map(findAuthor)).map(
    ({ key: { name }, count }) => ({ name, address: authorHref(name), count }),
  );
}

/** The id of an author's entry in the list. */
export function authorAnchor({ slug }: Author): string {
  return `by-${slug}`;
}
