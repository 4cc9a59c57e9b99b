import { z } from 'zod';
import { quote } from '../../src/core/input-error.ts';
import type { Answer } from './ask.ts';
import { FetchError } from './fetch-error.ts';
import { type Page, padPage, type Slice, type Source } from './source.ts';
import { brokenAnswer, type Kind, textOfAnswer } from './text-of-answer.ts';

/** Where Hugging Face is. */
export const HUGGING_FACE = 'https://huggingface.co';

/** The most that one answer gives. */
const LIMIT = 100;

const JSON_KIND: Kind = { name: 'JSON', contentType: /^application\/(?:[\w.-]+\+)?json\b/i };

const itemSchema = z.object({ paper: z.object({ id: z.string(), title: z.string().min(1) }) });

/** Hugging Face's daily papers: `GET /api/daily_papers`, 500 calls in five minutes. */
export const huggingFaceSource: Source = {
  title: 'Hugging Face',
  // Some are left to a browser on the same network.
  rate: { count: 450, perMs: 300_000 },
  accept: 'application/json',
  begins: '2023-01-01',
  settleDays: 2,
  // There are none at weekends.
  whenEmpty: null,
  fileName: ({ name }, page) => `${name}${page === 1 ? '' : `-${padPage(page)}`}.json`,
  check: checkDailyPapers,
};

/** The papers of a day (`date`), a week (`week`, `YYYY-Www`) or a month (`month`, `YYYY-MM`). */
export function huggingFaceSlice(
  base: string,
  key: 'date' | 'week' | 'month',
  value: string,
  lastDay: string,
): Slice {
  return {
    name: `${value}-hugging-face`,
    lastDay,
    url: (cursor) => `${base}/api/daily_papers?${key}=${value}&p=${cursor}&limit=${LIMIT}`,
  };
}

function checkDailyPapers(answer: Answer, cursor: number): Page {
  const text = textOfAnswer(answer, JSON_KIND);
  let items: unknown;
  try {
    items = JSON.parse(text);
  } catch (error) {
    throw brokenAnswer(JSON_KIND, error);
  }
  if (!Array.isArray(items)) throw noList(`${kindOf(items)} ${quote(text)}`);
  const wrong = items.findIndex((item) => !itemSchema.safeParse(item).success);
  if (wrong >= 0) throw noList(`item ${wrong + 1} without the id or the title of its paper`);
  const isMore = items.length >= LIMIT || /;\s*rel="?next\b/.test(answer.headers.get('link') ?? '');
  return { records: items.length, next: isMore && items.length > 0 ? cursor + 1 : null };
}

function noList(got: string): FetchError {
  return new FetchError({
    got: `${got} in place of a list of papers`,
    advice:
      'The source is another one or has changed: open the address in a browser, and check --from.',
  });
}

function kindOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? 'an object' : 'a single value';
}
