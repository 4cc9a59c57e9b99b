import { isIsoDate } from '../iso-date.ts';
import { isObject, type LooseObject } from '../json-object.ts';
import type { DigestRecord } from './digest.ts';
import { readItem } from './hugging-face-item.ts';
import type { HtmlElement, HtmlNode } from './html-tree.ts';
import { writtenDay } from './written-date.ts';

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

/**
 * Reads the papers in the `data-props` of a page's elements: of a search its results, else the day's, or the
 * one that the page is of.
 */
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
    date ??= dayOf(props);
    for (const [at, item] of itemsOf(props, dataTarget).entries()) {
      const read = readItem(item);
      if (typeof read === 'string') badItems.push(at + 1);
      else records.push({ ...read, line, endLine: line });
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

function parseObject(text: string): LooseObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function itemsOf(props: LooseObject, target: unknown): readonly unknown[] {
  const { paper, organization, comments } = props;
  if (target === 'PaperContent' && isObject(paper)) {
    // Those who answer comment too; a comment taken back is none.
    const numComments = Array.isArray(comments) ? comments.filter(isShownComment).length : null;
    return [{ paper, organization, numComments }];
  }
  const found = listOf(props.searchResults);
  return found.length > 0 ? found : listOf(props.dailyPapers);
}

function isShownComment(comment: unknown): boolean {
  if (!isObject(comment) || comment.type !== 'comment') return false;
  return !isObject(comment.data) || comment.data.hidden !== true;
}

/** The day of a list of papers; pages of 2024 give it with a time of day. */
function dayOf({ dateString, date, dailyPapers }: LooseObject): string | null {
  if (typeof dateString === 'string' && isIsoDate(dateString)) return dateString;
  return typeof date === 'string' && Array.isArray(dailyPapers) ? writtenDay(date) : null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
