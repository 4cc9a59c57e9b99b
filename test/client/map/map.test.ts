import { describe, expect, it } from 'vitest';
import { inkStamp, makeStamp, putStamp } from '../../../src/client/map/map-dots.ts';
import { PlaceIndex } from '../../../src/client/map/map-index.ts';
import { placeNames, wishNames } from '../../../src/client/map/map-names.ts';
import { foldText, hasWords } from '../../../src/client/map/map-search.ts';
import type { MapView } from '../../../src/client/map/map-view.ts';

describe('PlaceIndex', () => {
  //  0 . 1 . 2
  //  . . 3 . .
  //  4 . . . 5
  const x = Float32Array.of(0, 20, 40, 20, 0, 40);
  const y = Float32Array.of(0, 0, 0, 10, 20, 20);
  const index = new PlaceIndex(x, y);
  const all = () => true;

  it('finds the nearest that counts, within reach', () => {
    expect(index.nearest(22, 1, 10, all)).toBe(1);
    expect(index.nearest(22, 1, 10, (paper) => paper !== 1)).toBe(3);
    expect(index.nearest(22, 1, 2, all)).toBe(-1);
    expect(index.nearest(22, 1, Infinity, (paper) => paper === 4)).toBe(4);
  });

  it('goes on in each direction, and nowhere beyond the last', () => {
    expect(index.next(0, 1, 0, all)).toBe(1);
    expect(index.next(1, 1, 0, all)).toBe(2);
    expect(index.next(2, 1, 0, all)).toBe(-1);
    expect(index.next(1, 0, 1, all)).toBe(3);
    expect(index.next(2, -1, 0, all)).toBe(1);
    expect(index.next(5, 0, -1, all)).toBe(2);
    expect(index.next(0, 1, 0, (paper) => paper === 2)).toBe(2);
  });

  it('finds what lies in a box', () => {
    expect(index.within({ left: 10, top: -5, right: 45, bottom: 12 }).sort()).toEqual([1, 2, 3]);
  });
});

describe('putStamp(image, reach, ink, x, y)', () => {
  const image = () => ({ width: 5, height: 4, pixels: new Uint32Array(20) });
  const stamp = makeStamp(1);
  const red = inkStamp(stamp, [255, 0, 0], 1);

  it('covers the pixel whole and its neighbours in part', () => {
    const target = image();
    putStamp(target, stamp.reach, red, 2, 2);
    const bytes = new Uint8Array(target.pixels.buffer);
    const pixel = (x: number, y: number) => [
      ...bytes.subarray(4 * (5 * y + x), 4 * (5 * y + x) + 4),
    ];
    expect(pixel(2, 2)).toEqual([255, 0, 0, 255]);
    expect(pixel(1, 2)).toEqual([255, 0, 0, 128]);
    expect(pixel(0, 2)).toEqual([0, 0, 0, 0]);
  });

  it('stays within the image at its edges', () => {
    const target = image();
    for (const [x, y] of [
      [0, 0],
      [4, 3],
      [-1, 1],
      [9, 9],
      [-5, -5],
    ] as const)
      putStamp(target, stamp.reach, red, x, y);
    const covered = [...target.pixels.keys()].filter((at) => target.pixels[at]! >>> 24 === 255);
    expect(covered).toEqual([0, 19]);
  });

  it('leaves what covers more', () => {
    const target = image();
    putStamp(target, stamp.reach, red, 2, 2);
    putStamp(target, stamp.reach, inkStamp(stamp, [0, 0, 255], 0.25), 2, 2);
    expect(target.pixels[12]).toBe(0xff0000ff);
  });
});

describe('hasWords(folded, words)', () => {
  it('wants every word, at the start of one, whatever case, accents and signs', () => {
    const title = foldText('Ångström-scale “Diffusion”: a Naïve view');
    expect(hasWords(title, ['angst', 'naive'])).toBe(true);
    expect(hasWords(title, ['scale', 'diff'])).toBe(true);
    expect(hasWords(title, ['fusion'])).toBe(false);
    expect(hasWords(title, ['diffusion', 'video'])).toBe(false);
  });
});

describe('placeNames(wishes, view)', () => {
  const topics = Array.from({ length: 60 }, (_, i) => ({
    id: `t${i}`,
    label: `Topic of the number ${i}`,
    count: 60 - i,
    peak: [(i * 271) % 1000, (i * 457) % 700] as const,
  }));
  const areas = [{ label: 'An area', peak: [500, 350] as const }];
  const data = { version: '', files: '', paperBase: '', width: 1000, height: 700, topics, areas };
  const view = (zoom: number): MapView =>
    ({ width: 800, height: 560, zoom, scale: 0.8 * zoom, left: 0, top: 0 }) as MapView;
  const namesAt = (zoom: number) => placeNames(wishNames(data, zoom), view(zoom));

  it('shows more topics the nearer the reader is, and areas from afar alone', () => {
    const [far, near] = [namesAt(1), namesAt(6)];
    expect(far[0]?.lines).toEqual(['An area']);
    expect(near.some(({ kind }) => kind === 'area')).toBe(false);
    expect(near.length).toBe(60);
    expect(far.length).toBeLessThan(60);
    expect(far.length).toBeGreaterThan(15);
  });

  it('lets none overlap, and none beyond the sheet', () => {
    const names = namesAt(1);
    for (const [index, a] of names.entries()) {
      expect(a.x).toBeGreaterThan(0);
      expect(a.x).toBeLessThan(800);
      for (const b of names.slice(index + 1)) {
        const isApart = Math.abs(a.y - b.y) >= (a.size + b.size) / 2 || Math.abs(a.x - b.x) > 60;
        expect(isApart, `${a.lines} and ${b.lines}`).toBe(true);
      }
    }
  });
});
