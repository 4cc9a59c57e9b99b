// The whole model from papers in memory to topics, names, reasons, related papers, map and lock, in a
// process of its own: sample, topics (a number or auto).
import { formatLock } from '../../src/core/topics/format-lock.ts';
import { composeTopics } from '../compose-topics.ts';
import { describePapers } from '../describe-papers.ts';
import { describeSubTopics } from '../describe-sub-topics.ts';
import { describeTime } from '../describe-time.ts';
import { describeTopics, lockTopics } from '../describe-topics.ts';
import { papersOf, readSample } from './corpus.ts';
import { report, Stopwatch } from './report.ts';

const SEED = 1;
const [file, asked] = process.argv.slice(2) as [string, string];
const prose = await readSample(file);
const papers = papersOf(prose);
const topics = asked === 'auto' ? 'auto' : Number(asked);
const watch = new Stopwatch();
const lap = (stage: string) => {
  watch.lap(stage);
};
const named = composeTopics(
  { papers, prose, topics, seed: SEED, curations: [], retiredPapers: [], lock: null, refit: false },
  lap,
);
const described = describePapers(prose, named, SEED, () => null, lap);
const subTopics = describeSubTopics(named, { papers, prose, seed: SEED, lock: null, refit: false });
lap('sub-topics');
const time = describeTime(named, papers, prose);
lap('time');
const shown = describeTopics(named, papers, prose, { subTopics, time });
lap('neighbours');
const lock = formatLock(lockTopics(named, papers, described, null));
lap('lock');
report({
  seconds: watch.seconds,
  numbers: {
    topics: shown.topics.length,
    areas: shown.areas.length,
    lockMegabytes: Math.round(lock.length / 1e4) / 100,
  },
});
