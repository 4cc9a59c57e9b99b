import { type ElementLines, elementLines } from '../json.ts';
import type { DigestNotes, DigestRecord, DigestShape } from './digest.ts';
import { isRepr, readItem } from './hugging-face-item.ts';
import { type ApiItem, findItems } from './hugging-face-items.ts';
import { ProblemList } from './problem-list.ts';
import { readJsonText, WRITE_JSON } from './read-json.ts';

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

function parseAnswer(text: string, notes: DigestNotes) {
  const json = readJsonText(text);
  const { items, date } = findItems(json);
  const problems = new ProblemList();
  const records: DigestRecord[] = [];
  const lineOf = literalLines(text);
  for (const item of items) {
    const read = readItem(item.value);
    const lines = json.linesOf(item.pointer);
    if (typeof read === 'string') {
      const advice = isRepr(item.value) ? WRITE_JSON : FETCH_AGAIN;
      problems.add({
        line: lineOf(item) ?? lines.line,
        expected: `a paper at ${item.pointer || '/'}`,
        got: read,
        advice,
      });
    } else {
      const listed = item.listed ?? read.listed;
      records.push({ ...read, ...lines, listed, pointer: item.pointer });
    }
  }
  const { title, curator } = notes;
  const days = new Set(records.map(({ listed }) => listed));
  const [only = null] = days.size === 1 ? days : [];
  return problems.finish({
    shape: NAME,
    title,
    date: notes.date ?? date ?? only,
    curator,
    records,
  });
}

/** Finds the line of an item that is a text or a number in place of an object; null for other items. */
function literalLines(text: string): (item: ApiItem) => number | null {
  const linesOfList = new Map<string, ElementLines[]>();
  return ({ value, pointer }) => {
    if (typeof value === 'object' && value !== null) return null;
    const end = pointer.lastIndexOf('/');
    const list = pointer.slice(0, end);
    const lines = linesOfList.get(list) ?? elementLines(text, list.split('/').slice(1));
    linesOfList.set(list, lines);
    return lines[Number(pointer.slice(end + 1))]?.line ?? null;
  };
}
