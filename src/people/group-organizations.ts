import { nameSlug } from './author-names.ts';
import { tally } from '../topics/count-papers.ts';
import { newestFirst } from '../time/newest-papers.ts';
import type { PaperPage } from '../site-data.ts';

/** An organisation that digests name. */
export interface Organization {
  /** The end of its address. */
  readonly slug: string;
  /** The name that most papers have, and the others. */
  readonly name: string;
  readonly otherNames: readonly string[];
  /** The newest first. */
  readonly papers: readonly PaperPage[];
}

/** The organisations of papers, those with most first; spellings of a slug that differ in case are one. */
export function groupOrganizations(papers: readonly PaperPage[]): Organization[] {
  const known = newestFirst(papers.filter(({ organization }) => organization !== null));
  const groups = Map.groupBy(known, ({ organization }) => nameSlug(organization!.slug));
  const found = groups.entries().map(([slug, own]) => {
    const [name, ...otherNames] = tally(own, ({ organization }) => organization!.name);
    return { slug, name: name!.key, otherNames: otherNames.map(({ key }) => key), papers: own };
  });
  const names = new Intl.Collator('en', { numeric: true });
  return [...found].sort(
    (one, other) => other.papers.length - one.papers.length || names.compare(one.name, other.name),
  );
}
