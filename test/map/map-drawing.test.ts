import { describe, expect, it } from 'vitest';
import { drawMap } from '../../src/map/map-drawing.ts';
import { frameMap, type Place } from '../../src/map/map-frame.ts';
import { breakLabel } from '../../src/map/label-boxes.ts';
import { LABEL_SIZES, placeLabels } from '../../src/map/map-labels.ts';
import { marksPath, thinPlaces } from '../../src/map/map-marks.ts';
import { drawRegion } from '../../src/map/map-regions.ts';

const FRAME = { width: 1000, height: 800 };

/** Where the dots of a path lie. */
function dotsOf(path: string): Place[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/m(-?\d+)[ ]?(-?\d+)h0/g)].map(([, dx, dy]) => {
    [x, y] = [x + Number(dx), y + Number(dy)];
    return [x, y];
  });
}

describe('frameMap(positions)', () => {
  it('keeps the shape of what has no wide gaps, within its sheet', () => {
    const places = Array.from({ length: 11 }, (_, i): Place => [0.3 + i / 25, 0.2 + i / 50]);
    const frame = frameMap(places);
    const [first, last] = [frame.place(places[0]!), frame.place(places.at(-1)!)];
    expect(last[0] - first[0]).toBeCloseTo(930);
    expect(last[1] - first[1]).toBeCloseTo(465);
    expect(first[1]).toBeGreaterThanOrEqual(35);
    expect(last[1]).toBeLessThanOrEqual(frame.height - 35);
  });

  it('shortens empty bands, and keeps the order along both axes', () => {
    const { place } = frameMap([
      [0.1, 0.1],
      [0.12, 0.1],
      [0.9, 0.12],
    ]);
    const xs = [0.1, 0.12, 0.9].map((x) => place([x, 0.1])[0]);
    expect(xs[0]).toBeLessThan(xs[1]!);
    // 0.02 and 0.06 instead of 0.02 and 0.78.
    expect((xs[2]! - xs[1]!) / (xs[1]! - xs[0]!)).toBeCloseTo(3, 1);
  });

  it('puts one paper alone into the middle', () => {
    const frame = frameMap([[0.7, 0.2]]);
    expect(frame.place([0.7, 0.2])).toEqual([500, frame.height / 2]);
  });
});

describe('marksPath(places)', () => {
  it('has a dot at each place, and no other', () => {
    const places: Place[] = [
      [500, 400],
      [10, 20],
      [10, 20],
      [990, 3],
      [7, 799],
    ];
    const sorted = (list: readonly Place[]) => list.map(String).sort();
    expect(sorted(dotsOf(marksPath(places)))).toEqual(sorted(places));
  });
});

describe('thinPlaces(groups, most)', () => {
  const groups: Place[][] = [0, 1].map((group) =>
    Array.from({ length: 3000 }, (_, i) => [(i * 37) % 500, group * 400 + ((i * 91) % 300)]),
  );

  it('leaves all where there are few', () => {
    const few = groups.map((group) => group.slice(0, 2500));
    expect(thinPlaces(few, 6000)).toEqual(few);
  });

  it('rounds many to even numbers, and leaves one where some come to lie upon each other', () => {
    const even = (value: number) => value - (value % 2);
    const rounded = groups.map((group) => group.map(([x, y]) => `${even(x)},${even(y)}`));
    const thinned = thinPlaces(groups, 6000).map((group) => group.map(String).sort());
    expect(thinned).toEqual(rounded.map((group) => [...new Set(group)].sort()));
  });

  it('leaves at most so many of what was there, and some of each group', () => {
    const thinned = thinPlaces(groups, 500);
    expect(thinned.flat().length).toBeLessThanOrEqual(500);
    expect(thinned.flat().length).toBeGreaterThan(250);
    for (const [index, group] of thinned.entries()) {
      expect(group.length).toBeGreaterThan(0);
      const isNear = ([x, y]: Place) =>
        groups[index]!.some(([a, b]) => a - (a % 2) === x && b - (b % 2) === y);
      expect(group.every(isNear)).toBe(true);
    }
  });
});

describe('drawRegion(places, frame, options)', () => {
  const options = { bandwidth: 10, level: 0.2, leastIsland: 0.2 };
  const cloud = (x: number, y: number, count: number): Place[] =>
    Array.from({ length: count }, (_, i) => [x + (i % 7) * 3, y + (i % 5) * 3]);

  it('lies about the papers, its peak where most of them are', () => {
    const { outline, peak } = drawRegion(cloud(300, 200, 80), FRAME, options);
    expect(outline).toMatch(/^M\d/);
    expect(Math.hypot(peak[0] - 309, peak[1] - 206)).toBeLessThan(12);
  });

  it('leaves out what a few strays make', () => {
    const many = cloud(300, 200, 80);
    const islands = (places: Place[]) =>
      drawRegion(places, FRAME, options).outline.split('M').length - 1;
    expect(islands([...many, ...cloud(700, 600, 80)])).toBe(2);
    expect(islands([...many, ...cloud(700, 600, 3)])).toBe(1);
  });

  it('is there for one paper alone', () => {
    const { outline, peak } = drawRegion([[500, 400]], FRAME, options);
    expect(outline).not.toBe('');
    expect(Math.hypot(peak[0] - 500, peak[1] - 400)).toBeLessThan(9);
  });
});

describe('placeLabels(requests, frame)', () => {
  it('lets no two overlap at any size, within the sheet', () => {
    const requests = Array.from({ length: 40 }, (_, i) => ({
      text: `Topic of number ${i}`,
      at: [(i * 173) % 1000, (i * 311) % 800] as Place,
      scale: 1,
    }));
    const labels = placeLabels(requests, FRAME);
    for (const [step, size] of LABEL_SIZES.entries()) {
      const boxes = labels.flatMap((label) => {
        if (label === null || label.step > step) return [];
        const width = Math.max(...label.lines.map((line) => line.length)) * size * 0.5;
        return [{ x: label.at[0], y: label.at[1], width, height: label.lines.length * size }];
      });
      expect(boxes.length).toBeGreaterThan([5, 12, 16, 25][step]!);
      for (const [index, a] of boxes.entries()) {
        expect(a.x - a.width / 2).toBeGreaterThanOrEqual(0);
        expect(a.x + a.width / 2).toBeLessThanOrEqual(FRAME.width);
        for (const b of boxes.slice(index + 1)) {
          const isApart =
            Math.abs(a.x - b.x) * 2 >= a.width + b.width ||
            Math.abs(a.y - b.y) * 2 >= a.height + b.height;
          expect(isApart, `${index} at step ${step}`).toBe(true);
        }
      }
    }
  });

  it('has no place for the second of two that need the same room', () => {
    const request = { text: 'x'.repeat(90), at: [500, 20] as Place, scale: 1 };
    const [first, second] = placeLabels([request, request], { width: 1000, height: 18 });
    expect(first).not.toBeNull();
    expect(second).toBeNull();
  });
});

describe('breakLabel(text, longestLine)', () => {
  it('breaks between words', () => {
    expect(breakLabel('Multimodal large language models', 15)).toEqual([
      'Multimodal',
      'large language',
      'models',
    ]);
    expect(breakLabel('Retrieval-augmented', 15)).toEqual(['Retrieval-augmented']);
  });
});

describe('drawMap(site, papers)', () => {
  const topics = ['a', 'b', 'c'].map((id) => ({
    id,
    label: `Topic ${id}`,
    mark: { color: 3, shape: 0 },
    papers: Array.from({ length: 20 }, (_, i) => `${id}${i}`),
  }));
  const papers = topics.flatMap(({ id }, group) =>
    Array.from({ length: 20 }, (_, i) => ({
      topic: id,
      position: [0.1 + group * 0.3 + (i % 5) / 50, 0.5 + (i % 4) / 50] as [number, number],
    })),
  );
  const area = { id: 'all', label: 'All of it', terms: [], topics: ['a', 'b', 'c'] };
  const drawing = drawMap(
    { topics, areas: [area] } as unknown as Parameters<typeof drawMap>[0],
    papers,
  );

  it('has a dot a paper, in its topic', () => {
    for (const { id } of topics) {
      const places = papers
        .filter(({ topic }) => topic === id)
        .map(({ position }) => drawing.frame.place(position).map(Math.round));
      const { marks } = drawing.topics.get(id)!;
      expect(dotsOf(marks).map(String).sort()).toEqual(places.map(String).sort());
    }
  });

  it('names topics and areas', () => {
    expect([...drawing.topics.values()].map(({ label }) => label?.lines)).toEqual([
      ['Topic a'],
      ['Topic b'],
      ['Topic c'],
    ]);
    expect(drawing.areas.get('all')?.label?.lines).toEqual(['All of it']);
  });
});
