import { describe, expect, it } from 'vitest';
import { groupTopics } from '../../../src/core/topics/group-topics.ts';
import { RandomNumbers } from '../../../src/core/topics/random-numbers.ts';
import { dense } from './matrices.ts';
import { plantedRows } from './planted-rows.ts';

const ones = (count: number) => new Array<number>(count).fill(1);

/** Ward's method by its definition: merges the two groups of which one mean costs least, over and over. */
function wardByDefinition(points: number[][], weights: number[], groups: number): number[][] {
  const members = points.map((_, point) => [point]);
  const mean = (group: number[]) => {
    const total = group.reduce((sum, point) => sum + weights[point]!, 0);
    return points[0]!.map(
      (_, i) => group.reduce((sum, point) => sum + weights[point]! * points[point]![i]!, 0) / total,
    );
  };
  const squares = (group: number[]) => {
    const centre = mean(group);
    const square = (point: number) =>
      centre.reduce((sum, value, i) => sum + (points[point]![i]! - value) ** 2, 0);
    return group.reduce((sum, point) => sum + weights[point]! * square(point), 0);
  };
  while (members.length > groups) {
    let best = { left: 0, right: 1, cost: Infinity };
    members.forEach((a, left) => {
      members.slice(0, left).forEach((b, right) => {
        const cost = squares([...a, ...b]) - squares(a) - squares(b);
        if (cost < best.cost) best = { left, right, cost };
      });
    });
    const [gone] = members.splice(best.left, 1);
    members[best.right]!.push(...gone!);
  }
  return members.map((group) => group.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}

describe('groupTopics(centroids, sizes)', () => {
  it('cuts where the next merge costs most in proportion to the one before', () => {
    // Merges cost 1/2 · 1² = 0.5, then 1/2 · 2² = 2 (4 times it), then 2 · 2 / 4 · 10.5² = 110 (55
    // times): four topics make two areas or three, and two it is.
    expect([...groupTopics(dense([[0], [1], [10], [12]]), ones(4))]).toEqual([0, 0, 1, 1]);
  });

  it('weighs topics by their papers, and numbers areas by theirs', () => {
    // Merges cost 1/2 = 0.5, then 25/10 · 2² = 10 (20 times it), then 20/12 · 10.5² = 184 (18 times).
    expect([...groupTopics(dense([[0], [1], [10], [12]]), [1, 1, 5, 5])]).toEqual([2, 2, 0, 1]);
  });

  it.each([1, 2, 3])('merges as the definition says (seed %i)', (seed) => {
    const random = new RandomNumbers(seed);
    const points = Array.from({ length: 14 }, () => [random.getFloat(), random.getFloat()]);
    const weights = points.map(() => 1 + Math.floor(random.getFloat() * 9));
    // In 32 bits, as the centroids have them.
    const centroids = dense(points);
    const areaOf = [...groupTopics(centroids, weights)];
    const areas = Math.max(...areaOf) + 1;
    const groups = Array.from({ length: areas }, (_, area) =>
      [...areaOf.keys()].filter((topic) => areaOf[topic] === area),
    );
    expect(groups.sort((a, b) => a[0]! - b[0]!)).toEqual(wardByDefinition(points, weights, areas));
  });

  it('finds the areas that topics come in', () => {
    // Of 36 topics 1.2 · 6 = 7 to 1.7 · 6 = 10 areas.
    const areaOf = groupTopics(plantedRows(9, 4, { spread: 0.3, seed: 1 }), ones(36));
    expect(new Set([...areaOf].map((area, topic) => `${area} ${topic % 9}`)).size).toBe(9);
    expect(new Set(areaOf).size).toBe(9);
  });

  it('makes from 1.2 to 1.7 times the root of the topics, at most 25, the largest first', () => {
    const random = new RandomNumbers(5);
    for (const topics of [1, 2, 3, 4, 9, 26, 60, 150, 400]) {
      const points = Array.from({ length: topics }, () => [random.getFloat(), random.getFloat()]);
      const sizes = points.map(() => 1 + Math.floor(random.getFloat() * 50));
      const areaOf = groupTopics(dense(points), sizes);
      const areas = new Set(areaOf).size;
      expect(Math.max(...areaOf) + 1).toBe(areas);
      expect(areas).toBeGreaterThanOrEqual(
        Math.min(topics, Math.max(2, Math.min(20, Math.round(1.2 * Math.sqrt(topics))))),
      );
      expect(areas).toBeLessThanOrEqual(
        Math.min(topics, Math.max(2, Math.min(25, Math.round(1.7 * Math.sqrt(topics))))),
      );
      const papers = new Array<number>(areas).fill(0);
      areaOf.forEach((area, topic) => (papers[area]! += sizes[topic]!));
      expect(papers).toEqual(papers.toSorted((a, b) => b - a));
    }
  });

  it('groups topics of one centre', () => {
    const areaOf = groupTopics(dense(Array.from({ length: 9 }, () => [1, 0])), ones(9));
    expect(Math.max(...areaOf)).toBeLessThanOrEqual(4);
  });
});
