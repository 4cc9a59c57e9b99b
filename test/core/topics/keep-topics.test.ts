import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusterPapers, type PaperClusters } from '../../../src/core/topics/cluster-papers.ts';
import {
  agreementOf,
  type EarlierPartition,
  keepTopics,
  refitTopics,
} from '../../../src/core/topics/keep-topics.ts';
import { dense, rowsOf } from './matrices.ts';
import { plantedRows } from './planted-rows.ts';

/** An earlier partition from the topic of each paper, -1 for one that was not there. */
function earlierOf(
  topicOf: readonly number[],
  topics = Math.max(...topicOf) + 1,
): EarlierPartition {
  return { topics, topicOf: Int32Array.from(topicOf) };
}

const fresh = (...assignments: number[]) => ({
  assignments: Uint32Array.from(assignments),
  centroids: dense(Array.from({ length: Math.max(...assignments) + 1 }, () => [1])),
});

describe('keepTopics(rows, fresh, earlier)', () => {
  const THEMES = 5;
  const rows = plantedRows(THEMES, 40, { spread: 0.5, seed: 1 });
  const clusters = clusterPapers(rows, THEMES, 1);
  const themes = Array.from({ length: rows.rows }, (_, row) => row % THEMES);

  it('keeps the topics of papers that were there, and puts new ones beside the nearest', () => {
    const earlier = earlierOf(themes.map((theme, row) => (row < 150 ? theme : -1)));
    const kept = keepTopics(rows, clusters, earlier);
    expect([...kept.assignments]).toEqual(themes);
    expect(kept.cameFrom).toEqual([0, 1, 2, 3, 4]);
    for (const centre of rowsOf(kept.centroids)) expect(Math.hypot(...centre)).toBeCloseTo(1, 5);
  });

  it('makes a topic of a new theme that only new papers have, and moves no other', () => {
    const earlier = earlierOf(themes.map((theme) => (theme === 4 ? -1 : theme)));
    const kept = keepTopics(rows, clusters, earlier);
    expect(kept.cameFrom).toEqual([0, 1, 2, 3, null]);
    expect([...kept.assignments]).toEqual(themes);
  });

  it('makes a topic of a new theme also where it outnumbers the topic nearest to it', () => {
    // Three old papers at [1, 0, 0], thirty at [0, 1, 0], and ten new ones nearer to the first.
    const themeOf = [0, 0, 0, ...Array<number>(30).fill(1), ...Array<number>(10).fill(2)];
    const axes = [
      [1, 0, 0],
      [0, 1, 0],
      [0.6, 0, 0.8],
    ];
    const anew: PaperClusters = {
      assignments: Uint32Array.from(themeOf),
      centroids: dense(axes),
      stability: Float64Array.of(1, 1, 1),
      stabilityOf: (_, count) => new Float64Array(count),
      runs: 0,
      recurrences: [],
      leastRecurrence: 0,
    };
    const earlier = earlierOf(themeOf.map((theme) => (theme === 2 ? -1 : theme)));
    const kept = keepTopics(dense(themeOf.map((theme) => axes[theme]!)), anew, earlier);
    expect(kept.cameFrom).toEqual([0, 1, null]);
    expect([...kept.assignments]).toEqual(themeOf);
  });

  it('ends a topic of which no paper is left, and numbers on without it', () => {
    const earlier = earlierOf(
      themes.map((theme) => (theme < 2 ? theme : theme + 1)),
      7,
    );
    const kept = keepTopics(rows, clusters, earlier);
    expect(kept.cameFrom).toEqual([0, 1, 3, 4, 5]);
    expect([...kept.assignments]).toEqual(themes);
    expect(kept.centroids.rows).toBe(5);
  });

  it('leaves a theme in its topic where a topic of its own would move one paper in forty', () => {
    const earlier = earlierOf(themes.map((theme) => Math.min(theme, 3)));
    const kept = keepTopics(rows, clusters, earlier);
    expect(kept.cameFrom).toEqual([0, 1, 2, 3]);
    expect([...kept.assignments]).toEqual([...earlier.topicOf]);
  });

  it('lets a new theme take a few old papers along', () => {
    // Five of the theme's papers stood elsewhere: 5 of 165 are more than one in forty, 4 of 164 not.
    const before = (strays: number) =>
      earlierOf(themes.map((theme, row) => (theme < 4 ? theme : row < 5 * strays ? 0 : -1)));
    const kept = keepTopics(rows, clusters, before(4));
    expect(kept.cameFrom).toEqual([0, 1, 2, 3, null]);
    expect([...kept.assignments]).toEqual(themes);
    expect(keepTopics(rows, clusters, before(5)).cameFrom).toEqual([0, 1, 2, 3]);
  });

  it('never moves more than one in forty of the papers that were there, nor empties a topic', () => {
    const small = plantedRows(4, 20, { spread: 0.6, seed: 3 });
    const anew = clusterPapers(small, 4, 1);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 80, maxLength: 80 }),
        (topicOf) => {
          fc.pre(topicOf.some((topic) => topic >= 0));
          const { assignments, cameFrom, centroids } = keepTopics(
            small,
            anew,
            earlierOf(topicOf, 5),
          );
          const known = topicOf.filter((topic) => topic >= 0).length;
          const moved = topicOf.filter(
            (topic, paper) => topic >= 0 && cameFrom[assignments[paper]!] !== topic,
          );
          expect(moved.length).toBeLessThanOrEqual(known / 40);
          expect(new Set(assignments).size).toBe(cameFrom.length);
          expect(centroids.rows).toBe(cameFrom.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('refitTopics(fresh, earlier)', () => {
  it('gives each topic the name of the earlier one that is most like it, by the Jaccard index', () => {
    // {0, 1, 2} and {0, 1}: 2/3. {3, 4} and {2, 3, 4}: 2/3. {5} was not there.
    const { cameFrom, assignments } = refitTopics(
      fresh(0, 0, 0, 1, 1, 2),
      earlierOf([1, 1, 0, 0, 0, -1]),
    );
    expect(cameFrom).toEqual([1, 0, null]);
    expect([...assignments]).toEqual([0, 0, 0, 1, 1, 2]);
  });

  it('gives a name once, to the more like of two, of equal ones to the larger topic', () => {
    // Of eight papers {0 … 4} is 5/8 and {5, 6, 7} 3/8; of four the first half and the second 1/2.
    const parted = refitTopics(fresh(0, 0, 0, 0, 0, 1, 1, 1), earlierOf(Array<number>(8).fill(0)));
    expect(parted.cameFrom).toEqual([0, null]);
    expect(refitTopics(fresh(0, 0, 1, 1), earlierOf([0, 0, 0, 0])).cameFrom).toEqual([0, null]);
  });

  it('gives no name to a topic that shares less than two fifths with it', () => {
    // 1 / 2 at two papers, and 1 / 3 at three.
    expect(refitTopics(fresh(0, 1, 1, 1, 1, 1), earlierOf([0, 0, 0, 0, 0, 0])).cameFrom).toEqual([
      null,
      0,
    ]);
    const single = (others: number) =>
      refitTopics(
        fresh(0, ...Array.from({ length: others }, (_, i) => 1 + i)),
        earlierOf(Array<number>(others + 1).fill(0)),
      ).cameFrom[0];
    expect([single(1), single(2)]).toEqual([0, null]);
  });

  it('looks at the papers only that were there', () => {
    const { cameFrom } = refitTopics(
      fresh(0, 0, 0, 0, 0, 0, 0),
      earlierOf([0, -1, -1, -1, -1, -1, -1]),
    );
    expect(cameFrom).toEqual([0]);
  });
});

describe('agreementOf(kept, fresh)', () => {
  it('is 1 for the same partition in other numbers', () => {
    const rows = plantedRows(3, 10, { spread: 0.2, seed: 1 });
    const clusters = clusterPapers(rows, 3, 1);
    const earlier = earlierOf([...clusters.assignments].map((topic) => 2 - topic));
    expect(agreementOf(keepTopics(rows, clusters, earlier), clusters)).toBeCloseTo(1, 9);
  });
});
