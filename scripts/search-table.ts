import { publicationDate } from '../src/time/newest-papers.ts';
import { offeredFacets, offeredOrders } from '../src/search/search-facets.ts';
import type { SearchTable, WrittenTopic, WrittenValue } from '../src/search/search-data.ts';
import type { PaperPage, Site } from '../src/site-data.ts';

/** What every search needs to know of the papers, which are given as rows. */
export function searchTable(site: Site, rows: readonly PaperPage[]): SearchTable {
  const areaIds = site.areas.map(({ id }) => id);
  const byTopic = gather(rows, ({ topic }) => [topic]);
  const topics: WrittenTopic[] = site.topics.map(({ id, label, area, mark }) => ({
    ...writeValue(id, label, byTopic),
    mark,
    area: area === null ? null : areaIds.indexOf(area),
  }));
  return {
    paperCount: rows.length,
    facets: offeredFacets(site, rows),
    orders: offeredOrders(rows),
    dates: writeDates(rows),
    topics,
    areas: site.areas.map(({ id, label }) => ({ id, label })),
    code: writeRows(gather(rows, ({ code }) => (code === null ? [] : [''])).get('') ?? []),
  };
}

/** The organisations of papers, those of the most papers first. */
export function organizationFacet(rows: readonly PaperPage[]): WrittenValue[] {
  const bySlug = gather(rows, ({ organization }) => (organization ? [organization.slug] : []));
  const names = new Map(
    rows.flatMap(({ organization }) =>
      organization ? [[organization.slug, organization.name] as const] : [],
    ),
  );
  return [...bySlug]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([slug]) => writeValue(slug, names.get(slug)!, bySlug));
}

/** The digests, the newest first. */
export function digestFacet(site: Site, rows: readonly PaperPage[]): WrittenValue[] {
  const byFile = gather(rows, ({ sources }) => [...new Set(sources.map(({ digest }) => digest))]);
  return site.digests
    .filter(({ file }) => byFile.has(file))
    .toSorted((a, b) => compareText(b.date ?? '', a.date ?? ''))
    .map(({ slug, title, file }) => ({ ...writeValue(file, title, byFile), id: slug }));
}

/** Words of titles, abstracts and authors that are in enough papers, those of most papers first. */
export function searchVocabulary(papers: readonly PaperPage[], leastPapers: number): string[] {
  const counts = new Map<string, number>();
  for (const { title, abstract, authors } of papers) {
    const text = [title, abstract ?? '', ...(authors ?? [])].join(' ');
    const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (const word of new Set(folded.match(/\p{L}{3,}/gu)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= leastPapers)
    .toSorted(([a, left], [b, right]) => right - left || compareText(a, b))
    .map(([word]) => word);
}

function writeDates(rows: readonly PaperPage[]): [string | null, number][] {
  const runs: [string | null, number][] = [];
  for (const row of rows) {
    const date = publicationDate(row);
    const last = runs.at(-1);
    if (last?.[0] === date) last[1] += 1;
    else runs.push([date, 1]);
  }
  return runs;
}

/** The rows of each key. */
function gather(
  rows: readonly PaperPage[],
  keysOf: (paper: PaperPage) => readonly string[],
): Map<string, number[]> {
  const gathered = new Map<string, number[]>();
  for (const [row, paper] of rows.entries()) {
    for (const key of keysOf(paper)) {
      const known = gathered.get(key);
      if (known) known.push(row);
      else gathered.set(key, [row]);
    }
  }
  return gathered;
}

function writeValue(
  id: string,
  label: string,
  rowsOf: ReadonlyMap<string, readonly number[]>,
): WrittenValue {
  return { id, label, rows: writeRows(rowsOf.get(id) ?? []) };
}

function writeRows(rows: readonly number[]): number[] {
  return rows.map((row, index) => row - (rows[index - 1] ?? 0));
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}
