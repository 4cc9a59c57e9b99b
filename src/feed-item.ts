import type { PaperPage } from './site-data.ts';

/** A paper as an RSS feed lists it. */
export interface FeedItem {
  readonly title: string;
  readonly link: string;
  readonly description?: string;
  readonly pubDate?: Date;
}

/** Only what is known: RSS dates are days, so a month or a year alone is left out. */
export function feedItem(paper: PaperPage, link: string): FeedItem {
  const { titleText, abstract, published } = paper;
  return {
    title: titleText,
    link,
    ...(abstract !== null && { description: abstract }),
    ...(published?.length === 10 && { pubDate: new Date(`${published}T00:00:00Z`) }),
  };
}
