import { idDigits, idOfTitle, type ReadTitle } from './identify-paper.ts';
import { foldArxivId, type PaperKeys } from './paper-keys.ts';

/** A paper that needs a name: its title, and what its records tell it by. */
export interface UnnamedPaper {
  readonly title: ReadTitle;
  readonly keys: readonly Pick<PaperKeys, 'title' | 'arxivId' | 'doi' | 'authors'>[];
}

/** The names of an earlier build. */
export interface EarlierNames {
  /** Ids, and what named each paper beside its title (`identityOf`); null for nothing. */
  readonly papers: ReadonlyMap<string, string | null>;
  readonly retired: readonly RetiredName[];
}

/** An id that a paper had, and the id that it has. */
export interface RetiredName {
  readonly id: string;
  readonly successor: string;
}

/** What papers are called. */
export interface PaperNames {
  /** Of each paper. */
  readonly ids: string[];
  readonly retired: RetiredName[];
  /** Ids of before that no paper has any more, nor leads on from; sorted. */
  readonly gone: string[];
}

/** Of a collection that was never built. */
export const NO_NAMES: EarlierNames = { papers: new Map(), retired: [] };

/** What names a paper beside its title: `arXiv:2303.00763`, else `doi:10.…`, else null. */
export function identityOf({
  arxivId,
  doi,
}: {
  readonly arxivId: string | null;
  readonly doi: string | null;
}): string | null {
  const id = foldArxivId(arxivId);
  if (id !== null) return `arXiv:${id}`;
  return doi ? `doi:${doi}` : null;
}

/**
 * An id for each paper, so that none that was published leads astray. A paper keeps the id that it had,
 * known again by its arXiv id or DOI, else by the title of any of its records. Where two papers of an
 * earlier build are one now, the other id is retired and names its successor. A new paper is named by
 * its title, or, where another has that id, by its title and its arXiv id, DOI or an author. The order of
 * the papers does not matter, unless two of one title differ in nothing else.
 */
export function namePapers(papers: readonly UnnamedPaper[], earlier: EarlierNames): PaperNames {
  const claims = new Claims(papers);
  const before = [...earlier.papers].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [id, identity] of before) claims.byIdentity(id, identity);
  for (const [id, identity] of before) claims.byTitle(id, identity);
  for (const { id, successor } of earlier.retired) claims.retire(id, successor);
  const known = [...earlier.papers.keys(), ...earlier.retired.map(({ id }) => id)];
  return claims.settle(known);
}

/** Which paper has which ids of before. */
class Claims {
  private readonly papers: readonly UnnamedPaper[];
  /** Of each paper the ids that it had, the surest first. */
  private readonly idsOf: string[][];
  private readonly retiredOf: string[][];
  private readonly ownerOf = new Map<string, number>();
  private readonly ofIdentity = new Map<string, number>();
  /** Papers in the order in which they get what several could have. */
  private readonly order: readonly number[];
  /** Of each title the greatest number that tells papers apart. */
  private readonly numbers = new Map<string, number>();
  private digits: Map<string, number[]> | null = null;

  constructor(papers: readonly UnnamedPaper[]) {
    this.papers = papers;
    this.idsOf = papers.map(() => []);
    this.retiredOf = papers.map(() => []);
    const ranks = papers.map(({ keys }, paper) => {
      for (const { arxivId, doi } of keys) {
        if (arxivId !== null) this.ofIdentity.set(`arXiv:${arxivId}`, paper);
        if (doi !== null) this.ofIdentity.set(`doi:${doi}`, paper);
      }
      return leastMark(keys);
    });
    this.order = [...papers.keys()].sort((a, b) =>
      ranks[a] === ranks[b] ? a - b : ranks[a]! < ranks[b]! ? -1 : 1,
    );
  }

  byIdentity(id: string, identity: string | null): void {
    const paper = identity === null ? undefined : this.ofIdentity.get(identity);
    if (paper !== undefined) this.give(id, paper);
  }

  byTitle(id: string, identity: string | null): void {
    if (this.ownerOf.has(id)) return;
    // A paper that has another id of the same kind is another paper.
    const kind = identity === null ? null : identity.startsWith('doi:') ? 'doi' : 'arxivId';
    const titled = this.titled(id).filter(
      (paper) => kind === null || this.papers[paper]!.keys.every((keys) => keys[kind] === null),
    );
    const paper = titled.find((one) => this.idsOf[one]!.length === 0) ?? titled[0];
    if (paper !== undefined) this.give(id, paper);
  }

  /** An id that is retired already stays so, unless its paper is a paper of its own again. */
  retire(id: string, successor: string): void {
    if (this.ownerOf.has(id)) return;
    const heir = this.ownerOf.get(successor);
    const titled = this.titled(id);
    const own = titled.find((paper) => this.idsOf[paper]!.length === 0);
    if (own !== undefined && (heir === undefined || !titled.includes(heir))) {
      this.give(id, own);
      return;
    }
    const owner = heir ?? titled[0];
    if (owner === undefined) return;
    this.ownerOf.set(id, owner);
    this.retiredOf[owner]!.push(id);
  }

  /** `known` are all ids of before. */
  settle(known: readonly string[]): PaperNames {
    const ids = this.papers.map(() => '');
    for (const paper of this.order) ids[paper] = this.idsOf[paper]![0] ?? this.newId(paper);
    const retired = this.papers.flatMap((_, paper) =>
      [...this.idsOf[paper]!.slice(1), ...this.retiredOf[paper]!].map((id) => ({
        id,
        successor: ids[paper]!,
      })),
    );
    return {
      ids,
      retired: retired.sort((a, b) => (a.id < b.id ? -1 : 1)),
      gone: known.filter((id) => !this.ownerOf.has(id)).sort(),
    };
  }

  private newId(paper: number): string {
    const { title, keys } = this.papers[paper]!;
    let id = idOfTitle(title);
    const marks = this.ownerOf.has(id) ? marksOf(keys).values() : [].values();
    // Behind the last mark a number: two papers that nothing else tells apart.
    while (this.ownerOf.has(id)) {
      const mark = marks.next().value;
      id = idOfTitle(title, mark ?? `${this.nextNumber(title.folded)}`);
    }
    this.ownerOf.set(id, paper);
    return id;
  }

  private nextNumber(folded: string): number {
    const number = (this.numbers.get(folded) ?? 0) + 1;
    this.numbers.set(folded, number);
    return number;
  }

  private give(id: string, paper: number): void {
    this.ownerOf.set(id, paper);
    this.idsOf[paper]!.push(id);
  }

  /** Papers that a title of theirs, alone or with what else tells them, gives an id, whatever its words. */
  private titled(id: string): readonly number[] {
    this.digits ??= this.indexDigits();
    const found = this.digits.get(id.slice(-8)) ?? [];
    // The digits are few: two titles of a large collection may have the same.
    const begins = (text: string) => text.replace(/[^a-z0-9]/g, '').slice(0, 6);
    const start = begins(id.slice(0, -9));
    return found.filter((paper) =>
      this.papers[paper]!.keys.some(({ title }) => begins(idOfTitle(title).slice(0, -9)) === start),
    );
  }

  private indexDigits(): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const paper of this.order) {
      const { keys } = this.papers[paper]!;
      const marks = [null, ...marksOf(keys)];
      const titles = new Set(keys.map(({ title }) => title.folded));
      for (const digits of titles
        .values()
        .flatMap((title) => marks.map((mark) => idDigits(title, mark)))) {
        const papers = found.get(digits) ?? [];
        found.set(digits, papers);
        papers.push(paper);
      }
    }
    return found;
  }
}

/** The first of `marksOf`, found faster; behind all where there is none. */
function leastMark(keys: UnnamedPaper['keys']): string {
  const least = (kind: string, values: readonly (string | null)[]) => {
    let found: string | null = null;
    for (const value of values) {
      if (value !== null && (found === null || value < found)) found = value;
    }
    return found === null ? null : `${kind}:${found}`;
  };
  return (
    least(
      'arXiv',
      keys.map(({ arxivId }) => arxivId),
    ) ??
    least(
      'doi',
      keys.map(({ doi }) => doi),
    ) ??
    least(
      'by',
      keys.flatMap(({ authors }) => authors ?? []),
    ) ??
    '~'
  );
}

/** What tells a paper from another of its title: ids, else authors; each kind in the order of its text. */
function marksOf(keys: UnnamedPaper['keys']): string[] {
  const sorted = (values: readonly (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].sort();
  const ids = [
    ...sorted(keys.map(({ arxivId }) => arxivId)).map((id) => `arXiv:${id}`),
    ...sorted(keys.map(({ doi }) => doi)).map((doi) => `doi:${doi}`),
  ];
  if (ids.length > 0) return ids;
  return sorted(keys.flatMap(({ authors }) => authors ?? [])).map((author) => `by:${author}`);
}
