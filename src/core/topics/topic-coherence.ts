/** A document as the set of its terms. */
export type TermSet = ReadonlySet<string>;

/**
 * Mean normalised pointwise mutual information of all pairs of terms of each topic, averaged over the
 * topics, with probabilities from whole documents (Bouma 2009; Aletras and Stevenson 2013): -1 for
 * pairs that never meet, 0 for independent ones, 1 for those that only stand together. A topic of
 * fewer than two terms does not count; 0 where none counts.
 */
export function topicCoherence(
  topics: readonly (readonly string[])[],
  documents: readonly TermSet[],
): number {
  const wanted = new Set(topics.flat());
  const holders = new Map([...wanted].map((term) => [term, new Set<number>()]));
  documents.forEach((terms, document) => {
    for (const term of wanted) if (terms.has(term)) holders.get(term)!.add(document);
  });
  const scores = topics.flatMap((terms) => {
    const pairs = terms.flatMap((term, i) =>
      terms.slice(0, i).map((other) => [term, other] as const),
    );
    if (pairs.length === 0) return [];
    const sum = pairs.reduce(
      (total, [a, b]) => total + normalizedPmi(holders.get(a)!, holders.get(b)!, documents.length),
      0,
    );
    return [sum / pairs.length];
  });
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function normalizedPmi(
  left: ReadonlySet<number>,
  right: ReadonlySet<number>,
  documents: number,
): number {
  const together = left.intersection(right).size;
  if (together === 0) return -1;
  if (together === documents) return 1;
  const joint = together / documents;
  return Math.log((joint * documents * documents) / (left.size * right.size)) / -Math.log(joint);
}

/** The share of distinct terms among those of all topics (Dieng, Ruiz, Blei 2020); 1 for none. */
export function topicDiversity(topics: readonly (readonly string[])[]): number {
  const terms = topics.flat();
  return terms.length === 0 ? 1 : new Set(terms).size / terms.length;
}
