import type {
  SearchOffers,
  SearchTable,
  WrittenTopic,
  WrittenValue,
} from '../../search/search-data.ts';
import type { FacetValue } from './facets.ts';

/** A topic as a value of its facet, with its sign. */
export interface TopicValue extends FacetValue {
  readonly mark: WrittenTopic['mark'];
}

/** What is known of all papers at once. */
export interface PaperTable {
  readonly offers: SearchOffers;
  readonly paperCount: number;
  /** A day, month or year by row; null where unknown. */
  readonly dates: readonly (string | null)[];
  /** Index of the topic by row. */
  readonly topicOf: Uint16Array;
  readonly topic: readonly TopicValue[];
  /** Empty in a collection without areas. */
  readonly area: readonly FacetValue[];
  /** The newest first. */
  readonly year: readonly FacetValue[];
  /** One value, or none where no paper has a link to code. */
  readonly code: readonly FacetValue[];
}

/** Unpacks the table of papers, and makes of it the facets that follow from it. */
export function readTable(table: SearchTable): PaperTable {
  const { paperCount, facets, orders, dates, topics, areas, code } = table;
  const topic = topics.map((written) => ({ ...readValue(written), mark: written.mark }));
  const topicOf = new Uint16Array(paperCount);
  for (const [index, { rows }] of topic.entries()) for (const row of rows) topicOf[row] = index;
  const dateOf = dates.flatMap(([date, count]) => Array.from({ length: count }, () => date));
  const years = Map.groupBy(dateOf.keys(), (row) => dateOf[row]?.slice(0, 4));
  return {
    offers: { facets, orders },
    paperCount,
    dates: dateOf,
    topicOf,
    topic,
    area: areas.map(({ id, label }, index) => {
      const rows = topic.flatMap((value, at) =>
        topics[at]?.area === index ? [...value.rows] : [],
      );
      return { id, label, rows: Uint32Array.from(rows) };
    }),
    year: [...years].flatMap(([year, rows]) =>
      year === undefined ? [] : [{ id: year, label: year, rows: Uint32Array.from(rows) }],
    ),
    code: code.length > 0 ? [readValue({ id: 'yes', label: 'Has code', rows: code })] : [],
  };
}

/** Unpacks a value of a facet. */
export function readValue({ id, label, rows }: WrittenValue): FacetValue {
  let row = 0;
  return { id, label, rows: Uint32Array.from(rows, (distance) => (row += distance)) };
}
