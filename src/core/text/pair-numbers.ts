const FIRST_CAPACITY = 1 << 12;
/** Integers a slot: the two of the pair, and its number or FREE. */
const SLOT = 3;
const FREE = -1;

/** A hash table from pairs of integers (0 to 2³¹ - 1) to integers of that range: open addressing. */
export class PairNumbers {
  private slots = new Int32Array(FIRST_CAPACITY * SLOT).fill(FREE);
  private capacity = FIRST_CAPACITY;
  private size = 0;

  /** The number of a pair; one that is not known yet is given the number `next`. */
  numberOf(first: number, second: number, next: number): number {
    const at = this.slotOf(first, second);
    const known = this.slots[at + 2]!;
    if (known !== FREE) return known;
    this.slots[at] = first;
    this.slots[at + 1] = second;
    this.slots[at + 2] = next;
    this.size += 1;
    if (this.size * 2 > this.capacity) this.grow();
    return next;
  }

  /** Where a pair stands, or the free slot that it would take, by linear probing. */
  private slotOf(first: number, second: number): number {
    const { slots } = this;
    const mask = this.capacity - 1;
    const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const at = slot * SLOT;
      if (slots[at + 2] === FREE || (slots[at] === first && slots[at + 1] === second)) return at;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.capacity *= 2;
    this.slots = new Int32Array(this.capacity * SLOT).fill(FREE);
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 2] === FREE) continue;
      this.slots.set(old.subarray(from, from + SLOT), this.slotOf(old[from]!, old[from + 1]!));
    }
  }
}
