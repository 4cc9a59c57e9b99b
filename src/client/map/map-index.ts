// The only file that knows kdbush: which papers lie where.
import KDBush from 'kdbush';

/** A part of the map, in units of its frame. */
export interface MapBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Finds places by where they are. */
export class PlaceIndex {
  readonly #tree: KDBush;
  readonly #x: Float32Array;
  readonly #y: Float32Array;

  constructor(x: Float32Array, y: Float32Array) {
    this.#x = x;
    this.#y = y;
    this.#tree = new KDBush(x.length, 64, Float32Array);
    for (let index = 0; index < x.length; index++) this.#tree.add(x[index]!, y[index]!);
    this.#tree.finish();
  }

  /** Those within a box. */
  within({ left, top, right, bottom }: MapBox): number[] {
    return this.#tree.range(left, top, right, bottom);
  }

  /** The nearest of those that count and are no farther than `most`; -1 for none. */
  nearest(x: number, y: number, most: number, counts: (index: number) => boolean): number {
    return leastOf(this.#tree.within(x, y, most).filter(counts), (index) =>
      Math.hypot(this.#x[index]! - x, this.#y[index]! - y),
    );
  }

  /**
   * The next of those that count from one of them in a direction (`dx`, `dy`: one of them ±1, the other 0):
   * within 45 degrees of it, by distance with what lies aside counted double; -1 for none.
   */
  next(from: number, dx: number, dy: number, counts: (index: number) => boolean): number {
    const [x, y] = [this.#x[from]!, this.#y[from]!];
    const ahead = (index: number) => (this.#x[index]! - x) * dx + (this.#y[index]! - y) * dy;
    const aside = (index: number) =>
      Math.abs((this.#x[index]! - x) * dy) + Math.abs((this.#y[index]! - y) * dx);
    for (let radius = 8; radius <= 2048; radius *= 2) {
      const found = this.#tree
        .within(x, y, radius)
        .filter((index) => ahead(index) > 0 && aside(index) <= ahead(index) && counts(index));
      if (found.length > 0) return leastOf(found, (index) => ahead(index) + 2 * aside(index));
    }
    return -1;
  }
}

/** Ties go to the lower index, so that a walk is the same each time. */
function leastOf(indices: readonly number[], cost: (index: number) => number): number {
  let [best, least] = [-1, Infinity];
  for (const index of indices) {
    const value = cost(index);
    if (value < least || (value === least && index < best)) [best, least] = [index, value];
  }
  return best;
}
