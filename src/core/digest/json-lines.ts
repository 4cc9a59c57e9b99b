import { quote } from '../input-error.ts';
import { isObject } from '../json-object.ts';
import type { Digest, DigestNotes, DigestShape } from './digest.ts';
import { isPaperLike } from './json-papers.ts';
import { isPythonRepr, jsonAdvice } from './json-records.ts';
import { draftOf, oversize } from './loose-paper.ts';
import { openAlexPapers } from './open-alex.ts';
import { type Drafted, toRecord } from './paper-draft.ts';
import { RecordList } from './record-list.ts';
import { semanticScholarPapers } from './semantic-scholar.ts';
import { textLines } from './text-lines.ts';

const SAMPLE = 20_000;

/** JSON Lines: one paper a line, as crawlers of arXiv and its own metadata dump have them. */
export const jsonLines: DigestShape = {
  name: 'json-lines',
  source: null,
  looksLike: 'a JSON object a line: {"id": …, "title": …, "authors": […], "summary": …}',
  detect(text) {
    const lines = beginningLines(text);
    if (lines.length === 0 || !lines.every((line) => line.startsWith('{'))) return 0;
    if (lines.every(isPythonRepr)) return lines.every((line) => line.includes("'title'")) ? 0.8 : 0;
    const papers = lines.filter((line, at) => {
      const value = parseLine(line);
      // The last line may be cut by the end of what is looked at.
      if (value === undefined) return at === lines.length - 1 && at > 0;
      return isObject(value) && (isPaperLike(value) || openAlexPapers.isPaper(value));
    });
    if (lines.length === 1 && text.length <= SAMPLE) return papers.length === 1 ? 0.6 : 0;
    return papers.length > lines.length / 2 ? 0.9 : 0;
  },
  parse: parseJsonLines,
};

function beginningLines(text: string): string[] {
  const lines = text.slice(0, SAMPLE).split('\n', 20);
  return lines.map((line) => line.trim()).filter(Boolean);
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

function parseJsonLines(text: string, notes: DigestNotes): Digest {
  const list = new RecordList();
  for (const { line, text: source } of textLines(text)) {
    if (source.trim() === '') continue;
    if (!list.hasRoomFor(line)) break;
    list.add(readLine(source, line));
  }
  return list.toDigest('json-lines', notes);
}

function readLine(source: string, line: number): Drafted {
  const value = parseLine(source);
  if (!isObject(value)) {
    const got = quote(source);
    const advice = jsonAdvice(source);
    return { record: null, problem: { line, expected: 'a JSON object', got, advice } };
  }
  const tooMuch = oversize(value);
  if (tooMuch !== null) {
    return {
      record: null,
      problem: { line, ...tooMuch, advice: 'Shorten it, or remove the line.' },
    };
  }
  const special = [openAlexPapers, semanticScholarPapers].find(({ isPaper }) => isPaper(value));
  return toRecord((special?.draft ?? draftOf)(value), { line, endLine: line, pointer: null });
}
