import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CURVE_BOX, recurrenceCurve } from '../../src/topics/recurrence-curve.ts';
import type { Site } from '../../src/site-data.ts';

const model = (recurrences: number[], asked: number | null = null): Site['model'] => ({
  terms: 10,
  dimensions: 2,
  runs: 40,
  seed: 1,
  asked,
  recurrences,
  leastRecurrence: 0.5,
  drift: null,
});

const takenOf = (curve: ReturnType<typeof recurrenceCurve>) =>
  curve.points.map(({ isTaken }) => isTaken);

describe('recurrenceCurve(model, topicCount)', () => {
  it('takes what reaches the least recurrence, whatever the number of topics', () => {
    const curve = recurrenceCurve(model([0.9, 0.5, 0.49]), 7);
    expect(takenOf(curve)).toEqual([true, true, false]);
    expect(curve.takenCount).toBe(2);
  });

  it('takes as many as there are topics where their number was set', () => {
    expect(takenOf(recurrenceCurve(model([0.9, 0.5, 0.4], 1), 1))).toEqual([true, false, false]);
    expect(recurrenceCurve(model([0.9, 0.5, 0.4], 9), 9).takenCount).toBe(3);
  });

  it('sets 1 at the top, 0 at the bottom, and the cut between two candidates', () => {
    const { points, cutX } = recurrenceCurve(model([1, 0]), 1);
    expect(points.map(({ y }) => y)).toEqual([CURVE_BOX.top, CURVE_BOX.bottom]);
    expect(cutX).toBe((points[0]!.x + points[1]!.x) / 2);
  });

  it('keeps everything inside the field, and marks at most eight ranks', () => {
    const recurrences = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(recurrences, fc.nat(500), (values, topics) => {
        const { points, cutX, thresholdY, xTicks } = recurrenceCurve(model(values, topics), topics);
        const { left, right, top, bottom } = CURVE_BOX;
        for (const x of [cutX, ...points.map((point) => point.x), ...xTicks.map(({ at }) => at)]) {
          expect(x >= left && x <= right).toBe(true);
        }
        for (const y of [thresholdY, ...points.map((point) => point.y)]) {
          expect(y >= top && y <= bottom).toBe(true);
        }
        expect(xTicks.length).toBeLessThanOrEqual(8);
      }),
    );
  });

  it.each([
    [5, ['1', '2', '3', '4', '5']],
    [17, ['5', '10', '15']],
    [90, ['20', '40', '60', '80']],
    [300, ['50', '100', '150', '200', '250', '300']],
  ])('marks round ranks of %i candidates', (count, labels) => {
    const { xTicks } = recurrenceCurve(model(new Array<number>(count).fill(0.6)), count);
    expect(xTicks.map(({ label }) => label)).toEqual(labels);
  });
});
