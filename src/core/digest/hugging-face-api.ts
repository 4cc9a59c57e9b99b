import { z } from 'zod';
import { quote } from '../input-error.ts';
import { parseArxivId } from './arxiv-id.ts';
import { type DigestNotes, type DigestRecord, type DigestShape, unknownFields } from './digest.ts';
import { isTitle, oneLine, parseDay, webAddress } from './field-text.ts';
import { type ApiItem, findItems } from './hugging-face-items.ts';
import { ProblemList } from './problem-list.ts';
import { describeJson, isPythonRepr, readJsonText, WRITE_JSON } from './read-json.ts';

const NAME = 'hugging-face-api';
const SAMPLE = 20_000;
const FETCH_AGAIN = 'Fetch the answer again, or take this item out of it.';

/** Keys that only answers of this service have; with either quote, so that Python is told as such. */
const KEYS = [
  /["'](?:submittedOnDailyAt|submittedOnDailyBy)["']\s?:/,
  /["'](?:ai_summary|ai_keywords)["']\s?:/,
  /["']isAuthorParticipating["']\s?:/,
  /["']discussionId["']\s?:/,
  /["']numComments["']\s?:/,
  /["']upvotes["']\s?:/,
  /["']hidden["']\s?:\s?(?:false|true)/i,
  /["']paper["']\s?:\s?\{/,
  /["']submittedBy["']\s?:/,
];

/** Answers of Hugging Face’s `/api/daily_papers`, `/api/papers/ID` and `/api/papers/search`. */
export const huggingFaceApi: DigestShape = {
  name: NAME,
  source: 'Hugging Face Papers',
  looksLike: 'JSON of huggingface.co/api/daily_papers or /api/papers',
  detect(text) {
    const sample = text.slice(0, SAMPLE);
    if (!/^\s*[[{]/.test(sample)) return 0;
    // What is answered to a wrong address or to too many requests.
    if (/^\s*\{\s*"error"\s*:/.test(sample)) return 0.5;
    if (/^\s*\[\s*\]\s*$/.test(sample)) return 0.6;
    if (
      /^\s*\{(?:\s*"(?:status|date|count)"\s*:\s*[\w."-]+\s*,){1,3}\s*"data"\s*:\s*\[/.test(sample)
    ) {
      return 0.8;
    }
    // One object a line is another shape.
    if (/\}[ \t\r]*\n[ \t]*\{/.test(sample)) return 0.3;
    const found = KEYS.filter((key) => key.test(sample)).length;
    return found >= 3 ? 0.95 : found / 4;
  },
  parse: (text, notes) => parseAnswer(text, notes),
};

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

function parseAnswer(text: string, notes: DigestNotes) {
  const json = readJsonText(text);
  const { items, date } = findItems(json);
  const problems = new ProblemList();
  const records: DigestRecord[] = [];
  for (const item of items) {
    const lines = json.linesOf(item.pointer);
    const read = readItem(item);
    if (typeof read === 'string') {
      const advice = isRepr(item.value) ? WRITE_JSON : FETCH_AGAIN;
      problems.add({
        line: lines.line,
        expected: `a paper at ${item.pointer || '/'}`,
        got: read,
        advice,
      });
    } else {
      records.push({ ...read, ...lines, pointer: item.pointer });
    }
  }
  const { title, curator } = notes;
  return problems.finish({ shape: NAME, title, date: notes.date ?? date, curator, records });
}

const isRepr = (value: unknown) => typeof value === 'string' && isPythonRepr(value);

/** The record of an item, or what is there in place of one. */
function readItem({ value, listed }: ApiItem): Omit<DigestRecord, 'line' | 'endLine'> | string {
  if (isRepr(value)) return 'a text that holds Python’s repr of a dict';
  if (typeof value !== 'object' || value === null) return describeJson(value);
  const inner = 'paper' in value ? value.paper : undefined;
  const merged = typeof inner === 'object' && inner !== null ? mergeItem(value, inner) : value;
  const result = paperSchema.safeParse(merged);
  if (!result.success) {
    const [issue] = result.error.issues;
    return `${quote(issue?.path.join('.') ?? '')}: ${issue?.message ?? 'something else'}`;
  }
  const title = oneLine(result.data.title);
  if (title === null || !isTitle(title)) return `the title ${quote(result.data.title)}`;
  return {
    ...readPaper(result.data, title),
    listed: listed ?? parseDay(result.data.submittedOnDailyAt),
  };
}

/** The paper knows more than the item around it, except of the discussion. */
function mergeItem(item: object, paper: object): Record<string, unknown> {
  const outer = item as Record<string, unknown>;
  const merged: Record<string, unknown> = { ...paper };
  for (const key of ['title', 'summary', 'organization', 'numComments']) merged[key] ??= outer[key];
  return merged;
}

function readPaper(paper: Paper, title: string) {
  const id = parseArxivId(paper.id);
  const slug = oneLine(paper.organization?.name);
  const authors = (paper.authors ?? [])
    .map(({ name }) => oneLine(name))
    .filter((name) => name !== null);
  const keywords = (paper.ai_keywords ?? []).map(oneLine).filter((word) => word !== null);
  return {
    ...unknownFields,
    title,
    abstract: oneLine(paper.summary),
    summary: oneLine(paper.ai_summary),
    authors: authors.length > 0 ? authors : null,
    organization:
      slug === null ? null : { slug, name: oneLine(paper.organization?.fullname) ?? slug },
    published: parseDay(paper.publishedAt),
    ...id,
    keywords: keywords.length > 0 ? keywords : null,
    upvotes: paper.upvotes ?? null,
    comments: paper.numComments ?? null,
    url: id === null ? `https://huggingface.co/papers/${encodeURIComponent(paper.id)}` : null,
    code: webAddress(paper.githubRepo),
    project: webAddress(paper.projectPage),
  };
}
