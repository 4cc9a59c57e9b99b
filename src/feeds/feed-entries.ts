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
  /** The days of the builds that brought papers, the first first. */
  readonly builds: readonly string[];
}

/** A feed holds so many of the newest papers. */
export const NEWEST_ENTRIES = 50;

/**
 * The newest papers as entries of a feed, by the day on which they came into the collection: that on which a
 * digest first lists them, else that of the build that brought them. The first build brought all at once:
 * what it brought without a day of listing comes by its publication, and without that behind all others,
 * as of `oldest`.
 */
export function feedEntries(
  papers: readonly PaperPage[],
  source: FeedSource,
  oldest: string,
): FeedEntry[] {
  return papers
    .map((paper) => ({ paper, date: arrivalDate(paper, source) }))
    .map(({ paper, date }) => ({
      ...{ paper, isDated: date !== null },
      updated: firstMoment(date ?? oldest),
    }))
    .sort(
      (one, other) =>
        other.updated.getTime() - one.updated.getTime() ||
        Number(other.isDated) - Number(one.isDated),
    )
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
function arrivalDate(
  { listed, published, joined, sources }: PaperPage,
  { digestDateOf, builds }: FeedSource,
): string | null {
  const dates = sources.map(({ digest }) => digestDateOf(digest)).filter((date) => date !== null);
  const built = joined > 1 ? (builds[joined - 1] ?? null) : null;
  return listed ?? dates.sort()[0] ?? built ?? published;
}

/** The least date of a collection by which no paper of it is newer than one that has a date. */
export function oldestArrival(papers: readonly PaperPage[], source: FeedSource): string {
  // Dates sort as texts, a month before its days.
  return papers
    .map((paper) => arrivalDate(paper, source))
    .filter((date) => date !== null)
    .reduce((oldest, date) => (date < oldest ? date : oldest), source.builds[0]!);
}

/** A month or a year alone begins with its first day. */
function firstMoment(date: string): Date {
  return new Date(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`);
}
