import type { TopicsLock } from '../src/core/topics/topics-lock.ts';
import { groupAuthors, PAPERS_FOR_A_PAGE } from '../src/people/group-authors.ts';
import { groupOrganizations } from '../src/people/group-organizations.ts';
import type { PaperPage, RetiredPage, Site } from '../src/site-data.ts';

/** Whose pages stay, and whose papers are all gone. */
export interface KeptPeople extends Pick<Site, 'lastingAuthors'> {
  /** What the next build goes on from. */
  readonly locked: Pick<TopicsLock, 'authors' | 'organizations'>;
  readonly retired: readonly RetiredPage[];
}

/** The authors and organisations that have pages, or had them in an earlier build: an address lasts. */
export function keepPeople(papers: readonly PaperPage[], lock: TopicsLock | null): KeptPeople {
  const authors = groupAuthors(papers);
  const organizations = new Set(groupOrganizations(papers).map(({ slug }) => slug));
  const [hadAuthors, hadOrganizations] = [lock?.authors ?? [], lock?.organizations ?? []];
  const withPage = authors.values().filter((author) => author.papers.length >= PAPERS_FOR_A_PAGE);
  const now = new Set(withPage.map(({ slug }) => slug));
  return {
    lastingAuthors: hadAuthors.filter((slug) => authors.has(slug) && !now.has(slug)),
    locked: {
      authors: [...now.union(new Set(hadAuthors))].sort(),
      organizations: [...organizations.union(new Set(hadOrganizations))].sort(),
    },
    retired: [
      ...hadAuthors.filter((slug) => !authors.has(slug)).map((slug) => retire('author', slug)),
      ...hadOrganizations
        .filter((slug) => !organizations.has(slug))
        .map((slug) => retire('organization', slug)),
    ],
  };
}

/** A name is told by papers alone; what is left of it is its plain letters. */
function retire(kind: 'author' | 'organization', slug: string): RetiredPage {
  const words = slug.split('-').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return { kind, id: slug, label: words.join(' '), successor: null };
}
