// The whole model from papers in memory, in a process of its own: sample, topics (a number or auto).
import { modelTopics } from '../../src/core/topics/model-topics.ts';
import { readSample } from './corpus.ts';
import { report, Stopwatch } from './report.ts';

const [file, topics] = process.argv.slice(2) as [string, string];
const papers = await readSample(file);
const watch = new Stopwatch();
// Awaited also where it is not asynchronous.
const model = await Promise.resolve(
  modelTopics(papers, { topics: topics === 'auto' ? 'auto' : Number(topics), seed: 1 }, (stage) => {
    watch.lap(stage);
  }),
);
watch.lap('rest');
report({ seconds: watch.seconds, numbers: { topics: model.centroids.rows } });
