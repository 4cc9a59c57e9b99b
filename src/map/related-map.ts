/** A place in whole units of a picture. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** The picture: wide enough for a column, with room for a mark at its edge. */
export const PICTURE = { width: 320, height: 240, margin: 20 } as const;
/** Marks with a number in them are this far apart at least. */
export const LEAST_DISTANCE = 26;
const ROUNDS = 200;

/**
 * Draws positions of the map (x and y from 0 to 1) as large as the picture allows. Those that would
 * cover each other are moved apart, as little as needed.
 */
export function drawNearby(positions: readonly (readonly [number, number])[]): PicturePoint[] {
  const { width, height, margin } = PICTURE;
  const [left, right] = extent(positions.map(([x]) => x));
  const [top, bottom] = extent(positions.map(([, y]) => y));
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 1e-6),
    (height - 2 * margin) / Math.max(bottom - top, 1e-6),
  );
  const points = positions.map(([x, y]) => ({
    x: width / 2 + (x - (left + right) / 2) * scale,
    y: height / 2 + (y - (top + bottom) / 2) * scale,
  }));
  for (let round = 0; round < ROUNDS && moveApart(points); round++) points.forEach(keepInside);
  return points.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

function extent(values: readonly number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

interface MovablePoint {
  x: number;
  y: number;
}

/** False where all were far enough from each other. */
function moveApart(points: readonly MovablePoint[]): boolean {
  let moved = false;
  for (const [index, one] of points.entries()) {
    for (const [second, other] of points.slice(index + 1).entries()) {
      // Points in one place part in directions of their own.
      const angle = second + index + 1;
      const dx = other.x - one.x || Math.cos(angle) / 100;
      const dy = other.y - one.y || Math.sin(angle) / 100;
      const distance = Math.hypot(dx, dy);
      if (distance >= LEAST_DISTANCE) continue;
      // A little more than needed, so that it comes to an end, also after rounding.
      const push = (LEAST_DISTANCE + 2 - distance) / 2 / distance;
      one.x -= dx * push;
      one.y -= dy * push;
      other.x += dx * push;
      other.y += dy * push;
      moved = true;
    }
  }
  return moved;
}

function keepInside(point: MovablePoint): void {
  const { width, height, margin } = PICTURE;
  point.x = Math.min(Math.max(point.x, margin), width - margin);
  point.y = Math.min(Math.max(point.y, margin), height - margin);
}
