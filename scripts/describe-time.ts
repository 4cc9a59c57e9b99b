import type { Paper } from '../src/core/paper/paper.ts';
import type { WrittenPaper } from '../src/core/text/written-forms.ts';
import { typicalTerms } from '../src/core/topics/typical-terms.ts';
import type { Site, TopicPage } from '../src/site-data.ts';
import { arrivalDate } from '../src/time/time-pages.ts';
import { placeOnAxis, timeAxis } from '../src/time/timeline.ts';
import type { NamedTopics } from './compose-topics.ts';

/** The collection over time: the axis, or null where dates do not allow one, and each topic on it. */
export interface DescribedTime {
  readonly time: Site['time'];
  /** By topic, aligned with the axis; empty without one. */
  readonly ofTopic: readonly TopicPage['time'][];
}

/** Counts the papers of each topic by month or year, and finds what was typical of it then. */
export function describeTime(
  { model, topics, curated }: NamedTopics,
  papers: readonly Paper[],
  prose: readonly WrittenPaper[],
): DescribedTime {
  const dates = papers.map(arrivalDate);
  const axis = timeAxis(dates);
  if (axis === null) return { time: null, ofTopic: topics.map(() => []) };
  const { topicOf } = curated;
  const periodCount = axis.periods.length;
  const periodOf = Int32Array.from(dates, (date) => placeOnAxis(axis, date));
  const { vocabulary } = model.vectors;
  const terms = typicalTerms({
    ...{ vocabulary, papers: prose },
    ...{ topicOf, topicCount: topics.length },
    ...{ periodOf, periodCount },
  });
  const totals = axis.periods.map(() => 0);
  const counts = topics.map(() => axis.periods.map(() => 0));
  periodOf.forEach((period, row) => {
    if (period < 0) return;
    totals[period]! += 1;
    counts[topicOf[row]!]![period]! += 1;
  });
  return {
    time: {
      unit: axis.unit,
      periods: axis.periods.map((period, at) => ({ period, papers: totals[at]! })),
    },
    ofTopic: topics.map((_, topic) =>
      counts[topic]!.map((count, at) => ({ papers: count, terms: terms[topic]![at]! })),
    ),
  };
}
