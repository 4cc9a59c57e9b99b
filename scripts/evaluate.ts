import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { InputError, type LocatedProblem, quote } from '../src/core/input-error.ts';
import { evaluateTopics, type LabelledPaper } from '../src/core/topics/evaluate-topics.ts';
import type { Effects } from './effects.ts';

/** What `sheaf evaluate` is asked for. */
export interface EvaluateOptions {
  /** JSON lines, plain or gzip, with `title`, `abstract` and perhaps `label`. */
  readonly file: string;
  /** The number of topics; `auto` leaves it to the model. */
  readonly k: 'auto' | number;
  /** How many seeds are compared. */
  readonly seeds: number;
}

const paperSchema = z.object({
  title: z.string(),
  abstract: z.string().nullish(),
  label: z.string().nullish(),
});

/** Measures the topic model on a file of papers and prints one JSON object. Throws InputError. */
export async function evaluate(
  { file, k, seeds }: EvaluateOptions,
  effects: Effects,
): Promise<void> {
  const papers = await readPapers(file, effects);
  const seconds: Record<string, number> = {};
  let last = effects.now();
  const lap = (stage: string) => {
    const now = effects.now();
    seconds[stage] = Math.round((now - last) / 10) / 100;
    last = now;
  };
  const seedList = Array.from({ length: seeds }, (_, seed) => 1 + seed * 1_000_000);
  const evaluation = evaluateTopics(papers, k, seedList, lap);
  lap('measures');
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  effects.log(JSON.stringify({ ...evaluation, seconds, peakRssMb }, null, 1));
}

async function readPapers(path: string, effects: Effects): Promise<LabelledPaper[]> {
  const bytes = await effects.readFile(path);
  const problems: LocatedProblem[] = [];
  const papers: LabelledPaper[] = [];
  if (bytes !== null) {
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = new TextDecoder().decode(isGzip ? gunzipSync(bytes) : bytes);
    text.split('\n').forEach((line, index) => {
      if (line.trim() === '') return;
      const paper = parsePaper(line);
      if (paper !== null) papers.push(paper);
      else problems.push({ path, line: index + 1, ...EXPECTED_PAPER, got: quote(line) });
    });
  }
  if (papers.length === 0 && problems.length === 0) {
    const got = bytes === null ? 'no such file' : 'no line';
    problems.push({ path, line: 1, ...EXPECTED_PAPER, got });
  }
  if (problems.length > 0) throw new InputError(problems);
  return papers;
}

const EXPECTED_PAPER = {
  expected: 'a line of JSON with title, abstract and perhaps label, all texts',
  advice: 'Write one paper a line: {"title": "…", "abstract": "…"}.',
};

function parsePaper(line: string): LabelledPaper | null {
  try {
    const { title, abstract, label } = paperSchema.parse(JSON.parse(line));
    return { title, abstract: abstract ?? '', label: label ?? null };
  } catch {
    return null;
  }
}
