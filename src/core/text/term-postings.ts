/** For each term the documents that hold it: those of term t are entries `starts[t]` to `starts[t + 1]`. */
export interface TermPostings {
  /** One or two stems, joined by a space; in no particular order. */
  readonly names: readonly string[];
  /** Length terms + 1. */
  readonly starts: readonly number[];
  /** Ascending within a term. */
  readonly documents: Uint32Array;
  /** How often the document has the term: the sum of the weights of its uses. */
  readonly counts: Float32Array;
}

const FIRST_CAPACITY = 1 << 16;

/** Writes postings term by term, from the texts that use a term, and takes back those of rejected ones. */
export class PostingsWriter {
  private readonly documentOfText: readonly number[];
  private readonly weightOfText: readonly number[];
  private readonly maxDocuments: number;
  private readonly names: string[] = [];
  private readonly starts: number[] = [0];
  private documents = new Uint32Array(FIRST_CAPACITY);
  private counts = new Float32Array(FIRST_CAPACITY);
  private start = 0;
  private end = 0;

  /** For texts by number; a term of more documents than `maxDocuments` is rejected. */
  constructor(
    documentOfText: readonly number[],
    weightOfText: readonly number[],
    maxDocuments: number,
  ) {
    this.documentOfText = documentOfText;
    this.weightOfText = weightOfText;
    this.maxDocuments = maxDocuments;
  }

  /** Writes the next term, which the texts `from` to `to` of a list use, ascending, once each. */
  write(texts: Uint32Array, from: number, to: number): void {
    if (this.start + to - from > this.documents.length) this.grow(to - from);
    const { documents, counts, documentOfText, weightOfText } = this;
    let last = this.start - 1;
    let lastDocument = -1;
    for (let at = from; at < to; at++) {
      const text = texts[at]!;
      const document = documentOfText[text]!;
      if (document !== lastDocument) {
        last += 1;
        documents[last] = document;
        counts[last] = 0;
        lastDocument = document;
      }
      counts[last]! += weightOfText[text]!;
    }
    this.end = last + 1;
  }

  /** Keeps the term that was written last under its name, if enough documents have it and not too many. */
  keep(minDocuments: number, name: () => string): void {
    const documents = this.end - this.start;
    if (documents < minDocuments || documents > this.maxDocuments) return;
    this.names.push(name());
    this.starts.push(this.end);
    this.start = this.end;
  }

  /** What was kept. */
  finish(): TermPostings {
    return {
      names: this.names,
      starts: this.starts,
      documents: this.documents.subarray(0, this.start),
      counts: this.counts.subarray(0, this.start),
    };
  }

  private grow(entries: number): void {
    const { documents, counts } = this;
    const capacity = 2 * Math.max(documents.length, entries);
    this.documents = new Uint32Array(capacity);
    this.documents.set(documents);
    this.counts = new Float32Array(capacity);
    this.counts.set(counts);
  }
}
