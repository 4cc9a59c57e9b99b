import { evaluateTopics } from '../src/core/topics/evaluate-topics.ts';
import type { Effects } from './effects.ts';
import { readLabelledPapers } from './read-labelled-papers.ts';

/** What `sheaf evaluate` is asked for. */
export interface EvaluateOptions {
  /** JSON lines, plain or gzip, with `title`, `abstract` and perhaps `label`. */
  readonly file: string;
  /** The number of topics; `auto` leaves it to the model. */
  readonly k: 'auto' | number;
  /** How many seeds are compared. */
  readonly seeds: number;
}

/** Measures the topic model on a file of papers and prints one JSON object. Throws InputError. */
export async function evaluate(
  { file, k, seeds }: EvaluateOptions,
  effects: Effects,
): Promise<void> {
  const papers = await readLabelledPapers(file, effects);
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
