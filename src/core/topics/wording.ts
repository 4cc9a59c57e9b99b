import { acronymKey, type Acronyms } from '../text/acronyms.ts';
import { countWords, isConnector, stemOfWord, writtenWords } from './label-words.ts';

/** The words of a form or label, made so that they can be compared with those of others. */
export interface Wording {
  /** Stems in order, acronyms as their words. */
  readonly stems: readonly string[];
  /** Stem of each word and the next as one: "multi-modal" → "multimodal"; one fewer than `stems`. */
  readonly joined: readonly string[];
  /** All of both. */
  readonly units: ReadonlySet<string>;
  /** First letter of each word. */
  readonly initials: string;
  /** By place, what the initials of an acronym may be whose words nobody told: "MoE" → moe, me. */
  readonly acronyms: ReadonlyMap<number, readonly string[]>;
}

/** Reads forms and labels, each once; acronyms as the words that papers give for them. */
export class WordingReader {
  private readonly known = new Map<string, Wording>();
  private readonly acronyms: Acronyms;

  constructor(acronyms: Acronyms) {
    this.acronyms = acronyms;
  }

  /** The wording of a form or label. */
  read(form: string): Wording {
    let wording = this.known.get(form);
    if (wording === undefined) {
      wording = wordingOf(form, this.acronyms);
      this.known.set(form, wording);
    }
    return wording;
  }

  /** What a lone acronym stands for, if it makes a phrase ("MoE" → "mixture of experts"); other forms as they are. */
  spelledOut(form: string): string {
    const meaning = this.acronyms.get(acronymKey(form) ?? '')?.form ?? null;
    if (meaning === null || /[\s-]/.test(form)) return form;
    // "mixture-of-experts" has three words to a reader, "trade-off" one.
    const phrase = meaning.split(/[\s-]/).some(isConnector) ? meaning.replace(/-/g, ' ') : meaning;
    return countWords(phrase) < 2 ? form : phrase;
  }

  /** Whether two forms say the same or one says a part of the other. */
  overlap(left: string, right: string): boolean {
    return (
      isPartOf(this.read(left), this.read(right)) || isPartOf(this.read(right), this.read(left))
    );
  }
}

/**
 * Whether all words of one wording are in another, in any order; words may be written as one in either
 * ("multi-modal", "multimodal"), and an acronym stands for words with its initials. One without words is
 * a part of nothing.
 */
export function isPartOf(left: Wording, right: Wording): boolean {
  const { stems, joined, initials, acronyms } = left;
  const shorts = [...right.acronyms.values()].flat();
  // Which of the first words of the left are found in the right, by how many they are.
  const reached = new Set([0]);
  for (let at = 0; at < stems.length; at++) {
    if (!reached.has(at)) continue;
    const isShort = acronyms.get(at)?.some((short) => right.initials.includes(short));
    if (isShort === true || right.units.has(stems[at]!)) reached.add(at + 1);
    if (at < joined.length && right.units.has(joined[at]!)) reached.add(at + 2);
    for (const short of shorts) {
      if (initials.startsWith(short, at)) reached.add(at + short.length);
    }
  }
  return stems.length > 0 && reached.has(stems.length);
}

/** Whether two wordings have a word in common. */
export function shareWord(left: Wording, right: Wording): boolean {
  return !left.units.isDisjointFrom(right.units);
}

function wordingOf(form: string, known: Acronyms): Wording {
  const meaningOf = (word: string) => known.get(acronymKey(word) ?? '')?.words ?? [word];
  // Twice, since what an acronym stands for may have acronyms: "multimodal LLMs".
  const words = writtenWords(form)
    .flatMap(meaningOf)
    .flatMap(meaningOf)
    .filter((word) => !isConnector(word));
  const plain = words.map((word) => acronymKey(word) ?? word.toLowerCase());
  const stems = plain.map(stemOfWord);
  const joined = plain.slice(1).map((word, at) => stemOfWord(plain[at]! + word));
  return {
    stems,
    joined,
    units: new Set([...stems, ...joined]),
    initials: plain.map((word) => word.charAt(0)).join(''),
    acronyms: new Map(
      words.flatMap((word, at) =>
        acronymKey(word) === null ? [] : [[at, initialsOf(word)] as const],
      ),
    ),
  };
}

/** All letters of an acronym, and its capitals alone, which may be those of the words that count. */
function initialsOf(acronym: string): readonly string[] {
  return [acronymKey(acronym)!, acronym.replace(/[^\p{Lu}]/gu, '').toLowerCase()];
}
