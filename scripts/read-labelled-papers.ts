import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { decodeText } from '../src/core/digest/decode-text.ts';
import { InputError, type LocatedProblem, quote } from '../src/core/input-error.ts';
import type { LabelledPaper } from '../src/core/topics/evaluate-topics.ts';
import { type Files, locate, readBytes } from './read-input.ts';

const paperSchema = z.object({
  title: z.string(),
  abstract: z.string().nullish(),
  label: z.string().nullish(),
});

const EXPECTED_PAPER = {
  expected: 'a line of JSON with title, abstract and perhaps label, all texts',
  advice: 'Write one paper a line: {"title": "…", "abstract": "…"}.',
};

/** Of a file of another kind every line is wrong: the first of them tell as much. */
const MOST_PROBLEMS = 20;

/**
 * The papers of a file of JSON lines, plain or gzip. Throws InputError for a file that can't be read, for one
 * without papers, and with the first of all lines that are none.
 */
export async function readLabelledPapers(path: string, files: Files): Promise<LabelledPaper[]> {
  const text = await readText(path, files);
  const problems: LocatedProblem[] = [];
  const papers: LabelledPaper[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const paper = parsePaper(line);
    if (paper !== null) papers.push(paper);
    else problems.push({ path, line: index + 1, ...EXPECTED_PAPER, got: quote(line) });
  }
  if (papers.length === 0 && problems.length === 0) {
    problems.push({ path, line: 1, ...EXPECTED_PAPER, got: 'no line' });
  }
  if (problems.length > 0) throw new InputError(firstOf(problems));
  return papers;
}

async function readText(path: string, files: Files): Promise<string> {
  const bytes = await readBytes(path, files);
  if (bytes === null) {
    throw unreadable(path, 'no such file', 'Name one that is there.');
  }
  const plain = unpack(path, bytes);
  return plain.length === 0 ? '' : locate(path, () => decodeText(plain, 'papers as JSON lines'));
}

function unpack(path: string, bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes);
  } catch (error) {
    const got = `gzip that is damaged or breaks off (${(error as Error).message})`;
    throw unreadable(path, got, 'Compress or download it anew.');
  }
}

function unreadable(path: string, got: string, advice: string): InputError {
  return new InputError([{ path, line: 1, expected: 'papers as JSON lines', got, advice }]);
}

function parsePaper(line: string): LabelledPaper | null {
  try {
    const { title, abstract, label } = paperSchema.parse(JSON.parse(line));
    return { title, abstract: abstract ?? '', label: label ?? null };
  } catch {
    return null;
  }
}

function firstOf(problems: readonly LocatedProblem[]): LocatedProblem[] {
  const first = problems.slice(0, MOST_PROBLEMS);
  const last = first.at(-1)!;
  const left = problems.length - first.length;
  return left === 0
    ? first
    : [...first.slice(0, -1), { ...last, got: `${last.got}, and ${left} such lines more` }];
}
