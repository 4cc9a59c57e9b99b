// Sheaf's side of the comparison, in a process of its own: sample, dimensions, k, seeds, starts.
import { buildVocabulary } from '../../src/core/text/vocabulary.ts';
import { kMeans } from '../../src/core/topics/k-means.ts';
import { normalizeRows } from '../../src/core/topics/sparse-matrix.ts';
import { tfIdf } from '../../src/core/topics/tf-idf.ts';
import { truncatedSvd } from '../../src/core/topics/truncated-svd.ts';
import { nearestByAll } from './nearest-by-all.ts';
import { readSample } from './corpus.ts';
import { NEIGHBOURS } from './quality.ts';
import { report, Stopwatch } from './report.ts';

const [file, dimensions, k, seeds, starts] = process.argv.slice(2) as [string, ...string[]];
const papers = await readSample(file);
const watch = new Stopwatch();
const vocabulary = buildVocabulary(papers);
const matrix = tfIdf(vocabulary);
watch.lap('TF-IDF');
const runs: number[][] = [];
let neighbours: number[][] | null = null;
for (let seed = 1; seed <= Number(seeds); seed++) {
  const rows = normalizeRows(truncatedSvd(matrix, Number(dimensions), { seed }).scores);
  watch.lap('SVD');
  const { assignments } = kMeans(rows, Number(k), { restarts: Number(starts), seed });
  watch.lap('k-means');
  runs.push([...assignments]);
  // The plain comparison of times has one seed, and prints no neighbours.
  if (Number(seeds) > 1) neighbours ??= nearestByAll(rows, rows, NEIGHBOURS + 1);
}
report({
  seconds: watch.seconds,
  numbers: { terms: matrix.cols, entries: matrix.values.length },
  ...(neighbours && { runs, neighbours }),
});
