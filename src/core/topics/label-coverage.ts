/** Which papers speak of a term. */
export interface Mentions {
  /** How much each paper of the topic is about the term (`mention`), in the order of the papers. */
  readonly members: Float32Array;
  /** The sum of that over the papers of other topics. */
  readonly outside: number;
  /** How much papers of the topic, and others, say its words apart: see `mentionsApart`. */
  readonly apart: { readonly inside: number; readonly outside: number };
}

/** How much papers are about a label: sums over those of the topic and over others. */
export interface Coverage {
  readonly inside: number;
  readonly outside: number;
}

/** The coverage of a term by itself and where its words stand apart. */
export interface TermCoverage extends Coverage {
  /** How much each paper of the topic is about the term, and the sum. */
  readonly members: Float32Array;
  readonly together: number;
}

/** The coverage of a term. Words apart count at most as much as the term itself. */
export function coverageOf({ members, outside, apart }: Mentions): TermCoverage {
  let together = 0;
  for (const value of members) together += value;
  const share = apart.inside > together ? together / apart.inside : 1;
  return {
    members,
    together,
    inside: together + share * apart.inside,
    outside: outside + share * apart.outside,
  };
}

/** The coverage of two terms of one topic: a paper is as much about them as about one of them. */
export function unionOf(left: TermCoverage, right: TermCoverage): Coverage {
  let union = 0;
  for (let at = 0; at < left.members.length; at++) {
    union += Math.max(left.members[at]!, right.members[at]!);
  }
  return {
    inside: left.inside - left.together + right.inside - right.together + union,
    outside: left.outside + right.outside,
  };
}

/**
 * How well a label tells the papers of a topic from others, 0 to 1: the F measure of precision and
 * recall (van Rijsbergen 1979), with precision a little more important (β² = ¾).
 */
export function fitOf({ inside, outside }: Coverage, papers: number): number {
  return (1.75 * inside) / (0.75 * papers + inside + outside);
}

/** The parts of a group that its label should tell of evenly: the topics of an area. */
export interface GroupParts {
  readonly count: number;
  /** Part of each paper of the group, below `count`. */
  readonly partOf: Uint32Array;
}

/**
 * How evenly a term belongs to the parts of a group, 1 / count to 1: the participation ratio of its mean
 * in each, (Σ m)² / (count · Σ m²).
 */
export function evennessOf(members: Float32Array, { count, partOf }: GroupParts): number {
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  members.forEach((value, at) => {
    sums[partOf[at]!]! += value;
    sizes[partOf[at]!]! += 1;
  });
  let total = 0;
  let squares = 0;
  for (let part = 0; part < count; part++) {
    const mean = sizes[part]! > 0 ? sums[part]! / sizes[part]! : 0;
    total += mean;
    squares += mean ** 2;
  }
  return squares === 0 ? 0 : total ** 2 / (count * squares);
}
