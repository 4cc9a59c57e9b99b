import { type PaperDetails, readDetails } from './saved-paper.ts';

/** The address of a paper's page. */
export function paperAddress(id: string): string {
  return `${import.meta.env.BASE_URL}papers/${id}/`;
}

/** What a page of the site says of its paper; null where it could not be asked. */
export interface PageAnswer {
  /** As the site has it, perhaps another where the page leads on. */
  readonly id: string;
  readonly title: string;
  readonly details: PaperDetails;
}

/**
 * Asks the page of a paper for what lists and citations need; `gone` where the site has no such page any
 * more. Throws TypeError where the browser is offline.
 */
export async function askPage(id: string): Promise<PageAnswer | 'gone' | null> {
  const response = await fetch(paperAddress(id));
  if (response.status === 404) return 'gone';
  if (!response.ok) return null;
  return readPage(new DOMParser().parseFromString(await response.text(), 'text/html'));
}

/** Reads that from the page itself. */
export function readPage(page: Document): PageAnswer | null {
  const star = page.querySelector('save-star[details]');
  const id = star?.getAttribute('paper');
  const told = star?.getAttribute('details');
  if (!star || !id || !told) return null;
  const tags = (name: string) =>
    [...page.querySelectorAll<HTMLMetaElement>(`meta[name=${name}]`)].map(({ content }) => content);
  const details = readDetails({
    excerpt: tags('description')[0],
    authors: tags('citation_author'),
    ...(JSON.parse(told) as object),
  });
  return details && { id, title: star.getAttribute('label') ?? id, details };
}
