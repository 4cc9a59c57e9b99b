// The measures of the model as it is built, in a process of its own: sample, topics.
import { evaluateTopics } from '../../src/core/topics/evaluate-topics.ts';
import { readSample } from './corpus.ts';
import { report } from './report.ts';

const [file, topics] = process.argv.slice(2) as [string, string];
const measures = await Promise.resolve(
  evaluateTopics(await readSample(file), Number(topics), [1, 1_000_001, 2_000_001]),
);
const { ami, ari, seedAri, knnAccuracy } = measures;
report({
  seconds: {},
  numbers: { ami: ami!, ari: ari!, seedAri: seedAri!, knnAccuracy: knnAccuracy! },
});
