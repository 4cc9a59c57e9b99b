import { z } from 'zod';
import { quote } from '../input-error.ts';
import { parseArxivId } from '../paper/paper-ids.ts';
import { webAddress } from '../web-address.ts';
import { type DigestRecord, unknownFields } from './digest.ts';
import { nameList } from './author-names.ts';
import { oneLine } from './field-text.ts';
import { describeJson, isPythonRepr } from './read-json.ts';
import { titleFault } from './title-fault.ts';
import { writtenDate, writtenDay } from './written-date.ts';

/** Lists are checked as a whole: a problem for each of a million elements would fill the memory. */
const listOf = <T>(what: string, isElement: (value: unknown) => boolean) =>
  z.custom<readonly T[]>(
    (list) => Array.isArray(list) && list.every(isElement),
    `no list of ${what}`,
  );
const isAuthor = (value: unknown) =>
  typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';

const paperSchema = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string().nullish(),
  authors: listOf<{ readonly name: string }>('authors with names', isAuthor).nullish(),
  publishedAt: z.string().nullish(),
  submittedOnDailyAt: z.string().nullish(),
  upvotes: z.int().min(0).nullish(),
  numComments: z.int().min(0).nullish(),
  ai_summary: z.string().nullish(),
  ai_keywords: listOf<string>('texts', (value) => typeof value === 'string').nullish(),
  githubRepo: z.string().nullish(),
  projectPage: z.string().nullish(),
  organization: z.object({ name: z.string(), fullname: z.string().nullish() }).nullish(),
});
type Paper = z.output<typeof paperSchema>;

/** Whether a value is a text that a Python program printed in place of JSON. */
export const isRepr = (value: unknown) => typeof value === 'string' && isPythonRepr(value);

/** What an item of the API of Hugging Face says of its paper, or what is there in place of one. */
export function readItem(value: unknown): Omit<DigestRecord, 'line' | 'endLine'> | string {
  if (isRepr(value)) return 'a text that holds Python’s repr of a dict';
  if (typeof value !== 'object' || value === null) return describeJson(value);
  const inner = 'paper' in value ? value.paper : undefined;
  const merged = typeof inner === 'object' && inner !== null ? mergeItem(value, inner) : value;
  const result = paperSchema.safeParse(merged);
  if (!result.success) return describeField(merged, result.error.issues[0]!.path);
  const title = oneLine(result.data.title) ?? '';
  return titleFault(title) ?? readPaper(result.data, title);
}

/** What stands in a field that is not as it should be. */
function describeField(item: object, path: readonly PropertyKey[]): string {
  let value: unknown = item;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null)?.[key];
  const name = quote(path.join('.'));
  return value === undefined ? `no ${name}` : `${describeJson(value)} as ${name}`;
}

/** The paper knows more than the item around it, except of the discussion. */
function mergeItem(item: object, paper: object): Record<string, unknown> {
  const outer = item as Record<string, unknown>;
  const merged: Record<string, unknown> = { ...paper };
  for (const key of ['title', 'summary', 'organization', 'numComments']) merged[key] ??= outer[key];
  return merged;
}

function readPaper(paper: Paper, title: string): Omit<DigestRecord, 'line' | 'endLine'> {
  const id = parseArxivId(paper.id);
  const slug = oneLine(paper.organization?.name);
  const keywords = (paper.ai_keywords ?? []).map(oneLine).filter((word) => word !== null);
  return {
    ...unknownFields,
    title,
    abstract: oneLine(paper.summary),
    summary: oneLine(paper.ai_summary),
    authors: nameList((paper.authors ?? []).map(({ name }) => `{${name}}`)),
    organization:
      slug === null ? null : { slug, name: oneLine(paper.organization?.fullname) ?? slug },
    published: writtenDate(paper.publishedAt ?? ''),
    listed: writtenDay(paper.submittedOnDailyAt ?? ''),
    ...id,
    keywords: keywords.length > 0 ? keywords : null,
    upvotes: paper.upvotes ?? null,
    comments: paper.numComments ?? null,
    url: id === null ? `https://huggingface.co/papers/${encodeURIComponent(paper.id)}` : null,
    code: webAddress(paper.githubRepo),
    project: webAddress(paper.projectPage),
  };
}
