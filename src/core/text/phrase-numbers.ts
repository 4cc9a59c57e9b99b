import { stemOf } from './tokenize.ts';

const FIRST_CAPACITY = 1 << 12;
const FREE = -1;

/**
 * Numbers phrases of two words or more, from 0: each is a stem or a phrase and one more stem. A hash table
 * with open addressing; strings for phrases that hardly ever come again would take ten times the memory.
 */
export class PhraseNumbers {
  /** What a phrase begins with, a stem or ~phrase, and its last stem. */
  private firsts = new Int32Array(FIRST_CAPACITY);
  private lasts = new Int32Array(FIRST_CAPACITY);
  /** Phrases, at most half as many as there are slots. */
  private slots = new Int32Array(2 * FIRST_CAPACITY).fill(FREE);
  private count = 0;

  /** The number of the phrase of some stems, at least two. */
  numberOf(stems: readonly number[]): number {
    let phrase = this.extended(stems[0]!, stems[1]!);
    for (let at = 2; at < stems.length; at++) phrase = this.extended(~phrase, stems[at]!);
    return phrase;
  }

  /** The stems of a phrase. */
  stemsOf(phrase: number): string[] {
    const first = this.firsts[phrase]!;
    const start = first < 0 ? this.stemsOf(~first) : [stemOf(first)];
    return [...start, stemOf(this.lasts[phrase]!)];
  }

  private extended(first: number, last: number): number {
    const slot = this.slotOf(first, last);
    const known = this.slots[slot]!;
    if (known !== FREE) return known;
    const phrase = this.count++;
    this.slots[slot] = phrase;
    this.firsts[phrase] = first;
    this.lasts[phrase] = last;
    if (this.count === this.firsts.length) this.grow();
    return phrase;
  }

  /** Where a phrase stands, or the free slot that it would take, by linear probing. */
  private slotOf(first: number, last: number): number {
    const { firsts, lasts, slots } = this;
    const mask = slots.length - 1;
    const mixed = Math.imul(Math.imul(first, 0x9e3779b1) ^ last, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (; slots[slot] !== FREE; slot = (slot + 1) & mask) {
      if (firsts[slots[slot]!] === first && lasts[slots[slot]!] === last) return slot;
    }
    return slot;
  }

  private grow(): void {
    const { firsts, lasts, slots } = this;
    this.firsts = new Int32Array(2 * firsts.length);
    this.firsts.set(firsts);
    this.lasts = new Int32Array(2 * lasts.length);
    this.lasts.set(lasts);
    this.slots = new Int32Array(2 * slots.length).fill(FREE);
    for (let phrase = 0; phrase < this.count; phrase++) {
      this.slots[this.slotOf(firsts[phrase]!, lasts[phrase]!)] = phrase;
    }
  }
}
