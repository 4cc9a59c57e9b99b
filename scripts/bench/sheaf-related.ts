// How many of the nearest rows that Sheaf finds are the true ones, in a process of its own.
import { embedPapers } from '../../src/core/topics/embed-papers.ts';
import { nearestRows } from '../../src/core/topics/nearest-rows.ts';
import { zeros } from '../../src/core/topics/sparse-matrix.ts';
import { readSample } from './corpus.ts';
import { nearestByAll } from './nearest-by-all.ts';
import { recallOf } from './quality.ts';
import { report, Stopwatch } from './report.ts';

const RELATED = 8;
const COMPARED = 1000;
const SEED = 1;

const [file] = process.argv.slice(2) as [string];
const { rows } = embedPapers(await readSample(file), SEED);
const watch = new Stopwatch();
const found = nearestRows(rows, RELATED, { seed: SEED });
watch.lap('nearest');
const step = Math.max(1, Math.floor(rows.rows / COMPARED));
const sample = Array.from({ length: Math.ceil(rows.rows / step) }, (_, index) => index * step);
const queries = zeros(sample.length, rows.cols);
sample.forEach((row, index) => {
  queries.values.set(
    rows.values.subarray(row * rows.cols, (row + 1) * rows.cols),
    index * rows.cols,
  );
});
const true8 = nearestByAll(queries, rows, RELATED + 1).map((near, index) =>
  near.filter((row) => row !== sample[index]).slice(0, RELATED),
);
const found8 = sample.map((row) => [
  ...found.indices.subarray(row * RELATED, row * RELATED + found.counts[row]!),
]);
report({ seconds: watch.seconds, numbers: { recall: recallOf(found8, true8) } });
