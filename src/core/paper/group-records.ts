import type { PaperKeys } from './paper-keys.ts';

/**
 * The records of each paper, as indices in ascending order; groups stand in the order of their first
 * records. Records of equal DOI or equal arXiv id are of one paper. Then those of equal title are, unless
 * both sides have arXiv ids, or DOIs, or authors of whom no one is the same. A record that fits several
 * papers of its title goes to the one that shares its abstract, else an author, else to the one of the
 * least arXiv id, DOI or, without these, the earliest record. `isSameText` tells whether the abstracts
 * of two records are the same.
 */
export function groupRecords(
  keys: readonly PaperKeys[],
  isSameText: (record: number, other: number) => boolean,
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
  joinTitles(groups, keys, isSameText);
  return groups.list();
}

function joinTitles(
  groups: RecordGroups,
  keys: readonly PaperKeys[],
  isSameText: (record: number, other: number) => boolean,
): void {
  const byTitle = Map.groupBy(keys.keys(), (record) => keys[record]!.title.folded);
  // Joining by one title can decide what fits by another: the order is that of the titles.
  const shared = [...byTitle].filter(([, records]) => records.length > 1);
  for (const [, records] of shared.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const roots = [...new Set(records.map((record) => groups.find(record)))];
    if (roots.length === 1) continue;
    const settled: number[] = [];
    for (const root of roots.sort((a, b) => groups.compare(a, b))) {
      const fitting = settled.filter((other) => groups.isCompatible(other, root));
      const best = fitting.length > 1 ? closest(groups, fitting, root, isSameText) : fitting[0];
      if (best === undefined) settled.push(root);
      else settled[settled.indexOf(best)] = groups.join(best, root);
    }
  }
}

/** The first of those that share most: the abstract counts before authors. */
function closest(
  groups: RecordGroups,
  fitting: readonly number[],
  root: number,
  isSameText: (record: number, other: number) => boolean,
): number {
  const hasText = (other: number) =>
    groups
      .at(other)
      .records.some((one) => groups.at(root).records.some((two) => isSameText(one, two)));
  return (
    fitting.find(hasText) ?? fitting.find((other) => groups.shareAuthor(other, root)) ?? fitting[0]!
  );
}

interface RecordGroup {
  records: number[];
  /** The least of each. */
  arxivId: string | null;
  doi: string | null;
  authors: readonly string[] | null;
}

/** Disjoint sets of records (union by size), each with what tells its paper from others. */
class RecordGroups {
  private readonly parent: Int32Array;
  private readonly groups: (RecordGroup | null)[];

  constructor(keys: readonly PaperKeys[]) {
    this.parent = Int32Array.from(keys.keys());
    this.groups = keys.map(({ arxivId, doi, authors }, record) => ({
      records: [record],
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
    if (into.authors === null) into.authors = from.authors;
    else if (from.authors !== null) into.authors = [...new Set([...into.authors, ...from.authors])];
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
    return one !== null && two !== null && !new Set(one).isDisjointFrom(new Set(two));
  }

  /** Those with ids first, then those with authors, so that what knows less comes to what knows more. */
  compare(root: number, other: number): number {
    const [one, two] = [this.at(root), this.at(other)];
    return (
      byKey(one.arxivId, two.arxivId) ||
      byKey(one.doi, two.doi) ||
      Number(one.authors === null) - Number(two.authors === null) ||
      Math.min(...one.records) - Math.min(...two.records)
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
