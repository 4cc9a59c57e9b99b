import { quote } from '../input-error.ts';
import { isObject } from '../json-object.ts';
import type { DigestShape } from './digest.ts';
import { DigestError } from './digest-error.ts';
import { EntryCollector, type EntryDraft } from './entry-draft.ts';
import { readMarkdownRows } from './markdown-table.ts';
import { LONGEST_MARKDOWN } from './markdown-tree.ts';

const ROW = /^\{\s*"(?:[^"\\]|\\.){1,200}"\s*:\s*\{\s*"[^"\\\s]{4,40}"\s*:\s*"(?:\||- )/;
const HEAD = ['Publish Date', 'Title', 'Authors', 'PDF', 'Code'];

/** The JSON beside a table of links: topic, then id, then the row of the table. */
export const topicTableJson: DigestShape = {
  name: 'topic-table-json',
  source: null,
  looksLike:
    'JSON: {"Topic": {"2604.00002": "|**2026-04-22**|**Title**|Author et.al.|[id](…)|…|"}}',
  detect: (text) => (ROW.test(text.slice(0, 4000).trimStart()) ? 0.95 : 0),
  parse(text, notes) {
    const collector = new EntryCollector();
    const lineOf = lineFinder(text);
    for (const [topic, papers] of Object.entries(parseTopics(text))) {
      const topicPointer = `/${escapePointer(topic)}`;
      lineOf(topic);
      const rows: { id: string; row: string; line: number }[] = [];
      for (const [id, row] of Object.entries(isObject(papers) ? papers : {})) {
        const line = lineOf(id);
        const trimmed = typeof row === 'string' ? row.trim() : '';
        if (/^\|[^\n\r]*\|$/.test(trimmed)) rows.push({ id, row: trimmed, line });
        else collector.problems.add(notARow(line, row));
      }
      const drafts = readMarkdownRows(HEAD, rows, topic);
      drafts.forEach((draft, at) => collector.add(placed(draft, rows[at]!, topicPointer)));
    }
    return collector.finish('topic-table-json', notes, null, 'topics, each with rows of a table');
  },
};

function placed(draft: EntryDraft, { id }: { id: string }, topicPointer: string): EntryDraft {
  draft.pointer = `${topicPointer}/${escapePointer(id)}`;
  draft.add('id', id);
  return draft;
}

function notARow(line: number, row: unknown) {
  const got = typeof row === 'string' ? quote(row) : 'no text';
  const advice = 'Write the row as |date|title|authors|link|code|, or remove it.';
  return { line, expected: 'a row of a Markdown table', got, advice };
}

function parseTopics(text: string): Readonly<Record<string, unknown>> {
  if (text.length > LONGEST_MARKDOWN) {
    const expected = `JSON of at most ${LONGEST_MARKDOWN.toLocaleString('en')} characters`;
    const got = `${text.length.toLocaleString('en')} characters`;
    throw new DigestError([{ line: 1, expected, got, advice: 'Split the file by its topics.' }]);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const got = error.message.replace(/\s+/g, ' ').slice(0, 200);
    const advice = 'Correct the JSON, or save the file again.';
    throw new DigestError([{ line: 1, expected: 'a digest in JSON', got, advice }]);
  }
  const advice = 'Save the file again.';
  throw new DigestError([{ line: 1, expected: 'a map of topics', got: 'another value', advice }]);
}

/** Finds the lines of keys in their order in the file; each look begins where the last one ended. */
function lineFinder(text: string): (key: string) => number {
  let at = 0;
  let line = 1;
  return (key) => {
    const found = text.indexOf(JSON.stringify(key), at);
    if (found < 0) return line;
    for (let next = text.indexOf('\n', at); next >= 0 && next < found;) {
      line += 1;
      next = text.indexOf('\n', next + 1);
    }
    at = found;
    return line;
  };
}

function escapePointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
