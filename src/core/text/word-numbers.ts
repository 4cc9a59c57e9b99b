const FIRST_CAPACITY = 1 << 12;
/** The number of a word that the table does not hold. */
export const UNKNOWN = -1;

/**
 * A hash table from words to whole numbers of 0 or more: open addressing. A Map would ask the engine
 * for the hash of each word of a text, a new string every time, which costs three times as much.
 */
export class WordNumbers {
  private words: string[] = new Array<string>(FIRST_CAPACITY).fill('');
  private numbers = new Int32Array(FIRST_CAPACITY).fill(UNKNOWN);
  private capacity = FIRST_CAPACITY;
  private size = 0;

  /** The number of a word, or UNKNOWN. */
  get(word: string): number {
    return this.numbers[this.slotOf(word)]!;
  }

  /** Gives a word its number. */
  set(word: string, number: number): void {
    const slot = this.slotOf(word);
    if (this.numbers[slot] === UNKNOWN) this.size += 1;
    this.words[slot] = word;
    this.numbers[slot] = number;
    if (this.size * 4 > this.capacity) this.grow();
  }

  /** Where a word stands, or the free slot that it would take, by linear probing. */
  private slotOf(word: string): number {
    const { words, numbers } = this;
    const mask = this.capacity - 1;
    let hash = word.length;
    // FNV-1a (Fowler, Noll, Vo), on the 16-bit units of the word.
    for (let at = 0; at < word.length; at++) {
      hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    }
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (numbers[slot] !== UNKNOWN && words[slot] !== word) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const [words, numbers] = [this.words, this.numbers];
    this.capacity *= 4;
    this.words = new Array<string>(this.capacity).fill('');
    this.numbers = new Int32Array(this.capacity).fill(UNKNOWN);
    numbers.forEach((number, from) => {
      if (number === UNKNOWN) return;
      const slot = this.slotOf(words[from]!);
      this.words[slot] = words[from]!;
      this.numbers[slot] = number;
    });
  }
}
