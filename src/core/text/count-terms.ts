import { PairNumbers } from './pair-numbers.ts';
import { type Token, tokenize } from './tokenize.ts';

/** A text and how much each of its words counts. */
export interface WeightedText {
  readonly text: string;
  readonly weight: number;
}

/** The terms of documents and their counts, in compressed sparse rows, one row a document. */
export interface TermCounts {
  /** Document i holds entries `indptr[i]` to `indptr[i + 1]`; length documents + 1. */
  readonly indptr: Uint32Array;
  /** Number of the term of each entry, once a document. */
  readonly indices: Uint32Array;
  /** How often the document has the term: the sum of the weights of its uses. */
  readonly counts: Float32Array;
}

const FIRST_CAPACITY = 1 << 12;
const NONE = -1;

/**
 * Numbers the one- and two-word terms of documents as they appear, and counts them. A phrase is a pair
 * of numbers and not a string: most phrases of a collection occur once and are dropped later.
 */
export class TermCounter {
  /** Number of documents that hold each term. */
  readonly documentFrequency: number[] = [];
  private readonly stems: string[] = [];
  /** For a word its place in `stems` and NONE; for a phrase the terms of its two words. */
  private readonly first: number[] = [];
  private readonly second: number[] = [];
  /** Term of each stem, by the number of the stem. */
  private readonly wordOfStem: (number | undefined)[] = [];
  private readonly phrases = new PairNumbers();
  /** For each term its entry in the last document that holds it. */
  private readonly lastEntry: number[] = [];
  private readonly indptr: number[] = [0];
  private documentStart = 0;
  private indices = new Uint32Array(FIRST_CAPACITY);
  private counts = new Float32Array(FIRST_CAPACITY);
  private entries = 0;

  /** Counts the next document; no phrase goes from one of its parts to the next. */
  addDocument(parts: readonly WeightedText[]): void {
    for (const { text, weight } of parts) this.addTokens(tokenize(text), weight);
    this.indptr.push(this.entries);
    this.documentStart = this.entries;
  }

  /** The counts of the documents so far; the terms of a document are in no particular order. */
  finish(): TermCounts {
    return {
      indptr: Uint32Array.from(this.indptr),
      indices: this.indices.subarray(0, this.entries),
      counts: this.counts.subarray(0, this.entries),
    };
  }

  /** Whether a term has two words. */
  isPhrase(term: number): boolean {
    return this.second[term] !== NONE;
  }

  /** One or two stems, joined by a space. */
  nameOf(term: number): string {
    const first = this.first[term]!;
    if (!this.isPhrase(term)) return this.stems[first]!;
    return `${this.nameOf(first)} ${this.nameOf(this.second[term]!)}`;
  }

  private addTokens(tokens: readonly Token[], weight: number): void {
    let previous = NONE;
    for (const token of tokens) {
      const word = this.wordOf(token);
      this.count(word, weight);
      if (token.joined) this.count(this.phraseOf(previous, word), weight);
      previous = word;
    }
  }

  private wordOf({ stem, stemNumber }: Token): number {
    const known = this.wordOfStem[stemNumber];
    if (known !== undefined) return known;
    while (this.wordOfStem.length <= stemNumber) this.wordOfStem.push(undefined);
    const word = this.addTerm(this.stems.push(stem) - 1, NONE);
    this.wordOfStem[stemNumber] = word;
    return word;
  }

  private phraseOf(first: number, second: number): number {
    const next = this.documentFrequency.length;
    const phrase = this.phrases.numberOf(first, second, next);
    if (phrase === next) this.addTerm(first, second);
    return phrase;
  }

  private addTerm(first: number, second: number): number {
    this.first.push(first);
    this.second.push(second);
    this.lastEntry.push(NONE);
    return this.documentFrequency.push(0) - 1;
  }

  private count(term: number, weight: number): void {
    const last = this.lastEntry[term]!;
    if (last >= this.documentStart) {
      this.counts[last]! += weight;
      return;
    }
    if (this.entries === this.indices.length) this.growEntries();
    this.indices[this.entries] = term;
    this.counts[this.entries] = weight;
    this.lastEntry[term] = this.entries;
    this.documentFrequency[term]! += 1;
    this.entries += 1;
  }

  private growEntries(): void {
    const { indices, counts } = this;
    this.indices = new Uint32Array(indices.length * 2);
    this.indices.set(indices);
    this.counts = new Float32Array(counts.length * 2);
    this.counts.set(counts);
  }
}
