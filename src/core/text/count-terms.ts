import { PostingsWriter, type TermPostings } from './term-postings.ts';
import { eachToken, stemOf } from './tokenize.ts';

/** A text and how much each of its words counts. */
interface WeightedText {
  readonly text: string;
  readonly weight: number;
}

/** Bounds on the number of documents that hold a term, both included. */
export interface TermBounds {
  readonly minDocuments: number;
  readonly minPhraseDocuments: number;
  readonly maxDocuments: number;
}

/** Tokens with their words in order: those of word w are `starts[w]` to `starts[w + 1]`. */
interface TokensByWord {
  readonly starts: Uint32Array;
  /** The text of each token; ascending within a word. */
  readonly texts: Uint32Array;
  /** The word that makes a phrase with it, or NONE. */
  readonly nextWords: Int32Array;
}

const FIRST_CAPACITY = 1 << 12;
const NONE = -1;
/** What marks a place, as no count of uses is so large. */
const RESERVED = 0x80000000;

/**
 * Counts the one- and two-word terms of documents. It keeps the words of all texts in a row and sorts
 * them by word later: so the phrases that begin with a word are counted by their second words in a plain
 * array. A hash table of all phrases, most of which occur once, waits for memory at every word.
 */
export class TermCounter {
  /** Twice the number of each token's stem, and 1 more where it is joined to the one before. */
  private tokens = new Uint32Array(FIRST_CAPACITY);
  private tokenCount = 0;
  private wordCount = 0;
  /** For each text the end of its tokens, its document and weight. */
  private readonly ends: number[] = [];
  private readonly documents: number[] = [];
  private readonly weights: number[] = [];
  private documentCount = 0;

  /** Takes the next document; no phrase goes from one of its parts to the next. */
  addDocument(parts: readonly WeightedText[]): void {
    for (const { text, weight } of parts) {
      eachToken(text, (stemNumber, joined) => {
        if (this.tokenCount === this.tokens.length) this.grow();
        this.tokens[this.tokenCount++] = stemNumber * 2 + (joined ? 1 : 0);
        if (stemNumber >= this.wordCount) this.wordCount = stemNumber + 1;
      });
      this.ends.push(this.tokenCount);
      this.documents.push(this.documentCount);
      this.weights.push(weight);
    }
    this.documentCount += 1;
  }

  /** The terms within bounds and the documents that hold them. */
  select({ minDocuments, minPhraseDocuments, maxDocuments }: TermBounds): TermPostings {
    const tokens = this.sortByWord();
    const writer = new PostingsWriter(this.documents, this.weights, maxDocuments);
    const phrases = new PhrasesOfWord(this.wordCount);
    for (let word = 0; word < this.wordCount; word++) {
      const [start, end] = [tokens.starts[word]!, tokens.starts[word + 1]!];
      if (start === end) continue;
      const stem = stemOf(word);
      writer.write(tokens.texts, start, end);
      writer.keep(minDocuments, () => stem);
      if (end - start < minPhraseDocuments) continue;
      phrases.visit(tokens, word, minPhraseDocuments, (texts, from, to, second) => {
        writer.write(texts, from, to);
        writer.keep(minPhraseDocuments, () => `${stem} ${stemOf(second)}`);
      });
    }
    return writer.finish();
  }

  private grow(): void {
    const { tokens } = this;
    this.tokens = new Uint32Array(tokens.length * 2);
    this.tokens.set(tokens);
  }

  /** A counting sort. */
  private sortByWord(): TokensByWord {
    const { tokens, tokenCount } = this;
    const starts = new Uint32Array(this.wordCount + 1);
    for (let at = 0; at < tokenCount; at++) starts[(tokens[at]! >>> 1) + 1]! += 1;
    for (let word = 0; word < this.wordCount; word++) starts[word + 1]! += starts[word]!;
    const next = starts.slice();
    const texts = new Uint32Array(tokenCount);
    const nextWords = new Int32Array(tokenCount);
    let at = 0;
    this.ends.forEach((end, text) => {
      for (; at < end; at++) {
        const place = next[tokens[at]! >>> 1]!++;
        const following = at + 1 < end ? tokens[at + 1]! : 0;
        texts[place] = text;
        nextWords[place] = (following & 1) === 1 ? following >>> 1 : NONE;
      }
    });
    return { starts, texts, nextWords };
  }
}

/** The uses of a phrase: texts `from` to `to` of a list, ascending, and its second word. */
type PhraseVisitor = (texts: Uint32Array, from: number, to: number, second: number) => void;

/** Sorts the phrases that begin with a word by their second words. */
class PhrasesOfWord {
  /** For each second word how often it follows, then where its next use goes; 0 between visits. */
  private readonly places: Uint32Array;
  private texts = new Uint32Array(FIRST_CAPACITY);

  constructor(words: number) {
    this.places = new Uint32Array(words);
  }

  /** Visits the phrases that are used at least so many times. */
  visit(tokens: TokensByWord, word: number, least: number, visitor: PhraseVisitor): void {
    const { places } = this;
    const { nextWords } = tokens;
    const [start, end] = [tokens.starts[word]!, tokens.starts[word + 1]!];
    if (this.texts.length < end - start) this.texts = new Uint32Array(2 * (end - start));
    const { texts } = this;
    const seconds: number[] = [];
    for (let at = start; at < end; at++) {
      const second = nextWords[at]!;
      if (second === NONE) continue;
      places[second]! += 1;
      // At this use it is frequent enough, whatever follows.
      if (places[second] === least) seconds.push(second);
    }
    const froms: number[] = [];
    let room = 0;
    for (const second of seconds) {
      const uses = places[second]!;
      froms.push(room);
      places[second] = RESERVED + room;
      room += uses;
    }
    for (let at = start; at < end; at++) {
      const second = nextWords[at]!;
      if (second === NONE) continue;
      if (places[second]! >= RESERVED) texts[places[second]!++ - RESERVED] = tokens.texts[at]!;
      else places[second] = 0;
    }
    seconds.forEach((second, index) => {
      visitor(texts, froms[index]!, places[second]! - RESERVED, second);
      places[second] = 0;
    });
  }
}
