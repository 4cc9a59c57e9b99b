/**
 * Keeps the `most` keys of greatest value, the greatest first and of equal ones the smaller key, in
 * stretches of two arrays.
 */
export class Greatest {
  private readonly keys: Uint32Array;
  private readonly values: Float64Array;
  private readonly most: number;
  private start = 0;
  /** Keys in the stretch. */
  count = 0;

  constructor(keys: Uint32Array, values: Float64Array, most: number) {
    this.keys = keys;
    this.values = values;
    this.most = most;
  }

  /** Begins a stretch at a place of the arrays. */
  begin(start: number): void {
    this.start = start;
    this.count = 0;
  }

  /** Takes a key that the stretch does not hold, if its value is among the greatest. */
  offer(key: number, value: number): void {
    const { keys, values, start, most } = this;
    if (most === 0) return;
    let at = start + this.count;
    if (this.count === most) {
      at -= 1;
      if (!this.precedes(key, value, at)) return;
    } else {
      this.count += 1;
    }
    for (; at > start && this.precedes(key, value, at - 1); at--) {
      keys[at] = keys[at - 1]!;
      values[at] = values[at - 1]!;
    }
    keys[at] = key;
    values[at] = value;
  }

  private precedes(key: number, value: number, at: number): boolean {
    const other = this.values[at]!;
    return value > other || (value === other && key < this.keys[at]!);
  }
}
