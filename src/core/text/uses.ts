/** The uses of a term, or of a longer phrase that holds it. */
export interface Uses {
  count: number;
  /** Those with no further word of content joined to their end. */
  asHead: number;
  /** What is written, in lower case, and how often each: few differ, so that a list finds one sooner. */
  readonly forms: string[];
  readonly formCounts: number[];
  /** The same with its capitals, where they tell something: within sentences of running text. */
  readonly writings: string[];
  readonly writingCounts: number[];
}

/** A use as texts write it. */
export interface WrittenUse {
  readonly writing: string;
  /** Whether no further word of content is joined to its end. */
  readonly isHead: boolean;
  /** Whether its capitals tell something. */
  readonly isCased: boolean;
}

export function noUses(): Uses {
  return { count: 0, asHead: 0, forms: [], formCounts: [], writings: [], writingCounts: [] };
}

/** Counts a use. */
export function countUse(uses: Uses, { writing, isHead, isCased }: WrittenUse): void {
  uses.count += 1;
  if (isHead) uses.asHead += 1;
  countOne(uses.forms, uses.formCounts, writing.toLowerCase());
  if (isCased) countOne(uses.writings, uses.writingCounts, writing);
}

function countOne(texts: string[], counts: number[], text: string): void {
  const known = texts.indexOf(text);
  if (known >= 0) {
    counts[known]! += 1;
  } else {
    texts.push(text);
    counts.push(1);
  }
}

/** White space that is not one space: hardly any, and to look is cheaper than to replace. */
const OTHER_SPACE = /[^\S ]| {2}/;

/** A stretch of a text, with one space where a line breaks. */
export function writingOf(text: string, [from, to]: readonly [number, number]): string {
  const written = text.slice(from, to);
  return OTHER_SPACE.test(written) ? written.replace(/\s+/g, ' ') : written;
}
