// Dots by the hundred thousand: written into the bytes of an image, which takes a tenth of the time that
// drawing each on a canvas takes (scripts/bench/map.ts), with no graphics processor too.

/** A round stamp: how much of each pixel of a square it covers, 0 to 1. */
interface Stamp {
  readonly reach: number;
  readonly cover: Float32Array;
}

/** An image that dots are put into. Pixels hold red, green, blue and opacity in this order of bytes. */
export interface DotImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint32Array;
}

/** A round stamp with a soft rim; the radius in pixels. */
export function makeStamp(radius: number): Stamp {
  const reach = Math.ceil(radius);
  const size = 2 * reach + 1;
  const cover = Float32Array.from({ length: size * size }, (_, index) => {
    const [dx, dy] = [(index % size) - reach, Math.floor(index / size) - reach];
    return Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(dx, dy)));
  });
  return { reach, cover };
}

/** The colours of a stamp, a pixel each; `opacity` from 0 to 1. */
export function inkStamp(
  { cover }: Stamp,
  [red, green, blue]: readonly [number, number, number],
  opacity: number,
): Uint32Array {
  const color = (blue << 16) | (green << 8) | red;
  return Uint32Array.from(cover, (part) => {
    const alpha = Math.round(255 * part * opacity);
    return alpha === 0 ? 0 : (alpha << 24) | color;
  });
}

/** Puts a stamp about a pixel, over what covers less; parts beyond the image fall away. */
export function putStamp(
  { width, height, pixels }: DotImage,
  reach: number,
  ink: Uint32Array,
  x: number,
  y: number,
): void {
  const size = 2 * reach + 1;
  const top = Math.max(0, reach - y);
  const bottom = Math.min(size, height - y + reach);
  const left = Math.max(0, reach - x);
  const right = Math.min(size, width - x + reach);
  for (let row = top; row < bottom; row++) {
    const start = (y - reach + row) * width + x - reach;
    for (let column = left; column < right; column++) {
      const color = ink[row * size + column]!;
      if (color >>> 24 >= pixels[start + column]! >>> 24) pixels[start + column] = color;
    }
  }
}
