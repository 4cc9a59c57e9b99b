import { AUTHOR_MARK, PART_MARK } from '../src/search/search-data.ts';
import type { PaperPage } from '../src/site-data.ts';

/**
 * What the search finds a paper by, as a page for Pagefind: title, authors, abstract, and what is not
 * shown of it (organisation, venue, categories, keywords, formulas as they were written).
 */
export function searchPage(paper: PaperPage, language: string): string {
  const { titleText, titleHtml, authors, abstractHtml, summaryHtml } = paper;
  const parts = [
    escapeHtml(authors?.join(` ${AUTHOR_MARK} `) ?? ''),
    [abstractHtml, summaryHtml].filter((text) => text !== null).join(' '),
    escapeHtml(furtherWords(paper).join(' ')),
  ];
  return (
    `<html lang="${language}"><body>` +
    `<meta data-pagefind-meta="title[content]" content="${escapeHtml(titleText)}">` +
    `<h1>${titleHtml}</h1>` +
    `${parts.map((part) => `<p>${PART_MARK} ${part}</p>`).join('')}</body></html>`
  );
}

function furtherWords(paper: PaperPage): string[] {
  const { organization, venue, categories, keywords, mathSources } = paper;
  return [
    organization?.name ?? '',
    venue ?? '',
    ...(categories ?? []),
    ...(keywords ?? []),
    ...partsOfNames(`${paper.title} ${paper.abstract ?? paper.summary ?? ''}`),
    ...mathSources,
  ].filter((word) => word !== '');
}

/**
 * The parts of names such as VoCo-LLaMA and Flan-PaLM. Pagefind takes such a word apart at capitals too,
 * into Vo, Co, L, La and MA, and would not find it by "LLaMA".
 */
export function partsOfNames(text: string): string[] {
  const parts = text
    .split(/\s+/)
    .map((word) => word.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== ''))
    .filter((words) => words.length > 1)
    .flat();
  return [...new Set(parts.filter((part) => /.\p{Lu}|\p{N}\p{L}|\p{L}\p{N}/u.test(part)))];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
