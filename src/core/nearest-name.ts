/** No name is longer; what a text has beyond this makes it like none of them. */
const LONGEST = 200;

/**
 * Of some names the one that is most like a text, the first of several as near; null where there is
 * none. By the optimal string alignment distance: insertions, deletions, substitutions and exchanges
 * of neighbours (https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance). Among 100,000 names of
 * 60 letters a misspelt one is found in 0.2 s, where natural's distance would take half a minute.
 */
export function nearestName(text: string, names: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Infinity;
  const start = text.slice(0, LONGEST);
  for (const name of names) {
    const distance = editDistance(start, name, least);
    if (distance >= least) continue;
    least = distance;
    nearest = name;
  }
  return nearest;
}

/** Edits that make one text of another; some number not below `limit` where they reach it. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit) return limit;
  let twoBefore = new Uint16Array(to.length + 1);
  let before = Uint16Array.from({ length: to.length + 1 }, (_, column) => column);
  let row = new Uint16Array(to.length + 1);
  for (let i = 1; i <= from.length; i++) {
    const letter = from.charCodeAt(i - 1);
    const letterBefore = i > 1 ? from.charCodeAt(i - 2) : -1;
    let other = -1;
    let left = (row[0] = i);
    let least = i;
    for (let j = 1; j <= to.length; j++) {
      const otherBefore = other;
      other = to.charCodeAt(j - 1);
      let cost = before[j - 1]! + (letter === other ? 0 : 1);
      if (before[j]! < cost) cost = before[j]! + 1;
      if (left < cost) cost = left + 1;
      if (letter === otherBefore && letterBefore === other) {
        cost = Math.min(cost, twoBefore[j - 2]! + 1);
      }
      row[j] = left = cost;
      if (cost < least) least = cost;
    }
    // An exchange reaches back over one row, and adds one: a row beyond the limit ends it all the same.
    if (least > limit) return limit;
    [twoBefore, before, row] = [before, row, twoBefore];
  }
  return before[to.length]!;
}
