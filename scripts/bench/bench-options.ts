import { parseArgs } from 'node:util';

/** What is measured: vectors and quality against scikit-learn, the other two by themselves. */
export const MEASURES = ['vectors', 'related', 'model', 'quality'] as const;
export type Measure = (typeof MEASURES)[number];

/** What `npm run bench` is asked for. */
export interface BenchOptions {
  /** JSON lines, plain or gzip; none for the corpora at hand. */
  readonly files: readonly string[];
  /** Numbers of papers, every nth of a file; none for those that suit its length. */
  readonly papers: readonly number[];
  /** The number of clusters; null for what suits the number of papers or labels. */
  readonly k: number | null;
  readonly dimensions: number;
  /** How often the vectors are measured; the fastest counts. */
  readonly runs: number;
  readonly only: readonly Measure[];
}

/** What `--help` prints. */
export const USAGE = `Usage: npm run bench -- [FILE ...] [options]

Measures the topics on papers and, where it is installed, scikit-learn on the same ones.
FILE holds JSON lines, plain or gzip: title, abstract and perhaps label. Without one, the *.jsonl.gz in
../shared/corpora are taken.

  --papers N[,N]    numbers of papers, every nth of the file (10000,100000 as far as it goes)
  --k N             clusters (the number of labels; else 60, from 50,000 papers on 200)
  --dimensions N    dimensions of the vectors in the comparison (100)
  --runs N          times that the vectors are measured; the fastest counts (3)
  --only LIST       some of ${MEASURES.join(',')} (all; quality needs labels)
  --help            this text`;

/** The options of `npm run bench`; null for `--help`. Throws RangeError and TypeError in words. */
export function parseBenchOptions(args: readonly string[]): BenchOptions | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      papers: { type: 'string' },
      k: { type: 'string' },
      dimensions: { type: 'string', default: '100' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  return {
    files: positionals,
    papers: values.papers?.split(',').map((count) => parseCount('--papers', count)) ?? [],
    k: values.k === undefined ? null : parseCount('--k', values.k),
    dimensions: parseCount('--dimensions', values.dimensions),
    runs: parseCount('--runs', values.runs),
    only: values.only?.split(',').map(parseMeasure) ?? MEASURES,
  };
}

/** Sizes that are measured of a file where none are asked for: 10,000 and 100,000, or all. */
export function sizesOf(total: number, asked: readonly number[]): number[] {
  const wanted = asked.length > 0 ? asked : [10_000, 100_000].filter((size) => size <= total);
  const sizes = wanted.map((size) => Math.min(size, total));
  return sizes.length > 0 ? [...new Set(sizes)].sort((a, b) => a - b) : [total];
}

/** A number of clusters for so many papers without labels. */
export function clustersFor(papers: number): number {
  if (papers >= 50_000) return 200;
  return Math.max(1, Math.min(60, Math.round(Math.sqrt(papers) * 0.6)));
}

function parseCount(option: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`${option}: expected a whole number from 1 on, got ${text}`);
  return count;
}

function parseMeasure(text: string): Measure {
  const measure = MEASURES.find((name) => name === text);
  if (measure === undefined)
    throw new RangeError(`--only: expected some of ${MEASURES.join(',')}, got ${text}`);
  return measure;
}
