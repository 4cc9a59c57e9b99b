import type { PaperKeys } from './paper-keys.ts';

/** Of so many papers of one title each takes in records without an id; the time stays linear. */
const MOST_OF_A_TITLE = 50;

/**
 * The records of each paper, as indices in ascending order; groups stand in the order of their first
 * records. Records of equal DOI or equal arXiv id are of one paper. Then those of equal title are, unless
 * both sides have arXiv ids, or DOIs, or authors of whom no one is the same. A record that fits several
 * papers of its title goes to the one that shares its abstract, else an author, else to the one of the
 * least arXiv id, DOI or, without these, the earliest record. `textOf` gives the folded abstract of a
 * record; null for none.
 */
export function groupRecords(
  keys: readonly PaperKeys[],
  textOf: (record: number) => string | null,
): number[][] {
  const groups = new RecordGroups(keys);
  for (const kind of ['arxivId', 'doi'] as const) {
    const first = new Map<string, number>();
    keys.forEach(({ [kind]: id }, record) => {
      if (id === null) return;
      const before = first.get(id);
      if (before === undefined) first.set(id, record);
      else groups.join(before, record);
    });
  }
  const byTitle = Map.groupBy(keys.keys(), (record) => keys[record]!.title.folded);
  // Joining by one title can decide what fits by another: the order is that of the titles.
  const shared = [...byTitle].filter(([, records]) => records.length > 1);
  for (const [, records] of shared.sort(([a], [b]) => (a < b ? -1 : 1))) {
    joinTitle(groups, records, textOf);
  }
  return groups.list();
}

function joinTitle(
  groups: RecordGroups,
  records: readonly number[],
  textOf: (record: number) => string | null,
): void {
  const roots = [...new Set(records.map((record) => groups.find(record)))];
  if (roots.length === 1) return;
  const settled: number[] = [];
  // Abstracts are folded only where a choice is to be made.
  let withText: Map<string, number> | null = null;
  const noteTexts = (root: number, known: Map<string, number>) => {
    for (const record of groups.at(root).records) {
      const text = textOf(record);
      if (text !== null && !known.has(text)) known.set(text, record);
    }
    return known;
  };
  for (const root of roots.sort((a, b) => groups.compare(a, b))) {
    const fitting = settled.filter((other) => groups.isCompatible(other, root));
    let best = fitting[0];
    if (fitting.length > 1) {
      withText ??= settled.reduce((known, other) => noteTexts(other, known), new Map());
      const [alike] = groups
        .at(root)
        .records.flatMap((one) => withText!.get(textOf(one) ?? '') ?? []);
      const sameText = alike === undefined ? -1 : groups.find(alike);
      best = fitting.includes(sameText)
        ? sameText
        : (fitting.find((other) => groups.shareAuthor(other, root)) ?? best);
    }
    if (withText !== null) noteTexts(root, withText);
    if (best !== undefined) settled[settled.indexOf(best)] = groups.join(best, root);
    else if (settled.length < MOST_OF_A_TITLE) settled.push(root);
  }
}

interface RecordGroup {
  records: number[];
  /** The least of them. */
  first: number;
  /** The least of each. */
  arxivId: string | null;
  doi: string | null;
  authors: readonly string[] | Set<string> | null;
}

/** Disjoint sets of records (union by size), each with what tells its paper from others. */
class RecordGroups {
  private readonly parent: Int32Array;
  private readonly groups: (RecordGroup | null)[];

  constructor(keys: readonly PaperKeys[]) {
    this.parent = Int32Array.from(keys.keys());
    this.groups = keys.map(({ arxivId, doi, authors }, record) => ({
      records: [record],
      first: record,
      arxivId,
      doi,
      authors,
    }));
  }

  find(record: number): number {
    let root = record;
    while (this.parent[root] !== root) {
      this.parent[root] = this.parent[this.parent[root]!]!;
      root = this.parent[root]!;
    }
    return root;
  }

  at(root: number): RecordGroup {
    return this.groups[root]!;
  }

  /** Makes one group of those of two records and returns its root. */
  join(record: number, other: number): number {
    let [root, child] = [this.find(record), this.find(other)];
    if (root === child) return root;
    if (this.at(root).records.length < this.at(child).records.length) [root, child] = [child, root];
    const [into, from] = [this.at(root), this.at(child)];
    for (const one of from.records) into.records.push(one);
    into.arxivId = least(into.arxivId, from.arxivId);
    into.doi = least(into.doi, from.doi);
    into.first = Math.min(into.first, from.first);
    if (into.authors === null) into.authors = from.authors;
    else if (from.authors !== null) {
      const all = asSet(into.authors);
      for (const author of from.authors) all.add(author);
      into.authors = all;
    }
    this.parent[child] = root;
    this.groups[child] = null;
    return root;
  }

  /** Groups of equal ids are one already, so that two ids of a kind are two papers. */
  isCompatible(root: number, other: number): boolean {
    const [one, two] = [this.at(root), this.at(other)];
    if (one.arxivId !== null && two.arxivId !== null) return false;
    if (one.doi !== null && two.doi !== null) return false;
    return one.authors === null || two.authors === null || this.shareAuthor(root, other);
  }

  shareAuthor(root: number, other: number): boolean {
    const [one, two] = [this.at(root).authors, this.at(other).authors];
    return one !== null && two !== null && !asSet(one).isDisjointFrom(asSet(two));
  }

  /** Those with ids first, then those with authors, so that what knows less comes to what knows more. */
  compare(root: number, other: number): number {
    const [one, two] = [this.at(root), this.at(other)];
    return (
      byKey(one.arxivId, two.arxivId) ||
      byKey(one.doi, two.doi) ||
      Number(one.authors === null) - Number(two.authors === null) ||
      one.first - two.first
    );
  }

  list(): number[][] {
    const found = this.groups.flatMap((group) =>
      group === null ? [] : [group.records.sort((a, b) => a - b)],
    );
    return found.sort((a, b) => a[0]! - b[0]!);
  }
}

function least(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** Known keys before unknown ones. */
function byKey(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null || one < other ? -1 : 1;
}

function asSet(values: readonly string[] | Set<string>): Set<string> {
  return values instanceof Set ? values : new Set(values);
}
