import { isIsoDate } from '../iso-date.ts';
import { type DigestRecord, type Organization, unknownFields } from './digest.ts';
import { absoluteAddress, arxivIdOf } from './hugging-face-address.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';
import { foldText } from './page-row.ts';

type Json = Readonly<Record<string, unknown>>;

/** The data that a page of Hugging Face carries for its scripts. */
export interface PageProps {
  /** Day of the page, `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly records: readonly DigestRecord[];
  /** Lines of data that are no JSON. */
  readonly brokenLines: readonly number[];
  /** Places, from 1, of items that name no paper. */
  readonly badItems: readonly number[];
}

/** Reads the papers in the `data-props` of a page's elements: of a search its results, else the day's. */
export function readProps(root: HtmlNode): PageProps {
  const records: DigestRecord[] = [];
  const brokenLines: number[] = [];
  const badItems: number[] = [];
  let date: string | null = null;
  for (const element of elementsOf(root)) {
    const { dataProps, dataTarget } = element.properties;
    if (typeof dataProps !== 'string' || !dataProps.includes('aper')) continue;
    const line = element.position?.start.line ?? 1;
    const props = parseObject(dataProps);
    if (props === null) {
      if (typeof dataTarget === 'string' && dataTarget.includes('Paper')) brokenLines.push(line);
      continue;
    }
    if (typeof props.dateString === 'string' && isIsoDate(props.dateString)) {
      date ??= props.dateString;
    }
    const found = listOf(props.searchResults);
    const items = found.length > 0 ? found : listOf(props.dailyPapers);
    for (const [at, item] of items.entries()) {
      const record = readItem(item, line);
      if (record) records.push(record);
      else badItems.push(at + 1);
    }
  }
  return { date, records, brokenLines, badItems };
}

function* elementsOf(root: HtmlNode): Generator<HtmlElement> {
  const left: HtmlNode[] = [root];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.type === 'element') yield node;
    if ('children' in node) for (const child of node.children.toReversed()) left.push(child);
  }
}

/** An item as the API of Hugging Face gives it; null where it names no paper. */
function readItem(item: unknown, line: number): DigestRecord | null {
  const outer = objectOf(item);
  const paper = objectOf(outer?.paper) ?? outer;
  const arxivId = arxivIdOf(textOf(paper?.id) ?? '');
  const title = firstText(paper?.title, outer?.title);
  if (!paper || !outer || arxivId === null || title === null) return null;
  const authors = textsOf(listOf(paper.authors).map((author) => objectOf(author)?.name));
  return {
    ...unknownFields,
    title,
    abstract: firstText(paper.summary, outer.summary),
    summary: textOf(paper.ai_summary),
    authors,
    authorCount: authors?.length ?? null,
    organization: readOrganization(objectOf(paper.organization) ?? objectOf(outer.organization)),
    published: dayOf(paper.publishedAt),
    listed: dayOf(paper.submittedOnDailyAt),
    arxivId,
    keywords: textsOf(listOf(paper.ai_keywords)),
    upvotes: countOf(paper.upvotes),
    comments: countOf(outer.numComments),
    code: addressOf(paper.githubRepo),
    project: addressOf(paper.projectPage),
    line,
    endLine: line,
  };
}

function readOrganization(organization: Json | null): Organization | null {
  const slug = textOf(organization?.name);
  return slug === null ? null : { slug, name: textOf(organization?.fullname) ?? slug };
}

function parseObject(text: string): Json | null {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return null;
  }
}

function objectOf(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? foldText(value) || null : null;
}

function firstText(first: unknown, second: unknown): string | null {
  return textOf(first) ?? textOf(second);
}

function addressOf(value: unknown): string | null {
  return absoluteAddress(textOf(value) ?? '');
}

function textsOf(values: readonly unknown[]): string[] | null {
  const texts = values.flatMap((value) => textOf(value) ?? []);
  return texts.length > 0 ? texts : null;
}

function countOf(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}

function dayOf(value: unknown): string | null {
  const day = typeof value === 'string' ? value.slice(0, 10) : '';
  return isIsoDate(day) ? day : null;
}
