import type { PaperPage } from '../site-data.ts';

/** A paper as a feed lists it. */
export interface FeedEntry {
  /** The full address of its page, which is what readers know it by. */
  readonly address: string;
  readonly title: string;
  /** Abstract or summary; null where neither is known. */
  readonly contentHtml: string | null;
  readonly authors: readonly string[];
  readonly topic: { readonly id: string; readonly label: string };
  /** When it came into the collection: as far as is known, the first moment of that time. */
  readonly updated: Date;
  /** The day on which it was published; null where not even that is known. */
  readonly published: Date | null;
}

/** What a feed needs to know of the site. */
export interface FeedSource {
  addressOf(paper: PaperPage): string;
  topicLabelOf(id: string): string;
  /** The day of a digest's file, if it has one. */
  digestDateOf(file: string): string | null;
}

/** A feed holds so many of the newest papers. */
export const NEWEST_ENTRIES = 50;

/**
 * The newest papers as entries of a feed, by the day on which a digest first lists them, else that of
 * publication. Papers without a date are left out: a feed must say since when an entry is there.
 */
export function feedEntries(papers: readonly PaperPage[], source: FeedSource): FeedEntry[] {
  const dated = papers.flatMap((paper) => {
    const date = listingDate(paper, source);
    return date === null ? [] : [{ paper, updated: firstMoment(date) }];
  });
  return dated
    .sort((one, other) => other.updated.getTime() - one.updated.getTime())
    .slice(0, NEWEST_ENTRIES)
    .map(({ paper, updated }) => ({
      address: source.addressOf(paper),
      title: paper.titleText,
      contentHtml: paper.abstractHtml ?? paper.summaryHtml,
      authors: paper.authors ?? [],
      topic: { id: paper.topic, label: source.topicLabelOf(paper.topic) },
      updated,
      published: paper.published?.length === 10 ? firstMoment(paper.published) : null,
    }));
}

/** The earliest date of a digest that has it stays when later digests have it too. */
function listingDate(
  { listed, published, sources }: PaperPage,
  { digestDateOf }: FeedSource,
): string | null {
  const dates = sources.map(({ digest }) => digestDateOf(digest)).filter((date) => date !== null);
  return listed ?? dates.sort()[0] ?? published;
}

/** A month or a year alone begins with its first day. */
function firstMoment(date: string): Date {
  return new Date(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`);
}
