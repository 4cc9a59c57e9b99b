import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawNearby, LEAST_DISTANCE, PICTURE } from '../../src/map/related-map.ts';

const { width, height, margin } = PICTURE;

describe('drawNearby(positions)', () => {
  it('fills the picture, as the map has it', () => {
    expect(
      drawNearby([
        [0.2, 0.1],
        [0.5, 0.1],
        [0.2, 0.2],
      ]),
    ).toEqual([
      { x: margin, y: 73 },
      { x: width - margin, y: 73 },
      { x: margin, y: 167 },
    ]);
  });

  it('puts one alone in the middle', () => {
    expect(drawNearby([[0.9, 0.1]])).toEqual([{ x: width / 2, y: height / 2 }]);
  });

  it('keeps up to a dozen marks inside and off each other, wherever they lie', () => {
    const coordinate = fc.oneof(
      fc.constantFrom(0, 0.5, 1),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 12 }),
        (some) => {
          const points = drawNearby(some);
          for (const [index, { x, y }] of points.entries()) {
            expect(x).toBeGreaterThanOrEqual(margin);
            expect(x).toBeLessThanOrEqual(width - margin);
            expect(y).toBeGreaterThanOrEqual(margin);
            expect(y).toBeLessThanOrEqual(height - margin);
            for (const other of points.slice(index + 1)) {
              expect(Math.hypot(other.x - x, other.y - y)).toBeGreaterThan(LEAST_DISTANCE - 6);
            }
          }
        },
      ),
    );
  });
});
